using Saas.Modules.Forms.Model;

namespace Saas.Modules.Forms.Answering.Fields;

internal sealed class NumberField : FigureField
{
    public const string Unit = "Unit";

    /// <summary>« true » when the answer may have decimals.</summary>
    public const string Decimals = "Decimals";

    public override string Title => "Nombre";

    public override string Icon => "list-ol";

    public override IReadOnlyList<string> Settings => [Least, Most, Unit, Decimals];

    public override string Missing(Question question) => $"Indiquez un nombre : « {question.Label} ».";

    public static bool HasDecimals(Question question) => question.Setting(Decimals) == "true";

    public override string Show(Question question, string answer) =>
        question.Setting(Unit) is { Length: > 0 } unit ? $"{base.Show(question, answer)}\u00a0{unit}" : base.Show(question, answer);

    protected override bool IsWellFormed(Question question, decimal figure) => HasDecimals(question) || figure == decimal.Truncate(figure);

    protected override string Expected(Question question) =>
        HasDecimals(question) ? "un nombre. Écrivez-le en chiffres, par exemple 12,5" : "un nombre entier. Écrivez-le en chiffres, par exemple 12";
}
