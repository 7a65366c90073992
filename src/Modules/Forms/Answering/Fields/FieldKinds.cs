using Saas.Modules.Forms.Model;

namespace Saas.Modules.Forms.Answering.Fields;

/// <summary>Every kind of question, in the order in which staff choose one.</summary>
internal static class FieldKinds
{
    private static readonly Dictionary<QuestionKind, Field> All = new()
    {
        [QuestionKind.ShortText] = new ShortTextField(),
        [QuestionKind.LongText] = new LongTextField(),
        [QuestionKind.Choice] = new ChoiceField(),
        [QuestionKind.Date] = new DateField(),
        [QuestionKind.Email] = new EmailField(),
        [QuestionKind.Telephone] = new TelephoneField(),
        [QuestionKind.File] = new FileField(),
    };

    public static IReadOnlyCollection<QuestionKind> Kinds => All.Keys;

    public static Field Of(QuestionKind kind) => All[kind];

    /// <summary>The one place that knows where the views of a kind lie: the folder has its name.</summary>
    public static string AnswerView(QuestionKind kind) => $"Answering/Fields/{kind}/_Answer";

    public static string EditView(QuestionKind kind) => $"Answering/Fields/{kind}/_Edit";
}
