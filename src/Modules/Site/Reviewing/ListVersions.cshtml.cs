using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Saas.Modules.Site.Model;
using Saas.Shell.Data;
using Saas.Shell.Identity;

namespace Saas.Modules.Site.Reviewing;

[Requires(SitePermissions.Edit)]
internal sealed class ListVersions(SaasDbContext db) : ContentPage(db)
{
    private const int Most = 100;

    private readonly SaasDbContext _db = db;

    public IReadOnlyList<Row> Versions { get; private set; } = [];

    public Task<IActionResult> OnGetAsync(CancellationToken cancel) => ShowAsync(cancel);

    protected override async Task<bool> PrepareAsync(CancellationToken cancel)
    {
        Versions = await _db.SavedVersions.Where(version => version.ContentId == Id)
            .OrderByDescending(version => version.Number)
            .Take(Most)
            .Select(version => new Row(version.Number, version.SavedAt, version.SavedBy))
            .ToListAsync(cancel);
        return true;
    }

    internal sealed record Row(int Number, DateTimeOffset SavedAt, string? SavedBy);
}
