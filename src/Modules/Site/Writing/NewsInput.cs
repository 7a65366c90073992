using System.ComponentModel.DataAnnotations;
using Saas.Modules.Site.Model;

namespace Saas.Modules.Site.Writing;

/// <summary>A piece of news as its form holds it.</summary>
internal sealed class NewsInput
{
    /// <summary>Made once when the form is shown: saving twice makes one piece of news.</summary>
    public Guid Id { get; set; }

    /// <summary>The version the author has read.</summary>
    public int Version { get; set; }

    [Required(ErrorMessage = "Donnez un titre à l’actualité.")]
    [StringLength(NewsItem.LongestTitle, ErrorMessage = "Le titre est trop long : 140 caractères au plus.")]
    public string? Title { get; set; }

    [StringLength(NewsItem.LongestSummary, ErrorMessage = "Le résumé est trop long : 300 caractères au plus.")]
    public string? Summary { get; set; }

    [StringLength(PageInput.LongestBody, ErrorMessage = "Le texte est trop long : partagez-le en plusieurs actualités.")]
    public string? Body { get; set; }

    public string TitleWritten => (Title ?? "").Trim();

    public string SummaryWritten => string.Join(' ', (Summary ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public string BodyWritten => Body ?? "";

    public static NewsInput Of(NewsItem item) => new() { Id = item.Id, Version = item.Version, Title = item.Title, Summary = item.Summary, Body = item.Body };
}
