using Microsoft.AspNetCore.Mvc;
using Saas.Shell.Assistance;
using Saas.Shell.Identity;
using Saas.Shell.Tenancy;
using Saas.Shell.Web;

namespace Saas.Modules.Platform.Assisting;

/// <summary>Goes into the back office of a commune that consents to it. The answer is a page that sends its ticket there by itself, or by its button.</summary>
[NeverKept]
[OnPlatform]
[Requires(PlatformPermissions.Operate)]
internal sealed class EnterCommune(AssistanceTickets tickets, ITenantDirectory directory, CommuneClock clock) : FormPage
{
    [BindProperty(Name = "id", SupportsGet = true)]
    public Guid Id { get; set; }

    public Tenant Commune { get; private set; } = null!;

    public AssistanceConsent? Consent { get; private set; }

    public Passage? Passage { get; private set; }

    public string Until => clock.Moment(Consent!.ExpiresAt);

    public Task<IActionResult> OnGetAsync(CancellationToken cancel) => ShowAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var shown = await ShowAsync(cancel);
        if (Commune is not null)
        {
            Passage = await tickets.IssueAsync(Commune, cancel);
            Passage.SayWhereFrom(Response);
        }

        return shown;
    }

    public override async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        Commune = directory.FindById(Id)!;
        if (Commune is null)
        {
            return NotFound();
        }

        Consent = await tickets.ConsentOfAsync(Commune, cancel);
        return Page();
    }
}
