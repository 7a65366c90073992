using System.ComponentModel.DataAnnotations;
using Saas.Modules.Site.Model;

namespace Saas.Modules.Site.Writing;

internal sealed class PageInput : ContentInput
{
    [Required(ErrorMessage = "Donnez un titre à la page.")]
    [StringLength(Page.LongestTitle, ErrorMessage = "Le titre est trop long : 120 caractères au plus.")]
    public override string? Title { get; set; }

    [Range(1, 9, ErrorMessage = "Choisissez une place dans la liste.")]
    public int? MenuOrder { get; set; }

    [StringLength(Page.LongestKeywords, ErrorMessage = "Il y a trop d’autres mots : 300 caractères au plus.")]
    public string? Keywords { get; set; }

    public override Wording ToWording() => new PageWording(TitleWritten, Body ?? "", MenuOrder) { Keywords = (Keywords ?? "").Trim(), Picture = Picture };

    public override void Take(Content content)
    {
        base.Take(content);
        (MenuOrder, Keywords) = (((Page)content).MenuOrder, ((Page)content).Keywords);
    }
}
