using Saas.Modules.Forms.Model;

namespace Saas.Modules.Forms.Answering.Fields;

/// <summary>What is particular to one kind of question. Its folder holds what staff set (_Edit) and what residents fill in (_Answer).</summary>
internal abstract class Field
{
    /// <summary>For staff, « Texte court ».</summary>
    public abstract string Title { get; }

    /// <summary>A symbol of icons.svg.</summary>
    public abstract string Icon { get; }

    /// <summary>Said when a required question has no answer.</summary>
    public virtual string Missing(Question question) => $"Répondez à la question « {question.Label} ».";

    /// <summary>Why the answer cannot be taken, as a sentence that says what to do; null when it can. Never called with an empty answer.</summary>
    public virtual string? Refuse(Question question, string answer) => null;

    /// <summary>The answer in the words and formats of the screen.</summary>
    public virtual string Show(Question question, string answer) => answer;
}
