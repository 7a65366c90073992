using Microsoft.EntityFrameworkCore;
using Saas.Shell.Data;
using Saas.Shell.Tenancy;

namespace Saas.Modules.Forms.Model;

/// <summary>The module's tables, by name: <c>db.Forms</c>. At the root of a query only; inside a lambda, follow a navigation.</summary>
internal static class FormsData
{
    extension(SaasDbContext db)
    {
        public DbSet<Form> Forms => db.Set<Form>();

        public DbSet<Edition> Editions => db.Set<Edition>();

        public DbSet<Draft> Drafts => db.Set<Draft>();

        public IQueryable<StarterForm> StarterForms => db.StarterFormsOf(db.TenantKind);

        public IQueryable<StarterForm> StarterFormsOf(TenantKind kind) => db.Set<StarterForm>().Where(starter => starter.Kind == kind);
    }
}
