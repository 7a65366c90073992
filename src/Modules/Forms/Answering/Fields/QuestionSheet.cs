using Saas.Modules.Forms.Model;

namespace Saas.Modules.Forms.Answering.Fields;

/// <summary>One question on the page: what was typed so far and the files received for it.</summary>
/// <param name="CanSend">False in the preview.</param>
internal sealed record QuestionSheet(Question Question, string Value, IReadOnlyList<DraftFile> Files, bool CanSend)
{
    public string HintId => $"{Question.Field}-hint";

    public string ErrorId => $"{Question.Field}-error";

    public string? DescribedBy(bool refused) => (Question.Help.Length > 0, refused) switch
    {
        (true, true) => $"{HintId} {ErrorId}",
        (true, false) => HintId,
        (false, true) => ErrorId,
        _ => null,
    };
}
