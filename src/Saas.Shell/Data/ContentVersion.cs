using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Saas.Shell.Tenancy;

namespace Saas.Shell.Data;

/// <summary>
/// Makes an edit visible on this node at the next request. The trigger <c>shell.content_changed</c> has raised the commune's content
/// version in the transaction; the directory reads it again here, after the commit and never before: a page rendered from the
/// old rows must not be kept under the new version. Other nodes learn it by notification.
/// </summary>
internal sealed class ContentVersion(ITenantDirectory directory) : SaveChangesInterceptor, IDbTransactionInterceptor
{
    private bool _changed;

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData,
        InterceptionResult<int> result,
        CancellationToken cancellationToken = default)
    {
        _changed |= eventData.Context!.ChangeTracker.Entries<IShownToVisitors>()
            .Any(entry => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted);
        return ValueTask.FromResult(result);
    }

    public override async ValueTask<int> SavedChangesAsync(
        SaveChangesCompletedEventData eventData,
        int result,
        CancellationToken cancellationToken = default)
    {
        if (eventData.Context!.Database.CurrentTransaction is null)
        {
            await RefreshAsync(eventData.Context, cancellationToken);
        }

        return result;
    }

    public Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default) =>
        RefreshAsync(eventData.Context!, cancellationToken);

    private async Task RefreshAsync(DbContext db, CancellationToken cancel)
    {
        if (_changed && ((SaasDbContext)db).CurrentTenant is { } tenant)
        {
            _changed = false;
            await directory.RefreshAsync(tenant.Id, cancel);
        }
    }
}
