using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http;
using Saas.Modules.Site.Model;

namespace Saas.Modules.Site.Writing;

/// <summary>A content as its form holds it.</summary>
internal abstract class ContentInput
{
    /// <summary>Some two hundred printed pages.</summary>
    public const int LongestBody = 400_000;

    /// <summary>The act of the button that looks for a picture and saves nothing.</summary>
    public const string SearchPictures = "images";

    /// <summary>Made once when the form is shown: saving twice makes one content.</summary>
    public Guid Id { get; set; }

    /// <summary>The version the author has read.</summary>
    public int Version { get; set; }

    public abstract string? Title { get; set; }

    [StringLength(LongestBody, ErrorMessage = "Le texte est trop long : partagez-le en plusieurs parties.")]
    public string? Body { get; set; }

    /// <summary>A picture of the library.</summary>
    public Guid? Picture { get; set; }

    /// <summary>One that is not there yet; it takes the place of the one chosen.</summary>
    public IFormFile? PictureFile { get; set; }

    [StringLength(Media.LongestAlternative, ErrorMessage = "La description est trop longue : 250 caractères au plus.")]
    public string? PictureAlternative { get; set; }

    public bool PictureDecorates { get; set; }

    /// <summary>Words of the name of the picture that is looked for.</summary>
    public string? PictureSearch { get; set; }

    /// <summary>The field that makes the title, where a refused one is told.</summary>
    public virtual string TitleField => nameof(Title);

    public virtual string TitleWritten => (Title ?? "").Trim();

    public abstract Wording ToWording();

    public virtual void Take(Content content) =>
        (Id, Version, Title, Body, Picture) = (content.Id, content.Version, content.Title, content.Body, content.PictureId);
}
