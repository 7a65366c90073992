using System.Security.Cryptography;
using System.Text.Json;
using Saas.Contracts.Requests;
using Saas.Modules.Forms.Answering.Fields;
using Saas.Modules.Forms.Model;
using Saas.Shell.Data;

namespace Saas.Modules.Forms.Answering;

/// <summary>The questions of one edition with what was answered so far: shown, checked, and at last filed.</summary>
internal sealed record AnswerSheet(Edition Edition, IReadOnlyDictionary<string, string> Typed, IReadOnlyList<DraftFile> Files)
{
    public static IReadOnlyDictionary<string, string> Blank { get; } = new Dictionary<string, string>();

    /// <summary>Whom to answer, empty if the form asks for no name.</summary>
    public string SenderName => Sender(QuestionRole.SenderName, IsNameQuestion);

    /// <summary>Where the receipt goes; null when no address was asked or given.</summary>
    public string? SenderEmail => Sender(QuestionRole.SenderEmail, question => question.Kind == QuestionKind.Email) is { Length: > 0 } address ? address : null;

    public IEnumerable<QuestionSheet> Questions(bool canSend) => Edition.Questions.Select(question =>
        new QuestionSheet(question, Typed.GetValueOrDefault(question.Id, ""), FilesOf(question), canSend));

    /// <summary>What stands between the answers and their sending: the control concerned, and a sentence.</summary>
    public IEnumerable<(string Field, string Sentence)> Refusals()
    {
        foreach (var question in Edition.Questions)
        {
            var kind = FieldKinds.Of(question.Kind);
            var empty = question.Kind == QuestionKind.File ? FilesOf(question).Count == 0 : ValueOf(question).Length == 0;
            if (empty)
            {
                if (question.Required)
                {
                    yield return (question.Field, kind.Missing(question));
                }
            }
            else if (question.Kind != QuestionKind.File && kind.Refuse(question, ValueOf(question)) is { } refusal)
            {
                yield return (question.Field, refusal);
            }
        }
    }

    /// <summary>SHA-256 of what was answered. Two clicks on one button have the same, a changed answer another.</summary>
    /// <param name="checksums">Of the files: those received, or those the page says it had received.</param>
    public string Fingerprint(IEnumerable<string> checksums)
    {
        var answered = Edition.Questions
            .Where(question => question.Kind != QuestionKind.File)
            .Select(question => new[] { question.Id, ValueOf(question) });
        var content = JsonSerializer.SerializeToUtf8Bytes(
            new { Edition.FormId, Answers = answered, Files = checksums.Distinct().Order(StringComparer.Ordinal) },
            EntityConfigurations.Json);
        return Convert.ToHexStringLower(SHA256.HashData(content));
    }

    public RequestToFile ToRequest(Guid draftId, Form form, bool looksLikeSpam, string browser) => new(
        draftId,
        Fingerprint(BoundFiles.Select(file => file.Checksum)),
        "forms",
        Edition.Title,
        $"/demarches/{form.Slug}",
        SenderName,
        SenderEmail,
        form.Recipient,
        [.. Edition.Questions.Select(question => new FiledAnswer(
            question.Label,
            ValueOf(question) is { Length: > 0 } value ? FieldKinds.Of(question.Kind).Show(question, value) : "",
            [.. FilesOf(question).Select(file => new FiledFile(file.Id, file.Name, file.Size, file.Checksum))]))],
        looksLikeSpam,
        browser);

    private IEnumerable<DraftFile> BoundFiles => Edition.Questions.SelectMany(FilesOf);

    private static bool IsNameQuestion(Question question) =>
        question.Kind == QuestionKind.ShortText
        && question.Label.Split([' ', '\u00a0', '’', '\'', ','], StringSplitOptions.RemoveEmptyEntries).Contains("nom", StringComparer.OrdinalIgnoreCase);

    private string ValueOf(Question question) =>
        question.Kind == QuestionKind.File ? "" : Typed.GetValueOrDefault(question.Id, "").Trim();

    private List<DraftFile> FilesOf(Question question) =>
        question.Kind == QuestionKind.File ? [.. Files.Where(file => file.QuestionId == question.Id)] : [];

    private string Sender(QuestionRole role, Func<Question, bool> likely)
    {
        var question = Edition.Questions.FirstOrDefault(q => q.Role == role) ?? Edition.Questions.FirstOrDefault(likely);
        return question is null || ValueOf(question) is not { Length: > 0 } value ? "" : FieldKinds.Of(question.Kind).Show(question, value);
    }
}
