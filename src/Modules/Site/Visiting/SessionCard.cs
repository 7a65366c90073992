using Saas.Modules.Site.Model;
using Saas.Shell.Web;

namespace Saas.Modules.Site.Visiting;

/// <summary>A session of the council as lists show it, with what can be read of it.</summary>
internal sealed record SessionCard(string Slug, string Title, DateOnly StartsOn, TimeOnly? StartsAt, string Place, bool HasAgenda, bool HasDeliberations, bool HasMinutes)
{
    public string Address => ContentKind.Session.AddressOf(Slug);

    public string When => string.Join(", ", new[] { $"{French.Day(StartsOn)}{(StartsAt is { } time ? $" à {French.Hour(time)}" : "")}", Place }.Where(part => part.Length > 0));

    /// <summary>« Ordre du jour, délibérations » ; empty when there is nothing to read yet.</summary>
    public string ToRead
    {
        get
        {
            var parts = string.Join(", ", new[] { HasAgenda ? "ordre du jour" : "", HasDeliberations ? "liste des délibérations" : "", HasMinutes ? "procès-verbal" : "" }.Where(part => part.Length > 0));
            return parts.Length == 0 ? "" : char.ToUpperInvariant(parts[0]) + parts[1..];
        }
    }
}
