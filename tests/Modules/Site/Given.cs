using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Saas.Modules.Site.Model;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Jobs;
using Saas.Shell.Provisioning;
using Saas.Shell.Settings;
using Saas.Shell.Tenancy;

namespace Saas.Modules.Site.Tests;

/// <summary>What a test starts from, in words.</summary>
internal static class Given
{
    private static int _count;

    /// <summary>A word no other test uses.</summary>
    public static string Word(string start = "mot") => $"{start}{Interlocked.Increment(ref _count)}x{Guid.NewGuid().ToString("N")[..6]}";

    public static Task<Page> PageAsync(SaasHost host, string insee, bool published = true, string? slug = null, string body = "<p>Un texte.</p>", int? menu = null) => host.InAsync(insee, async services =>
    {
        var db = services.GetRequiredService<SaasDbContext>();
        var word = slug ?? Word("page");
        var page = new Page(Guid.CreateVersion7(), word);
        page.Write(new PageWording($"Titre {word}", body, menu), "Une collègue", DateTimeOffset.UtcNow);
        if (published)
        {
            page.Publish(DateTimeOffset.UtcNow, until: null, "Une collègue", DateTimeOffset.UtcNow);
        }

        db.Add(page);
        await db.SaveChangesAsync();
        return page;
    });

    public static Task<NewsItem> NewsAsync(SaasHost host, string insee, DateTimeOffset? publishedAt = null, string? slug = null) => host.InAsync(insee, async services =>
    {
        var db = services.GetRequiredService<SaasDbContext>();
        var word = slug ?? Word("nouvelle");
        var item = new NewsItem(Guid.CreateVersion7(), word);
        item.Write(new NewsWording($"Titre {word}", $"Résumé {word}", "<p>Le texte.</p>"), "Une collègue", DateTimeOffset.UtcNow);
        if (publishedAt is { } at)
        {
            item.Publish(at, until: null, "Une collègue", DateTimeOffset.UtcNow);
        }

        db.Add(item);
        await db.SaveChangesAsync();
        return item;
    });

    public static Task TownHallAsync(SaasHost host, string insee, SiteSettings hall) => host.InAsync(insee, async services =>
    {
        await services.GetRequiredService<ITenantSettings>().SetAsync(hall, CancellationToken.None);
        await services.GetRequiredService<SaasDbContext>().SaveChangesAsync();
    });

    public static Task<SiteSettings> TownHallAsync(SaasHost host, string insee) =>
        host.InAsync(insee, services => services.GetRequiredService<ITenantSettings>().GetAsync<SiteSettings>(CancellationToken.None));

    /// <summary>A commune as it is founded: without a word of its own, not yet open.</summary>
    public static async Task PreparingCommuneAsync(SaasHost host, string insee)
    {
        await using var scope = host.Application.Services.CreateAsyncScope();
        var tenant = await scope.ServiceProvider.GetRequiredService<CommuneFounding>().FoundAsync(insee, CancellationToken.None);
        await using var commune = host.Application.Services.GetRequiredService<TenantScopes>().Open(tenant!);
        var accounts = commune.ServiceProvider.GetRequiredService<StaffAccounts>();
        await SaasHost.AddAdministratorAsync(commune.ServiceProvider, SaasHost.EmailOf(insee, Role.Administrator), "Secrétaire");
        await accounts.AddMemberAsync(SaasHost.EmailOf(insee, Role.Elected), "Maire", Role.Elected, SaasHost.Password, CancellationToken.None);
    }

    public static SiteSettings OpenOnWeekdays { get; } = new()
    {
        Street = "1 place de l’Église",
        PostalCode = "34270",
        City = "Claret",
        Telephone = "04 65 71 10 20",
        Email = "mairie@claret.test",
        Week = [.. new[] { DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday }
            .Select(day => new DayHours(day, [new OpeningRange(new TimeOnly(9, 0), new TimeOnly(12, 0)), new OpeningRange(new TimeOnly(14, 0), new TimeOnly(17, 30))]))],
    };

    public static async Task<Event> EventAsync(SaasHost host, string insee, DateOnly on, EventCategory category = EventCategory.Culture, bool publish = true)
    {
        var word = Word("evenement");
        var timing = new EventTiming(on, new TimeOnly(10, 0), on, new TimeOnly(12, 0), Repetition.Never, null);
        return (Event)await ContentAsync(host, insee, new Event(Guid.CreateVersion7(), word), new EventWording($"Titre {word}", "", "", "Salle des fêtes", category, timing), publish);
    }

    public static async Task<DirectoryEntry> EntryAsync(SaasHost host, string insee, DirectoryCategory category = DirectoryCategory.Association, bool publish = true, DirectoryFacts? facts = null, string? title = null, string summary = "")
    {
        var word = Word("fiche");
        return (DirectoryEntry)await ContentAsync(host, insee, new DirectoryEntry(Guid.CreateVersion7(), word), new DirectoryWording(title ?? $"Titre {word}", summary, "", category, facts ?? DirectoryFacts.None), publish);
    }

    public static async Task<CouncilMember> MemberAsync(SaasHost host, string insee, CouncilRole role, int? rank = null, bool publish = true, Civility civility = Civility.Madam)
    {
        var word = Word("Nom");
        return (CouncilMember)await ContentAsync(host, insee, new CouncilMember(Guid.CreateVersion7(), word.ToLowerInvariant()), new MemberWording($"Ana {word}", $"Délégation {word}", new MemberFacts(civility, "Ana", word, role, rank)), publish);
    }

    public static async Task<CouncilSession> SessionAsync(SaasHost host, string insee, DateOnly on, bool publish = true, string agenda = "", string deliberations = "", string minutes = "")
    {
        var word = Word("seance");
        return (CouncilSession)await ContentAsync(host, insee, new CouncilSession(Guid.CreateVersion7(), word), new SessionWording($"Titre {word}", agenda, on, new TimeOnly(19, 0), "Salle du conseil", deliberations, minutes), publish);
    }

    public static async Task<CanteenWeek> WeekAsync(SaasHost host, string insee, DateOnly monday, bool publish = true, string dishes = "Soupe\nPoisson", string allergens = "")
    {
        var facts = MenuFacts.None with { Tuesday = dishes, Allergens = allergens };
        return (CanteenWeek)await ContentAsync(host, insee, new CanteenWeek(Guid.CreateVersion7(), Word("menu")), new MenuWording(CanteenWeek.TitleOf(monday), monday, facts), publish);
    }

    public static async Task<WasteRound> RoundAsync(SaasHost host, string insee, DateOnly first, Repetition repeats = Repetition.Weekly, string place = "", string exceptions = "", bool publish = true)
    {
        var word = Word("collecte");
        var timing = new EventTiming(first, null, first, null, repeats, first.AddMonths(6));
        return (WasteRound)await ContentAsync(host, insee, new WasteRound(Guid.CreateVersion7(), word), new WasteWording($"Titre {word}", "", place, timing, new WasteFacts(Waste.Recyclable, exceptions)), publish);
    }

    public static async Task<RoadWorks> WorksAsync(SaasHost host, string insee, DateOnly from, DateOnly until, bool publish = true)
    {
        var word = Word("chantier");
        return (RoadWorks)await ContentAsync(host, insee, new RoadWorks(Guid.CreateVersion7(), word), new WorksWording($"Titre {word}", "", "Rue du Four", from, until, new WorksFacts(WorksNature.Closed, "Par la rue des Écoles", "")), publish);
    }

    public static Task<Content> ContentAsync(SaasHost host, string insee, Content content, Wording wording, bool publish) => host.InAsync(insee, async services =>
    {
        var db = services.GetRequiredService<SaasDbContext>();
        content.Write(wording, "Une collègue", DateTimeOffset.UtcNow);
        if (publish)
        {
            content.Publish(DateTimeOffset.UtcNow.AddMinutes(-1), until: null, "Une collègue", DateTimeOffset.UtcNow);
        }

        db.Add(content);
        await db.SaveChangesAsync();
        return content;
    });

    /// <summary>What time has done to a content, or a colleague.</summary>
    public static Task ChangedAsync(SaasHost host, string insee, Guid id, Action<Content> change) => host.InAsync(insee, async services =>
    {
        var db = services.GetRequiredService<SaasDbContext>();
        change(await db.Set<Content>().SingleAsync(content => content.Id == id));
        await db.SaveChangesAsync();
    });

    public static Task RunAsync(SaasHost host, string insee, string kind, Guid id) =>
        host.InAsync(insee, services => services.GetRequiredKeyedService<ITenantJob>(kind).RunAsync(id, CancellationToken.None));

    public static Task<List<DueWork>> DueAsync(SaasHost host, string insee, Guid id) => host.InAsync(insee, services =>
    {
        var db = services.GetRequiredService<SaasDbContext>();
        return db.Set<DueWork>().AsNoTracking().Where(work => work.TenantId == db.TenantId && work.Id == id).ToListAsync();
    });

    public static Task<long> ContentVersionAsync(SaasHost host, string insee) => host.InAsync(insee, services =>
        services.GetRequiredService<SaasDbContext>().Set<TenantRow>().Where(row => row.InseeCode == insee).Select(row => (long)row.ContentVersion).SingleAsync());

    public static Task<bool> IsInBinAsync(SaasHost host, string insee, Guid id) =>
        host.InAsync(insee, services => services.GetRequiredService<SaasDbContext>().Bin.AnyAsync(content => content.Id == id));

    /// <summary>Sent by the page that adds files; a picture is described too, unless nobody has said anything of it.</summary>
    public static async Task<Media> MediaAsync(SaasHost host, string insee, byte[] content, string name, string? alternative = "Une image grise")
    {
        var browser = host.Visit(insee, Role.Administrator);
        using var sent = await browser.SubmitAsync(await browser.OpenAsync("/gestion/site/medias/ajouter"), "/gestion/site/medias/ajouter", "Ajouter à la bibliothèque", [], [new SentFile("Files", name, content)]);
        Assert.NotNull(sent.Headers.Location);
        return await host.InAsync(insee, async services =>
        {
            var db = services.GetRequiredService<SaasDbContext>();
            var media = await db.Medias.Include(m => m.Files).SingleAsync(m => m.Name == name);
            if (media.IsPicture && alternative is not null)
            {
                media.Describe(alternative);
            }

            await db.SaveChangesAsync();
            return media;
        });
    }

    /// <summary>1000 by 500, of a name no other has.</summary>
    public static Task<Media> PictureAsync(SaasHost host, string insee, string? alternative = "Une image grise") =>
        MediaAsync(host, insee, Samples.Png(1_000, 500), $"{Word("photo")}.png", alternative);

    public static Task<Media?> StoredMediaAsync(SaasHost host, string insee, Guid id) =>
        host.InAsync(insee, services => services.GetRequiredService<SaasDbContext>().Set<Media>().AsNoTracking().Include(media => media.Files).SingleOrDefaultAsync(media => media.Id == id));

    public static Task<Page?> StoredPageAsync(SaasHost host, string insee, Guid id) =>
        host.InAsync(insee, services => services.GetRequiredService<SaasDbContext>().Pages.AsNoTracking().SingleOrDefaultAsync(page => page.Id == id));

    public static Task<NewsItem?> StoredNewsAsync(SaasHost host, string insee, Guid id) =>
        host.InAsync(insee, services => services.GetRequiredService<SaasDbContext>().News.AsNoTracking().SingleOrDefaultAsync(item => item.Id == id));
}

/// <summary>A clock that stands still.</summary>
internal sealed class StillClock(DateTimeOffset now) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => now;
}

/// <summary>Classes that change the town hall's settings of the shared communes take turns.</summary>
[CollectionDefinition("town hall")]
public sealed class TownHallTests : ICollectionFixture<SaasHost>;

/// <summary>Classes that count what the whole process does run alone.</summary>
[CollectionDefinition("alone", DisableParallelization = true)]
public sealed class AloneTests : ICollectionFixture<SaasHost>;
