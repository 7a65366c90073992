using System.ComponentModel.DataAnnotations;
using Saas.Modules.Site.Model;

namespace Saas.Modules.Site.Writing;

/// <summary>A page as its form holds it.</summary>
internal sealed class PageInput
{
    /// <summary>Some two hundred printed pages.</summary>
    public const int LongestBody = 400_000;

    /// <summary>Made once when the form is shown: saving twice makes one page.</summary>
    public Guid Id { get; set; }

    /// <summary>The version the author has read.</summary>
    public int Version { get; set; }

    [Required(ErrorMessage = "Donnez un titre à la page.")]
    [StringLength(Page.LongestTitle, ErrorMessage = "Le titre est trop long : 120 caractères au plus.")]
    public string? Title { get; set; }

    [StringLength(LongestBody, ErrorMessage = "Le texte est trop long : partagez-le en plusieurs pages.")]
    public string? Body { get; set; }

    [Range(1, 9, ErrorMessage = "Choisissez une place dans la liste.")]
    public int? MenuOrder { get; set; }

    public string TitleWritten => (Title ?? "").Trim();

    public string BodyWritten => Body ?? "";

    public static PageInput Of(Page page) => new() { Id = page.Id, Version = page.Version, Title = page.Title, Body = page.Body, MenuOrder = page.MenuOrder };
}
