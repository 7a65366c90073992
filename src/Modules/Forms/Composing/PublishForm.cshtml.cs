using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Saas.Modules.Forms.Model;
using Saas.Shell.Audit;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Mail;
using Saas.Shell.Tenancy;
using Saas.Shell.Web;

namespace Saas.Modules.Forms.Composing;

[Requires(FormsPermissions.Compose)]
internal sealed class PublishForm(SaasDbContext db, IMailer mailer, ICurrentTenant current, AuditTrail trail, CommuneClock clock) : FormPage
{
    /// <summary>The edition this page proposes: pressed twice, it is published once.</summary>
    [BindProperty]
    public int Edition { get; set; }

    /// <summary>Of the form whose changes this page lists.</summary>
    [BindProperty]
    public int Version { get; set; }

    public Form Form { get; private set; } = null!;

    public IReadOnlyList<string> Missing { get; private set; } = [];

    public IReadOnlyList<string> Changes { get; private set; } = [];

    public bool CommuneIsPreparing => current.Tenant.State == TenantState.Preparing;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) =>
        await LoadAsync(id, cancel) ? await ShowAsync(cancel) : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
        {
            return NotFound();
        }

        if (Edition <= Form.EditionNumber)
        {
            return Published();
        }

        if (Version != Form.Version)
        {
            ModelState.AddModelError("", "La démarche a été modifiée depuis l’ouverture de cette page : rien n’est publié. Vérifiez ce qui change, puis publiez.");
            return await ShowAsync(cancel);
        }

        var unreachable = await IsUnreachableAsync(cancel);
        foreach (var missing in Form.MissingBeforePublication(unreachable, clock.Today))
        {
            ModelState.AddModelError("", missing);
        }

        if (!ModelState.IsValid)
        {
            return await ShowAsync(cancel);
        }

        var deed = Form.EditionNumber == 0 ? "a publié la démarche" : "a publié les changements de la démarche";
        db.Editions.Add(Form.Publish(unreachable, clock.Now));
        trail.Note(AuditKind.Procedures, $"{deed} « {Form.Title} »", $"/gestion/demarches/{id}");
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException refused) when (refused is DbUpdateConcurrencyException || refused.IsDuplicate())
        {
            db.ChangeTracker.Clear();
            return await OnPostAsync(id, cancel);
        }

        return Published();
    }

    public override async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        if (Form is null && !await LoadAsync(Guid.Parse((string)RouteData.Values["id"]!), cancel))
        {
            return NotFound();
        }

        var latest = await db.Editions.AsNoTracking().SingleOrDefaultAsync(edition => edition.FormId == Form!.Id && edition.Number == Form.EditionNumber, cancel);
        Missing = ModelState.IsValid ? Form!.MissingBeforePublication(await IsUnreachableAsync(cancel), clock.Today) : [];
        Changes = Wording.Changes(Form!, latest);
        ModelState.Remove(nameof(Edition));
        ModelState.Remove(nameof(Version));
        (Edition, Version) = (Form!.EditionNumber + 1, Form.Version);
        return Page();
    }

    private RedirectResult Published()
    {
        TempData.Say(CommuneIsPreparing
            ? "La démarche est publiée. Elle s’ouvrira aux habitants avec le site."
            : "La démarche est publiée : les habitants peuvent y répondre.");
        return Redirect($"/gestion/demarches/{Form.Id}");
    }

    private async Task<bool> IsUnreachableAsync(CancellationToken cancel) =>
        Form.Recipient.Length > 0 && await mailer.IsUnreachableAsync(Form.Recipient, cancel);

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancel)
    {
        var form = await db.Forms.SingleOrDefaultAsync(f => f.Id == id, cancel);
        Form = form!;
        return form is not null;
    }
}
