using System.ComponentModel.DataAnnotations;
using Saas.Modules.Site.Model;
using Saas.Shell.Web;

namespace Saas.Modules.Site.Writing;

internal sealed class NewsInput : ContentInput
{
    [Required(ErrorMessage = "Donnez un titre à l’actualité.")]
    [StringLength(NewsItem.LongestTitle, ErrorMessage = "Le titre est trop long : 140 caractères au plus.")]
    public override string? Title { get; set; }

    [StringLength(NewsItem.LongestSummary, ErrorMessage = "Le résumé est trop long : 300 caractères au plus.")]
    public string? Summary { get; set; }

    public string SummaryWritten => French.OneLine(Summary);

    public override Wording ToWording() => new NewsWording(TitleWritten, SummaryWritten, Body ?? "") { Picture = Picture };

    public override void Take(Content content)
    {
        base.Take(content);
        Summary = content.Summary;
    }
}
