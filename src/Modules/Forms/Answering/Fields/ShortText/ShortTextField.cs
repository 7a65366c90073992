using Saas.Modules.Forms.Model;
using Saas.Shell.Web;

namespace Saas.Modules.Forms.Answering.Fields;

internal sealed class ShortTextField : Field
{
    public const string Token = "Autocomplete";

    private const int Longest = 200;

    /// <summary>What a browser may know of its owner (tokens of the HTML standard), in the words of the screen.</summary>
    public static IReadOnlyList<(string Token, string Title)> Tokens { get; } =
    [
        ("", "rien de tel"),
        ("given-name", "son prénom"),
        ("family-name", "son nom de famille"),
        ("street-address", "son adresse"),
        ("organization", "le nom de son organisme ou association"),
    ];

    public override string Title => "Texte court";

    public override string Icon => "pencil";

    public override FieldGroup Group => FieldGroup.Text;

    public override QuestionRole SenderRole => QuestionRole.SenderName;

    public override IReadOnlyList<string> Settings => [Token];

    public static string AutoComplete(Question question) => question switch
    {
        { Role: QuestionRole.SenderName } => "name",
        _ when question.Setting(Token) is { Length: > 0 } token => token,
        _ => "off",
    };

    public override string? Refuse(Question question, string answer, DateOnly today) =>
        answer.Length <= Longest
            ? null
            : $"« {question.Label} » : {Longest} caractères au plus, vous en avez écrit {answer.Length.ToString("N0", French.Culture)}. Raccourcissez votre réponse.";

    public override string Show(Question question, string answer) => French.OneLine(answer);
}
