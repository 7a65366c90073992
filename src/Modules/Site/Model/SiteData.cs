using Microsoft.EntityFrameworkCore;
using Saas.Shell.Data;
using Saas.Shell.Tenancy;

namespace Saas.Modules.Site.Model;

/// <summary>The module's tables, by name: <c>db.Pages</c>. What is in the bin is in <c>db.Bin</c> and nowhere else. At the root of a query only.</summary>
internal static class SiteData
{
    extension(SaasDbContext db)
    {
        public IQueryable<Content> Contents => db.Set<Content>().Where(content => content.DeletedAt == null);

        public IQueryable<Page> Pages => db.Set<Page>().Where(page => page.DeletedAt == null);

        public IQueryable<NewsItem> News => db.Set<NewsItem>().Where(item => item.DeletedAt == null);

        public IQueryable<Event> Events => db.Set<Event>().Where(happening => happening.DeletedAt == null);

        public IQueryable<DirectoryEntry> Directory => db.Set<DirectoryEntry>().Where(entry => entry.DeletedAt == null);

        public IQueryable<CouncilMember> Members => db.Set<CouncilMember>().Where(member => member.DeletedAt == null);

        public IQueryable<CouncilSession> Sessions => db.Set<CouncilSession>().Where(session => session.DeletedAt == null);

        public IQueryable<CanteenWeek> Menus => db.Set<CanteenWeek>().Where(week => week.DeletedAt == null);

        public IQueryable<WasteRound> Rounds => db.Set<WasteRound>().Where(round => round.DeletedAt == null);

        public IQueryable<RoadWorks> Works => db.Set<RoadWorks>().Where(works => works.DeletedAt == null);

        public IQueryable<Content> Bin => db.Set<Content>().Where(content => content.DeletedAt != null);

        public IQueryable<Media> Medias => db.Set<Media>().Where(media => media.DeletedAt == null);

        public DbSet<SavedVersion> SavedVersions => db.Set<SavedVersion>();

        public IQueryable<StarterPage> StarterPages => db.StarterPagesOf(db.TenantKind);

        public IQueryable<StarterPage> StarterPagesOf(TenantKind kind) => db.Set<StarterPage>().Where(page => page.Kind == kind);
    }

    public static IQueryable<Content> OfKind(this IQueryable<Content> contents, ContentKind kind)
    {
        var name = kind.Name;
        return contents.Where(content => EF.Property<string>(content, ContentConfiguration.KindName) == name);
    }

    /// <summary>Those that visitors see.</summary>
    public static IQueryable<TContent> ShownAt<TContent>(this IQueryable<TContent> contents, DateTimeOffset now)
        where TContent : Content =>
        contents.Where(content => content.PublishedAt <= now && (content.ExpiresAt == null || content.ExpiresAt > now));
}
