using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Saas.Shell.Data;
using Saas.Shell.Settings;
using Saas.Shell.Tenancy;
using Saas.Shell.Web;

namespace Saas.Modules.Site.Model;

/// <summary>What visitors may see of this commune's site, its own pages in the place of the starter ones. Each thing is read once per request.</summary>
internal sealed class CommuneSite(SaasDbContext db, ITenantSettings settings, ICurrentTenant current, CommuneClock clock, IOptions<PlatformOptions> platform)
{
    private SiteSettings? _hall;
    private IReadOnlyList<VisiblePage>? _pages;
    private IReadOnlyList<Rubric>? _rubrics;
    private IReadOnlyList<Content>? _front;

    /// <summary>The name visitors type: the commune's own domain when it has one.</summary>
    public string Host => current.Tenant.CanonicalHost ?? $"{current.Tenant.Slug}.{platform.Value.Domain}";

    public async Task<SiteSettings> HallAsync(CancellationToken cancel) => _hall ??= await settings.GetAsync<SiteSettings>(cancel);

    /// <summary>The alerts and the events to come: what the frame and the home page show, in one statement.</summary>
    public async Task<IReadOnlyList<Content>> FrontAsync(CancellationToken cancel)
    {
        var today = clock.Today;
        return _front ??= await db.Contents.AsNoTracking().ShownAt(clock.Now)
            .Where(content => content is Alert || (content is Event && content.LastOn >= today))
            .OrderBy(content => content.PublishedAt).ThenBy(content => content.Id)
            .ToListAsync(cancel);
    }

    /// <summary>Every page visitors may open, without its text, in the order of the menu and then of the alphabet.</summary>
    public async Task<IReadOnlyList<VisiblePage>> PagesAsync(CancellationToken cancel)
    {
        await ReadPagesAsync(cancel);
        return _pages!;
    }

    /// <summary>The rubrics that hold something for visitors.</summary>
    public async Task<IReadOnlyList<Rubric>> RubricsAsync(CancellationToken cancel)
    {
        await ReadPagesAsync(cancel);
        return _rubrics!;
    }

    /// <summary>The page visitors see at this address, its placeholders replaced; null when there is none.</summary>
    public async Task<PageText?> FindPageAsync(string slug, CancellationToken cancel)
    {
        var own = db.Pages;
        var shown = await db.Pages.ShownAt(clock.Now).Where(page => page.Slug == slug)
            .Select(page => new { page.Title, page.Body, page.PictureId })
            .Concat(db.StarterPages.Where(starter => starter.Slug == slug && !own.Any(page => page.Slug == slug)).Select(starter => new { starter.Title, starter.Body, PictureId = (Guid?)null }))
            .SingleOrDefaultAsync(cancel);
        return shown is null ? null : Filled(new PageText(slug, shown.Title, shown.Body, await FindPictureAsync(shown.PictureId, cancel)), await HallAsync(cancel));
    }

    /// <summary>Null where there is none, or no longer.</summary>
    public async Task<Illustration?> FindPictureAsync(Guid? id, CancellationToken cancel) =>
        id is null ? null : (await db.Medias.AsNoTracking().SingleOrDefaultAsync(media => media.Id == id && media.Width > 0, cancel))?.Shown;

    public PageText Filled(PageText page, SiteSettings hall) => page with
    {
        Title = InText(page.Title, hall),
        Body = Placeholders.InHtml(page.Body, current, Host, hall, Facts),
    };

    public string InText(string text, SiteSettings hall) => Placeholders.InText(text, current, Host, hall, Facts);

    /// <summary>Pages, and which kinds hold something, in one statement: the frame of every page asks for both.</summary>
    private async Task ReadPagesAsync(CancellationToken cancel)
    {
        if (_pages is not null)
        {
            return;
        }

        var own = db.Pages;
        var today = clock.Today;
        string[] inRubrics = [.. Rubric.All.SelectMany(rubric => rubric.Kinds).Select(kind => kind.Name)];
        var rows = await db.Pages.ShownAt(clock.Now)
            .Select(page => new { Kind = "", page.Slug, page.Title, page.MenuOrder })
            .Concat(db.StarterPages.Where(starter => !own.Any(page => page.Slug == starter.Slug)).Select(starter => new { Kind = "", starter.Slug, starter.Title, starter.MenuOrder }))
            .Concat(db.Contents.ShownAt(clock.Now)
                .Where(content => inRubrics.Contains(EF.Property<string>(content, ContentConfiguration.KindName)) && (content.LastOn == null || content.LastOn >= today))
                .Select(content => new { Kind = EF.Property<string>(content, ContentConfiguration.KindName), Slug = "", Title = "", MenuOrder = (int?)0 })
                .Distinct())
            .ToListAsync(cancel);
        var hall = await HallAsync(cancel);
        _pages = [.. rows
            .Where(row => row.Kind.Length == 0)
            .Select(row => new VisiblePage(row.Slug, InText(row.Title, hall), row.MenuOrder))
            .OrderBy(page => page.MenuOrder ?? int.MaxValue)
            .ThenBy(page => page.Title, StringComparer.Create(French.Culture, ignoreCase: true))];
        _rubrics = [.. Rubric.All.Where(rubric => rubric.Kinds.Any(kind => rows.Any(row => row.Kind == kind.Name)))];
    }

    private SiteFacts Facts
    {
        get
        {
            var since = DateOnly.FromDateTime(clock.ToLocal(current.Tenant.CreatedAt));
            return new SiteFacts(HostingInWords(platform.Value, current.Words), $"{French.DayAndMonth(since)} {since.Year}");
        }
    }

    private static string HostingInWords(PlatformOptions host, TenantWords words) => host.HostedBy.Length == 0
        ? $"Le site est fourni et hébergé par la plateforme {host.Name} pour le compte de {words.Body}."
        : $"Le site est fourni par la plateforme {host.Name} pour le compte de {words.Body}. Il est hébergé par {string.Join(", ", new[] { host.HostedBy, host.HostAddress, host.HostTelephone.Length == 0 ? "" : $"téléphone {host.HostTelephone}" }.Where(part => part.Length > 0))}.";
}

/// <summary>A page as menus and lists know it.</summary>
internal sealed record VisiblePage(string Slug, string Title, int? MenuOrder)
{
    public string Address => PageAddress.Of(Slug);
}

/// <summary>A page as it is read.</summary>
internal sealed record PageText(string Slug, string Title, string Body, Illustration? Picture = null);
