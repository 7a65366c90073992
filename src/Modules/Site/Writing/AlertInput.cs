using System.ComponentModel.DataAnnotations;
using Saas.Modules.Site.Model;

namespace Saas.Modules.Site.Writing;

internal sealed class AlertInput : ContentInput
{
    [Required(ErrorMessage = "Écrivez le texte de l’alerte.")]
    [StringLength(Alert.LongestTitle, ErrorMessage = "Le texte est trop long : 160 caractères au plus. Détaillez dans une page, et donnez son adresse plus bas.")]
    public override string? Title { get; set; }

    public AlertLevel Level { get; set; }

    [RegularExpression(@"\s*(/([^/\\\s][^\\\s]*)?|https://\S+)\s*", ErrorMessage = "L’adresse commence par / pour une page du site, ou par https:// pour un autre site.")]
    [StringLength(500, ErrorMessage = "L’adresse est trop longue.")]
    public string? Link { get; set; }

    public override Wording ToWording() => new AlertWording(TitleWritten, Level, (Link ?? "").Trim());

    public override void Take(Content content)
    {
        base.Take(content);
        (Level, Link) = (((Alert)content).Level, ((Alert)content).Link);
    }
}
