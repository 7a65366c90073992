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

    /// <summary>What a condition can ask of its answer, besides whether there is one.</summary>
    public virtual Comparison Compares => Comparison.None;

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

    /// <summary>What can be answered, when it is one of a few.</summary>
    public virtual IReadOnlyList<string> OptionsOf(Question question) => [];

    /// <summary>Whether the answer is this option.</summary>
    public virtual bool Says(string answer, string option) => answer == option;

    /// <summary>What the answer, or the limit it is compared with, amounts to; null when it amounts to nothing.</summary>
    public virtual decimal? Measure(string text, DateOnly today) => null;

    /// <summary>Why a condition cannot ask this of its answer, after « X » and a colon; null when it can.</summary>
    public string? RefuseClause(Question question, Clause clause) => (Compares, clause.Test) switch
    {
        (_, Test.Answered or Test.Unanswered) => null,
        (Comparison.Options, Test.Is or Test.IsNot) => OptionsOf(question).Contains(clause.Value) ? null : $"« {question.Label} » ne propose plus la réponse « {clause.Value} ».",
        (Comparison.Options or Comparison.None, _) => $"les réponses à « {question.Label} » ne se comparent pas ainsi.",
        _ when Measure(clause.Value, DateOnly.MinValue.AddYears(200)) is not null => null,
        (Comparison.Days, _) => $"« {clause.Value} » n’est ni une date comme 23/11/2026, ni « aujourd’hui », ni un âge comme « 18 ans ».",
        _ => $"« {clause.Value} » n’est pas un nombre.",
    };

    /// <summary>A likely mistake that only its author can judge: asked once, then believed.</summary>
    public virtual string? Doubt(string answer) => null;

    /// <summary>The answer in the words and formats of the screen.</summary>
    public virtual string Show(Question question, string answer) => answer;
}

/// <summary>How answers of a kind are compared in conditions.</summary>
internal enum Comparison
{
    None,
    Options,
    Figures,
    Days,
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
