using Saas.Modules.Forms.Model;
using Saas.Shell.Web;

namespace Saas.Modules.Forms.Answering.Fields;

/// <summary>In euros.</summary>
internal sealed class AmountField : FigureField
{
    public override string Title => "Montant en euros";

    public override string Icon => "receipt";

    public override string Missing(Question question) => $"Indiquez un montant : « {question.Label} ».";

    protected override bool IsWellFormed(Question question, decimal figure) => figure == decimal.Round(figure, 2);

    protected override string Expected(Question question) => "un montant. Écrivez-le en chiffres, par exemple 12,50";

    protected override string Write(decimal figure) => figure.ToString("#,0.00", French.Culture) + "\u00a0€";
}
