using Microsoft.Extensions.Primitives;
using Saas.Modules.Forms.Composing;
using Saas.Modules.Forms.Model;

namespace Saas.Modules.Forms.Answering.Fields;

/// <summary>
/// What is particular to one kind of question: its rules, and in the folder of its name what staff set (_Edit) and what residents fill in
/// (_Answer). A kind is found by being there: adding one touches nothing else.
/// </summary>
internal abstract class Field
{
    protected Field() => Kind = GetType().Name[..^nameof(Field).Length];

    /// <summary>Name of its folder, and of the kind in stored questions: never changes.</summary>
    public string Kind { get; }

    /// <summary>For staff, « Texte court ».</summary>
    public abstract string Title { get; }

    /// <summary>A symbol of icons.svg.</summary>
    public abstract string Icon { get; }

    /// <summary>Where staff find it.</summary>
    public abstract FieldGroup Group { get; }

    /// <summary>False for what residents only read.</summary>
    public virtual bool Asks => true;

    public virtual bool TakesFiles => false;

    /// <summary>Staff write the possible answers.</summary>
    public virtual bool HasOptions => false;

    /// <summary>What its answer may say about the person who sends the form.</summary>
    public virtual QuestionRole SenderRole => QuestionRole.None;

    /// <summary>Names of what staff set for this kind alone.</summary>
    public virtual IReadOnlyList<string> Settings => [];

    /// <summary>Why staff cannot keep these settings: the name of the control in <see cref="QuestionInput"/>, and a sentence.</summary>
    public virtual IEnumerable<(string Control, string Sentence)> RefuseSettings(QuestionInput input) => [];

    public virtual string? MissingBeforePublication(Question question) => null;

    /// <summary>The answer as it is kept, from the controls of that name.</summary>
    public virtual string Read(StringValues sent) => sent.LastOrDefault() ?? "";

    /// <summary>Said when a required question has no answer.</summary>
    public virtual string Missing(Question question) => $"Répondez à la question « {question.Label} ».";

    /// <summary>Why the answer cannot be taken, as a sentence that says what to do; null when it can. Never called with an empty answer.</summary>
    /// <param name="today">In the commune.</param>
    public virtual string? Refuse(Question question, string answer, DateOnly today) => null;

    /// <summary>A likely mistake that only its author can judge: asked once, then believed.</summary>
    public virtual string? Doubt(string answer) => null;

    /// <summary>The answer in the words and formats of the screen.</summary>
    public virtual string Show(Question question, string answer) => answer;
}

/// <summary>Kinds as staff look for them. In this order on the screen.</summary>
internal enum FieldGroup
{
    Text,
    Choices,
    Figures,
    Identity,
    Files,
    Reading,
}
