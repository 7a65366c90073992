using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Saas.Contracts.Requests;
using Saas.Modules.Forms.Answering.Fields;
using Saas.Modules.Forms.Composing;
using Saas.Modules.Forms.Model;
using Saas.Shell.Data;

namespace Saas.Modules.Forms.Answering;

/// <summary>The questions of one edition with what was answered so far: shown, checked, and at last filed.</summary>
internal sealed record AnswerSheet(Edition Edition, IReadOnlyDictionary<string, string> Typed, IReadOnlyList<DraftFile> Files, DateOnly Today)
{
    private Journey? _journey;

    /// <summary>Typed in by staff for someone who has no e-mail address, or whose documents they have in front of them: neither is demanded.</summary>
    public bool IsByStaff { get; init; }

    /// <summary>What the answers so far lead to.</summary>
    public Journey Journey => _journey ??= new Journey(Edition.Questions, question => question.Asked.TakesFiles ? string.Concat(FilesOf(question).Select(file => file.Name)) + Typed.GetValueOrDefault(question.Id) : ValueOf(question), Today);

    public static IReadOnlyDictionary<string, string> Blank { get; } = new Dictionary<string, string>();

    /// <summary>Whom to answer, empty if the form asks for no name.</summary>
    public string SenderName => Sender(QuestionRole.SenderName, IsNameQuestion);

    /// <summary>Where the receipt goes; null when no address was asked or given.</summary>
    public string? SenderEmail => Sender(QuestionRole.SenderEmail, question => question.Asked.SenderRole == QuestionRole.SenderEmail) is { Length: > 0 } address ? address : null;

    /// <summary>What looks like a mistake: asked about when it is sent, and believed when it is sent again.</summary>
    public IEnumerable<string> Doubtful => Edition.Questions.Select(ValueOf).Where((value, i) => value.Length > 0 && Edition.Questions[i].Asked.Doubt(value) is not null);

    /// <summary>What a step shows: what is met, and what an answer given on the same page may bring.</summary>
    public IReadOnlyList<QuestionSheet> Questions(Step step, bool canSend, ModelStateDictionary? said = null)
    {
        var live = Live(step);
        return [.. step.Questions.Where(question => live.Contains(question.Id) || Journey.Meets(question)).Select(question =>
            new QuestionSheet(question, Typed.GetValueOrDefault(question.Id, ""), FilesOf(question), canSend)
            {
                Refusal = string.Join(' ', said?[question.Field]?.Errors.Select(error => error.ErrorMessage) ?? []),
                IsMet = Journey.Meets(question),
                IsLive = live.Contains(question.Id),
                When = question.When is null ? "" : ConditionWords.ForResidents(question, Edition.Questions),
            })];
    }

    /// <summary>Names of the controls of a step that others of the step depend on.</summary>
    public static IEnumerable<string> Steering(Step step) => step.Questions
        .Where(question => step.Questions.Any(other => other.When?.Clauses.Any(clause => clause.QuestionId == question.Id) == true))
        .Select(question => question.Field);

    /// <summary>Answers and files given on other steps: kept on the page, should the draft be gone.</summary>
    public IEnumerable<(string QuestionId, string Answer)> Carried(Step step) => Typed
        .Where(answer => step.Questions.All(question => question.Id != answer.Key))
        .Select(answer => (answer.Key, answer.Value));

    public IEnumerable<DraftFile> FilesElsewhere(Step step) => BoundFiles.Where(file => step.Questions.All(question => question.Id != file.QuestionId));

    /// <summary>What stands between the answers and their sending: the control concerned, and a sentence.</summary>
    /// <param name="sure">Answers that were asked about before.</param>
    public IEnumerable<(string Field, string Sentence)> Refusals(IReadOnlyList<string> sure)
    {
        if (Journey.Exit is { } exit)
        {
            yield return (exit.Field, $"Vous n’êtes pas concerné par cette démarche : « {exit.Label} ».");
        }

        foreach (var question in Edition.Questions.Where(question => question.Asked.Asks && Journey.Meets(question)))
        {
            var (kind, value) = (question.Asked, ValueOf(question));
            var empty = kind.TakesFiles ? FilesOf(question).Count == 0 : value.Length == 0;
            var refusal = empty
                ? question.Required && !(IsByStaff && (kind.TakesFiles || kind.SenderRole == QuestionRole.SenderEmail)) ? kind.Missing(question) : null
                : kind.TakesFiles ? null : kind.Refuse(question, value, Today) ?? (sure.Contains(value) ? null : kind.Doubt(value));
            if (refusal is not null)
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
            .Where(question => question.Asked is { Asks: true, TakesFiles: false })
            .Select(question => new[] { question.Id, ValueOf(question) });
        var content = JsonSerializer.SerializeToUtf8Bytes(
            new { Edition.FormId, Answers = answered, Files = checksums.Distinct().Order(StringComparer.Ordinal) },
            EntityConfigurations.Json);
        return Convert.ToHexStringLower(SHA256.HashData(content));
    }

    public RequestToFile ToRequest(Guid draftId, Form form, bool looksLikeSpam, string? browser) => new(
        draftId,
        Fingerprint(BoundFiles.Select(file => file.Checksum)),
        "forms",
        Edition.Title,
        $"/demarches/{form.Slug}",
        SenderName,
        SenderEmail,
        form.Recipient,
        FiledAnswers(Edition.Questions),
        looksLikeSpam,
        browser,
        Edition.Terms,
        Edition.Id);

    /// <summary>As they are filed: of these questions those that were met.</summary>
    public IReadOnlyList<FiledAnswer> FiledAnswers(IEnumerable<Question> questions) =>
        [.. questions.Where(question => question.Asked.Asks && Journey.Meets(question)).Select(question =>
        {
            var value = ValueOf(question);
            var shown = value.Length > 0 ? question.Asked.Show(question, value) : "";
            return new FiledAnswer(
                question.Label,
                shown,
                [.. FilesOf(question).Select(file => new FiledFile(file.Id, file.Name, file.Size, file.Checksum))],
                question.Id,
                shown == value ? null : value);
        })];

    private IEnumerable<DraftFile> BoundFiles => Edition.Questions.SelectMany(FilesOf);

    /// <summary>What comes or goes with an answer of its own page, itself or by its section or an end before it.</summary>
    private static HashSet<string> Live(Step step)
    {
        var here = step.Questions.Select(question => question.Id).ToHashSet();
        var live = new HashSet<string>();
        var (section, after) = (false, false);
        foreach (var question in step.Questions)
        {
            var own = question.When?.Clauses.Any(clause => here.Contains(clause.QuestionId)) == true;
            section = question.Asked is SectionField ? own : section;
            if (own || section || after)
            {
                live.Add(question.Id);
            }

            after |= own && question.Asked is ExitField;
        }

        return live;
    }

    private static bool IsNameQuestion(Question question) =>
        question.Asked.SenderRole == QuestionRole.SenderName
        && question.Label.Split([' ', '\u00a0', '’', '\'', ','], StringSplitOptions.RemoveEmptyEntries).Contains("nom", StringComparer.OrdinalIgnoreCase);

    /// <summary>Line ends stay: some kinds keep one part per line.</summary>
    private string ValueOf(Question question) =>
        question.Asked.TakesFiles || Typed.GetValueOrDefault(question.Id) is not { } typed || string.IsNullOrWhiteSpace(typed) ? "" : typed.Trim(' ', '\u00a0', '\t');

    private List<DraftFile> FilesOf(Question question) =>
        question.Asked.TakesFiles ? [.. Files.Where(file => file.QuestionId == question.Id)] : [];

    private string Sender(QuestionRole role, Func<Question, bool> likely)
    {
        var met = Edition.Questions.Where(Journey.Meets).ToList();
        var question = met.FirstOrDefault(q => q.Role == role) ?? met.FirstOrDefault(likely);
        return question is null || ValueOf(question) is not { Length: > 0 } value ? "" : question.Asked.Show(question, value);
    }
}
