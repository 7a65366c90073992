using Microsoft.EntityFrameworkCore;
using Saas.Shell.Data;

namespace Saas.Modules.Site.Model;

/// <summary>The module's tables, by name: <c>db.Pages</c>. At the root of a query only.</summary>
internal static class SiteData
{
    extension(SaasDbContext db)
    {
        public DbSet<Page> Pages => db.Set<Page>();

        public DbSet<NewsItem> News => db.Set<NewsItem>();

        public DbSet<StarterPage> StarterPages => db.Set<StarterPage>();
    }
}
