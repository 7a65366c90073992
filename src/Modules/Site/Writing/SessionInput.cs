using System.ComponentModel.DataAnnotations;
using Saas.Modules.Site.Model;
using Saas.Shell.Web;

namespace Saas.Modules.Site.Writing;

internal sealed class SessionInput : ContentInput
{
    /// <summary>Null: named after its day.</summary>
    [StringLength(CouncilSession.LongestTitle, ErrorMessage = "Le titre est trop long : 140 caractères au plus.")]
    public override string? Title { get; set; }

    [Required(ErrorMessage = "Indiquez le jour.")]
    public DateOnly? StartsOn { get; set; }

    public TimeOnly? StartsAt { get; set; }

    [StringLength(Event.LongestPlace, ErrorMessage = "Le lieu est trop long : 140 caractères au plus.")]
    public string? Place { get; set; }

    [StringLength(LongestBody, ErrorMessage = "La liste est trop longue.")]
    public string? Deliberations { get; set; }

    [StringLength(LongestBody, ErrorMessage = "Le procès-verbal est trop long : résumez-le ici, et donnez l’adresse du document entier.")]
    public string? Minutes { get; set; }

    public override string TitleWritten =>
        !string.IsNullOrWhiteSpace(Title) ? Title.Trim()
        : StartsOn is { } day ? CouncilSession.TitleOf(day)
        : "";

    public override Wording ToWording() =>
        new SessionWording(TitleWritten, Body ?? "", StartsOn ?? default, StartsAt, French.OneLine(Place), Deliberations ?? "", Minutes ?? "");

    public override void Take(Content content)
    {
        base.Take(content);
        var session = (CouncilSession)content;
        (StartsOn, StartsAt, Place, Deliberations, Minutes) = (session.StartsOn, session.StartsAt, session.Place, session.Deliberations, session.Minutes);
        Title = session.Title == CouncilSession.TitleOf(session.StartsOn) ? null : session.Title;
    }
}
