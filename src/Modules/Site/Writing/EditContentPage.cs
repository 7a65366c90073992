using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Saas.Modules.Site.Model;
using Saas.Shell.Data;
using Saas.Shell.Web;

namespace Saas.Modules.Site.Writing;

/// <summary>The page where one kind of content is written, with the fields of that kind.</summary>
internal abstract class EditContentPage<TContent, TInput>(SaasDbContext db, ContentEditing editing, ContentPictures pictures, CommuneClock clock) : FormPage
    where TContent : Content
    where TInput : ContentInput, new()
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public TInput Input { get; set; } = new();

    [BindProperty]
    public string? Act { get; set; }

    public TContent Stored { get; private set; } = null!;

    public OtherVersion? Other { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await FindAsync(cancel) is { } stored)
        {
            if (stored.DeletedAt is not null)
            {
                return Redirect($"{stored.StaffAddress}/retablir");
            }

            Input.Take(stored);
        }

        return await ShowAsync(cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await FindAsync(cancel) is null)
        {
            return NotFound();
        }

        if (await pictures.TakeAsync(Input, Act, ModelState, cancel))
        {
            return await ShowAsync(cancel);
        }

        if (await FindAsync(cancel) is not { } stored)
        {
            return NotFound();
        }

        if (stored.DeletedAt is not null)
        {
            ModelState.AddModelError("", $"{stored.Kind.Subject} vient d’être {stored.Kind.Agreed("mis")} à la corbeille. Votre texte est encore ci-dessous, mais pas enregistré : dans un autre onglet, rétablissez-{(stored.Kind.Feminine ? "la" : "le")} depuis la corbeille, puis enregistrez ici.");
        }

        if (!ModelState.IsValid)
        {
            return await ShowAsync(cancel);
        }

        Other = await editing.SaveAsync(stored, Input.ToWording(), Input.Version, "a modifié", cancel);
        if (Other is not null)
        {
            Input.Version = Other.Number;
            ModelState.AddModelError("", Other.InWords);
            return await ShowAsync(cancel);
        }

        TempData.Say(stored.StateAt(clock.Now) switch
        {
            ContentState.Published => $"{stored.Kind.Subject} est {stored.Kind.Agreed("enregistré")}, les visiteurs {(stored.Kind.Feminine ? "la" : "le")} voient ainsi.",
            ContentState.Scheduled => $"{stored.Kind.Subject} est {stored.Kind.Agreed("enregistré")}, et paraîtra {clock.Moment(stored.PublishedAt!.Value)}.",
            _ => "Le brouillon est enregistré.",
        });
        return Redirect(stored.StaffAddress);
    }

    public override async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        var stored = await FindAsync(cancel);
        Stored = stored!;
        return stored is null ? NotFound() : Page();
    }

    // In the bin too: who was writing when a colleague threw it away keeps their words.
    private Task<TContent?> FindAsync(CancellationToken cancel) => db.Set<TContent>().SingleOrDefaultAsync(content => content.Id == Id, cancel);
}
