using Saas.Shell.Web;

namespace Saas.Modules.Forms.Answering.Fields;

/// <summary>Every kind of question, in the order in which staff choose one.</summary>
internal static class FieldKinds
{
    private static readonly Dictionary<string, Field> ByKind = typeof(Field).Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(Field)) && !type.IsAbstract)
        .Select(type => (Field)Activator.CreateInstance(type)!)
        .OrderBy(field => field.Group)
        .ThenBy(field => field.Title, French.Alphabet)
        .ToDictionary(field => field.Kind, StringComparer.Ordinal);

    public static IReadOnlyCollection<Field> All => ByKind.Values;

    public static IEnumerable<IGrouping<string, Field>> Groups => All.GroupBy(kind => TitleOf(kind.Group));

    public static bool Has(string? kind) => kind is not null && ByKind.ContainsKey(kind);

    public static Field Of(string kind) => ByKind[kind];

    /// <summary>The one place that knows where the views of a kind lie: the folder has its name.</summary>
    public static string AnswerView(string kind) => $"Answering/Fields/{kind}/_Answer";

    public static string EditView(string kind) => $"Answering/Fields/{kind}/_Edit";

    private static string TitleOf(FieldGroup group) => group switch
    {
        FieldGroup.Text => "Texte",
        FieldGroup.Choices => "Choix",
        FieldGroup.Figures => "Dates et nombres",
        FieldGroup.Identity => "Coordonnées et identifiants",
        FieldGroup.Files => "Documents",
        _ => "À lire, sans réponse",
    };
}
