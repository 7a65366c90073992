using Saas.Shell.Tenancy;
using Saas.Shell.Web;

namespace Saas.Modules.Site.Model;

/// <summary>Where one cannot pass, or not as usual, and until when.</summary>
internal sealed class RoadWorks(Guid id, string slug) : Content(id, slug)
{
    public const int LongestTitle = 140;

    public const int LongestDetour = 600;

    public const int LongestContact = 200;

    public string Place { get; private set; } = "";

    public DateOnly StartsOn { get; private set; }

    /// <summary>Included.</summary>
    public DateOnly EndsOn { get; private set; }

    public WorksFacts Facts { get; private set; } = WorksFacts.None;

    public override ContentKind Kind => ContentKind.Works;

    public override Wording Wording => new WorksWording(Title, Body, Place, StartsOn, EndsOn, Facts);

    /// <summary>A place and its days say enough.</summary>
    public override bool IsEmpty => false;

    /// <summary>« du lundi 7 décembre 2026 au vendredi 11 décembre 2026 ».</summary>
    public string When => StartsOn == EndsOn ? French.Day(StartsOn) : $"du {French.Day(StartsOn)} au {French.Day(EndsOn)}";

    public override string Gist(TenantWords words) => When;

    protected override void Take(Wording wording)
    {
        var said = (WorksWording)wording;
        (Place, StartsOn, EndsOn, Facts) = (said.Place, said.StartsOn, said.EndsOn, said.Facts);
        LastOn = said.EndsOn;
    }
}

/// <param name="Detour">By which way to go instead.</param>
/// <param name="Contact">Who answers about it.</param>
internal sealed record WorksFacts(WorksNature Nature, string Detour, string Contact)
{
    public static readonly WorksFacts None = new(WorksNature.Other, "", "");
}

/// <summary>What one notices of it, the worst first. Stored by name.</summary>
internal enum WorksNature
{
    Closed,
    Alternating,
    Parking,
    Cut,
    Other,
}

internal static class WorksNatures
{
    public static string Title(this WorksNature nature) => nature switch
    {
        WorksNature.Closed => "Rue barrée",
        WorksNature.Alternating => "Circulation alternée",
        WorksNature.Parking => "Stationnement interdit",
        WorksNature.Cut => "Coupure d’eau, d’électricité ou de réseau",
        _ => "Gêne possible",
    };
}
