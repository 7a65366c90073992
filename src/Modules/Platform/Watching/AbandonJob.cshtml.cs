using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Jobs;
using Saas.Shell.Tenancy;
using Saas.Shell.Web;

namespace Saas.Modules.Platform.Watching;

/// <summary>Says that a piece of work will not be done, and why.</summary>
[OnPlatform]
[Requires(PlatformPermissions.Operate)]
internal sealed class AbandonJob(StuckJobs jobs, SaasDbContext db) : FormPage
{
    private JobKey? _key;

    [BindProperty(Name = "travail", SupportsGet = true)]
    public string? Job { get; set; }

    [BindProperty]
    [Required(ErrorMessage = "Dites pourquoi ce travail est abandonné.")]
    [StringLength(300, ErrorMessage = "Cette raison est trop longue : 300 signes au plus.")]
    public string? Reason { get; set; }

    public Row Work { get; private set; } = null!;

    public Task<IActionResult> OnGetAsync(CancellationToken cancel) => ShowAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await ShowAsync(cancel) is NotFoundResult gone)
        {
            return gone;
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        TempData.Say(await jobs.AbandonAsync(_key!.TenantId, _key.Kind, _key.Id, Reason!.Trim(), cancel)
            ? "Ce travail est abandonné."
            : "Ce travail est déjà fait, ou en cours en ce moment.");
        return LocalRedirect("/console/travaux");
    }

    public override async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        _key = JobKey.Read(Job);
        Work = _key is null ? null! : (await (
            from work in db.Set<DueWork>()
            join site in db.Set<TenantRow>() on work.TenantId equals site.Id
            where work.TenantId == _key.TenantId && work.Kind == _key.Kind && work.Id == _key.Id
            select new Row(site.Name, work.Kind, work.Attempts, work.LastError)).AsNoTracking().SingleOrDefaultAsync(cancel))!;
        return Work is null ? NotFound() : Page();
    }

    internal sealed record Row(string Name, string Kind, int Attempts, string? Error);
}
