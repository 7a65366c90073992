using Microsoft.EntityFrameworkCore;
using Saas.Shell.Data;

namespace Saas.Modules.Forms.Model;

/// <summary>The module's tables, by name: <c>db.Forms</c>. At the root of a query only; inside a lambda, follow a navigation.</summary>
internal static class FormsData
{
    extension(SaasDbContext db)
    {
        public DbSet<Form> Forms => db.Set<Form>();

        public DbSet<Edition> Editions => db.Set<Edition>();

        public DbSet<Draft> Drafts => db.Set<Draft>();

        public DbSet<StarterForm> StarterForms => db.Set<StarterForm>();
    }
}
