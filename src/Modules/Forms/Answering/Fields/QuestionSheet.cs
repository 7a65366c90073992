using Saas.Modules.Forms.Model;

namespace Saas.Modules.Forms.Answering.Fields;

/// <summary>One question on the page: what was typed so far, the files received for it, and what was refused of them.</summary>
/// <param name="CanSend">False in the preview.</param>
internal sealed record QuestionSheet(Question Question, string Value, IReadOnlyList<DraftFile> Files, bool CanSend)
{
    /// <summary>Empty when nothing is wrong.</summary>
    public string Refusal { get; init; } = "";

    /// <summary>Whether the answers so far lead here.</summary>
    public bool IsMet { get; init; } = true;

    /// <summary>Whether it comes or goes with an answer of the same page.</summary>
    public bool IsLive { get; init; }

    /// <summary>Its condition, for those whose browser runs no script and who see it in any case. Empty when it has none of its own.</summary>
    public string When { get; init; } = "";

    public bool IsRefused => Refusal.Length > 0;

    public string HintId => $"{Question.Field}-hint";

    public string ErrorId => $"{Question.Field}-error";

    /// <param name="hint">What the kind adds to the help that staff wrote.</param>
    public string? DescribedBy(string hint = "") => (Question.Help.Length + hint.Length > 0, IsRefused) switch
    {
        (true, true) => $"{HintId} {ErrorId}",
        (true, false) => HintId,
        (false, true) => ErrorId,
        _ => null,
    };
}
