using Saas.Shell.Tenancy;

namespace Saas.Modules.Site.Model;

/// <summary>A line above every page of the site, for a time.</summary>
internal sealed class Alert(Guid id, string slug) : Content(id, slug)
{
    /// <summary>Two lines on a phone.</summary>
    public const int LongestTitle = 160;

    public AlertLevel Level { get; private set; }

    /// <summary>Where more is said: a path of this site or an https address; empty when nowhere.</summary>
    public string Link { get; private set; } = "";

    public override ContentKind Kind => ContentKind.Alert;

    public override string Gist(TenantWords words) => Level.ToString();

    public override Wording Wording => new AlertWording(Title, Level, Link);

    /// <summary>Its title says all.</summary>
    public override bool IsEmpty => false;

    protected override void Take(Wording wording) => (Level, Link) = (((AlertWording)wording).Level, ((AlertWording)wording).Link);
}

/// <summary>From the least to the most pressing. Stored by name.</summary>
internal enum AlertLevel
{
    Information,
    Vigilance,
    Urgence,
}

internal static class AlertLevels
{
    public static string Title(this AlertLevel level) => level switch
    {
        AlertLevel.Urgence => "Urgence : danger, agir tout de suite",
        AlertLevel.Vigilance => "Vigilance : gêne ou risque",
        _ => "Information",
    };
}
