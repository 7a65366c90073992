using Saas.Shell.Tenancy;
using Saas.Shell.Web;

namespace Saas.Modules.Site.Model;

/// <summary>A sitting of the council. Its text is the agenda of the sitting; what was examined and the minutes come after. Past ones stay to be read.</summary>
internal sealed class CouncilSession(Guid id, string slug) : Content(id, slug)
{
    public const int LongestTitle = 140;

    public DateOnly StartsOn { get; private set; }

    public TimeOnly? StartsAt { get; private set; }

    public string Place { get; private set; } = "";

    /// <summary>The list of what was examined (CGCT, L2121-25), as markup.</summary>
    public string Deliberations { get; private set; } = "";

    /// <summary>As markup.</summary>
    public string Minutes { get; private set; } = "";

    /// <summary>« mardi 2 décembre 2026 à 19 h ».</summary>
    public string When => $"{French.Day(StartsOn)}{(StartsAt is { } time ? $" à {French.Hour(time)}" : "")}";

    public override ContentKind Kind => ContentKind.Session;

    public override Wording Wording => new SessionWording(Title, Body, StartsOn, StartsAt, Place, Deliberations, Minutes);

    /// <summary>A day says enough.</summary>
    public override bool IsEmpty => false;

    /// <summary>What a session is called that has no name of its own.</summary>
    public static string TitleOf(DateOnly day) => $"Séance du {French.Day(day)}";

    public override string Gist(TenantWords words) => When;

    protected override void Take(Wording wording)
    {
        var said = (SessionWording)wording;
        (StartsOn, StartsAt, Place, Deliberations, Minutes) = (said.StartsOn, said.StartsAt, said.Place, said.Deliberations, said.Minutes);
    }
}
