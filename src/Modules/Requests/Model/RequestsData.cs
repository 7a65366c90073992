using Microsoft.EntityFrameworkCore;
using Saas.Shell.Data;

namespace Saas.Modules.Requests.Model;

/// <summary>The module's tables, by name: <c>db.Requests</c>. At the root of a query only.</summary>
internal static class RequestsData
{
    extension(SaasDbContext db)
    {
        public DbSet<Request> Requests => db.Set<Request>();

        public DbSet<BulkAct> BulkActs => db.Set<BulkAct>();

        public DbSet<ReplyTemplate> ReplyTemplates => db.Set<ReplyTemplate>();

        public DbSet<Label> Labels => db.Set<Label>();

        public DbSet<RequestLabel> RequestLabels => db.Set<RequestLabel>();

        public DbSet<PlannedErasure> PlannedErasures => db.Set<PlannedErasure>();

        public DbSet<ErasedRequest> ErasedRequests => db.Set<ErasedRequest>();

        public DbSet<SavedFilter> SavedFilters => db.Set<SavedFilter>();

        public DbSet<ListColumns> ListColumns => db.Set<ListColumns>();

        public DbSet<Opinion> Opinions => db.Set<Opinion>();

        public DbSet<TimelineEntry> TimelineEntries => db.Set<TimelineEntry>();
    }
}
