using Saas.Modules.Forms.Answering.Fields;
using Saas.Modules.Forms.Model;

namespace Saas.Modules.Forms.Composing;

/// <summary>A question as it is typed by staff. A kind ignores what belongs to others, so that changing the kind loses nothing.</summary>
internal sealed class QuestionInput
{
    public string? Label { get; set; }

    public string? Help { get; set; }

    public QuestionKind Kind { get; set; }

    public bool Required { get; set; } = true;

    /// <summary>One per line.</summary>
    public string? Options { get; set; }

    public bool AsList { get; set; }

    public List<FileFamily> Accepts { get; set; } = [];

    /// <summary>The answer says who sends the request: a name or an e-mail address.</summary>
    public bool IsSender { get; set; }

    public static QuestionInput New(QuestionKind kind) => new() { Kind = kind, Accepts = [.. Question.AllFiles] };

    public static QuestionInput Of(Question question) => new()
    {
        Label = question.Label,
        Help = question.Help,
        Kind = question.Kind,
        Required = question.Required,
        Options = string.Join('\n', question.Options),
        AsList = question.AsList,
        Accepts = [.. question.Accepts],
        IsSender = question.Role != QuestionRole.None,
    };

    public Question ToQuestion(string id) => new()
    {
        Id = id,
        Label = (Label ?? "").Trim(),
        Help = (Help ?? "").Trim(),
        Kind = Kind,
        Required = Required,
        Options = Kind == QuestionKind.Choice ? Lines() : [],
        AsList = Kind == QuestionKind.Choice && AsList,
        Accepts = Kind == QuestionKind.File ? [.. Question.AllFiles.Where(Accepts.Contains)] : Question.AllFiles,
        Role = (IsSender, Kind) switch
        {
            (true, QuestionKind.ShortText) => QuestionRole.SenderName,
            (true, QuestionKind.Email) => QuestionRole.SenderEmail,
            _ => QuestionRole.None,
        },
    };

    /// <summary>By the name of its control, a sentence.</summary>
    public IEnumerable<(string Field, string Sentence)> Refusals()
    {
        if (string.IsNullOrWhiteSpace(Label))
        {
            yield return (nameof(Label), "Écrivez la question.");
        }
        else if (Label.Trim().Length > 200)
        {
            yield return (nameof(Label), "La question est trop longue : 200 caractères au plus. Le reste peut aller dans l’aide.");
        }

        if (Help?.Length > 1_000)
        {
            yield return (nameof(Help), "L’aide est trop longue : 1 000 caractères au plus.");
        }

        if (Kind == QuestionKind.Choice && Lines().Count < 2)
        {
            yield return (nameof(Options), "Proposez au moins deux réponses différentes, une par ligne.");
        }

        if (Kind == QuestionKind.File && Accepts.Count == 0)
        {
            yield return (nameof(Accepts), "Cochez au moins un type de fichier.");
        }
    }

    public string KindTitle => FieldKinds.Of(Kind).Title;

    private List<string> Lines() =>
        [.. (Options ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct()];
}
