using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Saas.Contracts.Requests;
using Saas.Contracts.Site;
using Saas.Modules.Forms.Model;
using Saas.Shell.Audit;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Mail;
using Saas.Shell.Provisioning;
using Saas.Shell.Web;
using FormFile = Saas.Modules.Forms.Starting.FormFile;

namespace Saas.Modules.Forms.Composing;

[Requires(FormsPermissions.Compose)]
internal sealed class CreateForm(SaasDbContext db, IPublicFrame frame, IMailer mailer, AuditTrail trail, CommuneClock clock) : FormPage
{
    private const int MostAttempts = 5;

    public const int LongestTitle = 120;

    /// <summary>Made when the page was opened: a double click finds the form that exists.</summary>
    [BindProperty]
    public Guid Id { get; set; }

    [BindProperty]
    public string? Title { get; set; }

    /// <summary>Slug of a ready model; empty starts from a blank form.</summary>
    [BindProperty]
    public string? Starter { get; set; }

    public IReadOnlyList<StarterRow> Starters { get; private set; } = [];

    public Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        Id = Guid.CreateVersion7();
        return ShowAsync(cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var starter = string.IsNullOrEmpty(Starter) ? null : await db.StarterForms.AsNoTracking().SingleOrDefaultAsync(s => s.Slug == Starter, cancel);
        var title = string.IsNullOrWhiteSpace(Title) ? starter?.Title ?? "" : Title.Trim();
        if (title.Length == 0)
        {
            ModelState.AddModelError(nameof(Title), "Donnez un titre à la démarche, ou choisissez un modèle.");
        }
        else if (title.Length > LongestTitle)
        {
            ModelState.AddModelError(nameof(Title), $"Le titre est trop long : {LongestTitle} caractères au plus.");
        }

        if (!ModelState.IsValid)
        {
            return await ShowAsync(cancel);
        }

        await CreateAsync(title, starter, cancel);
        return RedirectToPage("/Composing/EditForm", new { id = Id });
    }

    /// <summary>Creates from a ready model and opens it, in one click. What stands in the way is said on its page.</summary>
    /// <param name="modele">Slug of the model.</param>
    public async Task<IActionResult> OnPostActivateAsync(string modele, CancellationToken cancel)
    {
        var starter = await db.StarterForms.AsNoTracking().SingleOrDefaultAsync(s => s.Slug == modele, cancel);
        if (starter is null)
        {
            return await ShowAsync(cancel);
        }

        if (await db.Forms.Where(form => form.Title == starter.Title && form.State == FormState.Open).Select(form => (Guid?)form.Id).FirstOrDefaultAsync(cancel) is { } open)
        {
            TempData.Say("Cette démarche est déjà ouverte aux habitants : la voici.");
            return RedirectToPage("/Composing/EditForm", new { id = open });
        }

        await CreateAsync(starter.Title, starter, cancel);
        var form = await db.Forms.SingleAsync(f => f.Id == Id, cancel);
        if (form.State != FormState.Draft)
        {
            return RedirectToPage("/Composing/EditForm", new { id = Id });
        }

        var unreachable = form.Recipient.Length > 0 && await mailer.IsUnreachableAsync(form.Recipient, cancel);
        if (form.MissingBeforePublication(unreachable, clock.Today).Count > 0)
        {
            TempData.Say("La démarche est créée. Il reste un point à compléter avant de l’ouvrir.");
            return Redirect($"/gestion/demarches/{Id}/publier");
        }

        db.Editions.Add(form.Publish(unreachable, clock.Now));
        trail.Note(AuditKind.Procedures, $"a publié la démarche « {form.Title} »", $"/gestion/demarches/{Id}");
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException refused) when (refused is DbUpdateConcurrencyException || refused.IsDuplicate())
        {
            // The other click of two has opened it.
            db.ChangeTracker.Clear();
        }

        TempData.Say($"La démarche est ouverte. Les demandes arrivent à {form.Recipient} et dans « Demandes ».");
        return RedirectToPage("/Composing/EditForm", new { id = Id });
    }

    /// <summary>From a file that this page of another commune, or this one, has given.</summary>
    public async Task<IActionResult> OnPostImportAsync(IFormFile? fichier, CancellationToken cancel)
    {
        if (fichier is null)
        {
            ModelState.AddModelError("fichier", "Choisissez le fichier de la démarche, puis importez-le.");
            return await ShowAsync(cancel);
        }

        await using var content = fichier.OpenReadStream();
        if (fichier.Length > FormFile.MostBytes || await FormFile.ReadAsync(content, cancel) is not { } file)
        {
            ModelState.AddModelError("fichier", $"« {fichier.FileName} » n’est pas une démarche téléchargée d’une commune de la plateforme, ou a été modifié depuis. Rien n’a été créé.");
            return await ShowAsync(cancel);
        }

        var title = string.IsNullOrWhiteSpace(Title) || Title.Trim().Length > LongestTitle ? file.Title : Title.Trim();
        await CreateAsync(title, file.ToStarter(db.TenantKind), cancel);
        return RedirectToPage("/Composing/EditForm", new { id = Id });
    }

    public override async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        var starters = await db.StarterForms.AsNoTracking()
            .Select(starter => new StarterRow(starter.Slug, starter.Title, starter.Summary))
            .ToListAsync(cancel);
        Starters = [.. starters.OrderBy(starter => starter.Title, French.Alphabet)];
        return Page();
    }

    /// <summary>Under <see cref="Id"/>, once, however often it is asked for.</summary>
    private async Task CreateAsync(string title, StarterForm? starter, CancellationToken cancel)
    {
        var recipient = (await frame.ReadAsync(cancel)).TownHall.Email ?? "";
        for (var attempt = 1; ; attempt++)
        {
            if (await db.Forms.AnyAsync(form => form.Id == Id, cancel))
            {
                break;
            }

            var form = new Form(Id == Guid.Empty ? Guid.CreateVersion7() : Id, title, await FreeSlugAsync(title, cancel));
            form.Describe(title, starter?.Summary ?? "", starter?.Introduction ?? "", recipient);
            form.Promise(starter?.Terms ?? new ProcedureTerms());
            foreach (var question in starter?.Questions ?? [])
            {
                form.Put(question);
            }

            if (await FindUntouchedAsync(form, cancel) is { } made)
            {
                Id = made;
                TempData.Say("Vous aviez déjà créé cette démarche, et elle est encore telle quelle : la voici.");
                break;
            }

            db.Add(form);
            trail.Note(AuditKind.Procedures, $"a créé la démarche « {title} »", $"/gestion/demarches/{form.Id}");
            try
            {
                await db.SaveChangesAsync(cancel);
                Id = form.Id;
                TempData.Say(starter is null ? "La démarche est créée. Ajoutez ses questions." : "La démarche est créée à partir du modèle. Vérifiez-la, puis publiez-la.");
                break;
            }
            catch (DbUpdateException refused) when (attempt < MostAttempts && refused.IsDuplicate())
            {
                // The other click, or a colleague with the same title at the same moment.
                db.ChangeTracker.Clear();
            }
        }
    }

    /// <summary>The page opened afresh after a step back has another identifier: what it would make is there already, and nobody has touched it.</summary>
    private async Task<Guid?> FindUntouchedAsync(Form form, CancellationToken cancel)
    {
        var alike = await db.Forms.AsNoTracking()
            .Where(known => known.Title == form.Title && known.State == FormState.Draft && known.Version == form.Version)
            .OrderBy(known => known.Id)
            .Select(known => new { known.Id, known.Questions })
            .ToListAsync(cancel);
        return alike.FirstOrDefault(known => known.Questions.Select(question => question.Id).SequenceEqual(form.Questions.Select(question => question.Id)))?.Id;
    }

    private async Task<string> FreeSlugAsync(string title, CancellationToken cancel)
    {
        var bare = Slugs.Of(title) is { Length: > 0 } slug ? slug : "demarche";
        var taken = await db.Forms.Where(form => form.Slug.StartsWith(bare)).Select(form => form.Slug).ToListAsync(cancel);
        return taken.Contains(bare)
            ? Enumerable.Range(2, taken.Count + 1).Select(number => $"{bare}-{number}").First(candidate => !taken.Contains(candidate))
            : bare;
    }

    internal sealed record StarterRow(string Slug, string Title, string Summary);
}
