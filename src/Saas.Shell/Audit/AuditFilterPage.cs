using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Web;

namespace Saas.Shell.Audit;

/// <summary>A page whose address says which entries of a trail it is about: that of a commune, or that of the platform.</summary>
public abstract class AuditFilterPage<TEntry>(SaasDbContext db, CommuneClock clock, StaffPlace place) : FormPage
    where TEntry : class, IAuditEntry
{
    [BindProperty(SupportsGet = true, Name = "qui")]
    public string? Person { get; set; }

    [BindProperty(SupportsGet = true, Name = "sorte")]
    public string? Kind { get; set; }

    [BindProperty(SupportsGet = true, Name = "du")]
    public string? From { get; set; }

    [BindProperty(SupportsGet = true, Name = "au")]
    public string? To { get; set; }

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Words { get; set; }

    [BindProperty(SupportsGet = true, Name = "site")]
    public string? Site { get; set; }

    /// <summary>The list of this place.</summary>
    public string ListAddress => place.Journal;

    public string ExportAddress => $"{place.Journal}/exporter";

    public bool NamesSites => place.IsConsole;

    public AuditFilter Filter => new(
        Person,
        Enum.TryParse<AuditKind>(Kind, out var kind) && Enum.IsDefined(kind) ? kind : null,
        DayOf(From),
        DayOf(To),
        Words,
        place.IsConsole && Guid.TryParse(Site, out var site) ? site : null);

    protected SaasDbContext Database => db;

    protected CommuneClock Clock => clock;

    protected IQueryable<TEntry> All => db.Set<TEntry>().AsNoTracking();

    protected IQueryable<TEntry> Found
    {
        get
        {
            var found = Filter.In(All, clock.ToInstant);
            return Filter.Site is { } site && found is IQueryable<PlatformAuditEntry> acts ? (IQueryable<TEntry>)acts.Where(act => act.SiteId == site) : found;
        }
    }

    private static DateOnly? DayOf(string? typed) =>
        DateOnly.TryParseExact(typed, "O", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var day) ? day : null;
}
