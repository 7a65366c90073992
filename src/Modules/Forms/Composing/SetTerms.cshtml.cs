using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Saas.Contracts.Requests;
using Saas.Modules.Forms.Model;
using Saas.Shell.Audit;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Web;

namespace Saas.Modules.Forms.Composing;

/// <summary>What the procedure promises, published with it, and when it may be filed, which applies at once.</summary>
[Requires(FormsPermissions.Compose)]
internal sealed class SetTerms(SaasDbContext db, AuditTrail trail) : FormPage
{
    private const int LongestLine = 200;

    private const int MostMonths = 12;

    private const int LongestRetention = 1_200;

    [BindProperty]
    public TermsInput Input { get; set; } = new();

    /// <summary>Of the form this page shows.</summary>
    [BindProperty]
    public int Version { get; set; }

    public Form Form { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
        {
            return NotFound();
        }

        Input = TermsInput.Of(Form);
        return await ShowAsync(cancel);
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
        {
            return NotFound();
        }

        Check();
        if (ModelState.IsValid && Version != Form.Version && Seen.Of(Input) != Seen.Of(TermsInput.Of(Form)))
        {
            SayStale();
        }

        if (!ModelState.IsValid)
        {
            return await ShowAsync(cancel);
        }

        var (before, limits) = (Form.Terms, Limits());
        Form.Promise(Input.ToTerms());
        Form.Limit(TermsInput.Day(Input.OpensOn), TermsInput.Day(Input.ClosesOn), TermsInput.Number(Input.MostRequests));
        var changes = AuditChange.Among(
            ("Silence de l’administration", Wording.Silence(before), Wording.Silence(Form.Terms)),
            ("Fondement", before.LegalBasis, Form.Terms.LegalBasis),
            ("Service", before.Service, Form.Terms.Service),
            ("Ouverture", limits, Limits()));
        trail.Note(AuditKind.Procedures, $"a modifié les règles de la démarche « {Form.Title} »", $"/gestion/demarches/{id}", changes);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            SayStale();
            return await LoadAsync(id, cancel) ? await ShowAsync(cancel) : NotFound();
        }

        TempData.Say(Form is { State: FormState.Open, HasUnpublishedChanges: true }
            ? "Les règles sont enregistrées. L’ouverture s’applique déjà ; le reste attend la prochaine publication."
            : "Les règles sont enregistrées.");
        return Redirect($"/gestion/demarches/{id}");
    }

    public override async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        if (Form is null && !await LoadAsync(Guid.Parse((string)RouteData.Values["id"]!), cancel))
        {
            return NotFound();
        }

        ModelState.Remove(nameof(Version));
        Version = Form!.Version;
        return Page();
    }

    private string Limits() => $"{Form.OpensOn?.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture)} – {Form.ClosesOn?.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture)}, {Form.MostRequests?.ToString(CultureInfo.InvariantCulture)}";

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancel)
    {
        var form = await db.Forms.SingleOrDefaultAsync(f => f.Id == id, cancel);
        Form = form!;
        return form is not null;
    }

    private void SayStale() => ModelState.AddModelError(
        "",
        "Cette démarche a été modifiée entre-temps, dans un autre onglet ou par un collègue. Vos réglages sont conservés ci-dessous et rien n’a été enregistré : vérifiez, puis enregistrez à nouveau.");

    private void Check()
    {
        RefuseUnless(Input.Silence == Silence.None || TermsInput.Number(Input.Months) is >= 1 and <= MostMonths, nameof(Input.Months), $"Le délai se compte en mois entiers, de 1 à {MostMonths}.");
        RefuseUnless(Input.Silence == Silence.None || Input.Kind == RequestKind.Application, nameof(Input.Silence), "Seul le silence gardé sur une demande vaut décision. Choisissez « une demande », ou « rien ».");
        RefuseUnless(Input.ServiceEmail is not { Length: > 0 } email || Form.IsAddress(email.Trim()), nameof(Input.ServiceEmail), $"« {Input.ServiceEmail} » n’est pas une adresse e-mail. Elle s’écrit comme contact@exemple.fr, sans espace.");
        RefuseUnless(TermsInput.IsEmpty(Input.RetentionMonths) || TermsInput.Number(Input.RetentionMonths) is >= 1 and <= LongestRetention, nameof(Input.RetentionMonths), $"La durée se compte en mois entiers, de 1 à {LongestRetention}.");
        RefuseUnless(TermsInput.IsEmpty(Input.OpensOn) || TermsInput.Day(Input.OpensOn) is not null, nameof(Input.OpensOn), $"« {Input.OpensOn} » n’est pas une date. Écrivez-la comme 23/11/2026.");
        RefuseUnless(TermsInput.IsEmpty(Input.ClosesOn) || TermsInput.Day(Input.ClosesOn) is not null, nameof(Input.ClosesOn), $"« {Input.ClosesOn} » n’est pas une date. Écrivez-la comme 23/11/2026.");
        RefuseUnless(!(TermsInput.Day(Input.ClosesOn) < TermsInput.Day(Input.OpensOn)), nameof(Input.ClosesOn), "Le dernier jour est avant le premier : la démarche ne s’ouvrirait jamais.");
        RefuseUnless(TermsInput.IsEmpty(Input.MostRequests) || TermsInput.Number(Input.MostRequests) is > 0, nameof(Input.MostRequests), "Le nombre de demandes est un nombre entier, 1 au moins.");
        foreach (var (name, text) in new[] { (nameof(Input.LegalBasis), Input.LegalBasis), (nameof(Input.Service), Input.Service), (nameof(Input.ServiceTelephone), Input.ServiceTelephone), (nameof(Input.ServiceEmail), Input.ServiceEmail), (nameof(Input.ServiceAddress), Input.ServiceAddress) })
        {
            RefuseUnless((text ?? "").Length <= LongestLine, name, $"{LongestLine} caractères au plus.");
        }
    }

    private void RefuseUnless(bool right, string field, string sentence)
    {
        if (!right)
        {
            ModelState.AddModelError($"{nameof(Input)}.{field}", sentence);
        }
    }
}
