using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Saas.Modules.Requests.Model;
using Saas.Modules.Requests.Processing;
using Saas.Shell.Audit;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Web;

namespace Saas.Modules.Requests.Labelling;

/// <summary>Puts labels on a request and takes others off. What a colleague put on since the form was shown stays.</summary>
[Requires(RequestsPermissions.Process)]
internal sealed class LabelRequest(SaasDbContext db, CommuneLabels labels, AuditTrail trail) : FormPage
{
    [BindProperty(SupportsGet = true)]
    [FromRoute(Name = "id")]
    public Guid Id { get; set; }

    /// <summary>Those it had when the form was shown.</summary>
    [BindProperty]
    public IReadOnlyList<Guid> Shown { get; set; } = [];

    [BindProperty]
    public IReadOnlyList<Guid> Chosen { get; set; } = [];

    public Request Subject { get; private set; } = null!;

    public IReadOnlyList<CommuneLabels.Shown> Labels { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await ShowAsync(cancel) is NotFoundResult gone)
        {
            return gone;
        }

        Shown = Chosen = await PutAsync(cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await ShowAsync(cancel) is NotFoundResult gone)
        {
            return gone;
        }

        var known = Labels.ToDictionary(label => label.Id, label => label.Name);
        var put = await PutAsync(cancel);
        var added = Chosen.Except(Shown).Except(put).Where(known.ContainsKey).ToList();
        var removed = Shown.Except(Chosen).Intersect(put).ToList();
        if (added.Count + removed.Count > 0)
        {
            db.AddRange(added.Select(label => new RequestLabel { RequestId = Id, LabelId = label }));
            db.RemoveRange(await db.RequestLabels.Where(one => one.RequestId == Id && removed.Contains(one.LabelId)).ToListAsync(cancel));
            trail.Note(
                AuditKind.Requests,
                $"a changé les étiquettes de la demande {Subject.Reference}",
                ReadRequest.AddressOf(Id),
                AuditChange.Among(("Étiquettes", Names(put), Names(put.Except(removed).Concat(added)))));
            try
            {
                await db.SaveChangesAsync(cancel);
            }
            catch (DbUpdateException refused) when (refused is DbUpdateConcurrencyException || refused.IsDuplicate() || refused.IsBrokenLink())
            {
                // Put on, taken off or deleted by someone at the same instant.
                db.ChangeTracker.Clear();
                ModelState.AddModelError("", "Ce n’est pas encore enregistré : quelqu’un changeait les mêmes étiquettes. Vérifiez, puis enregistrez à nouveau.");
                return await ShowAsync(cancel);
            }
        }

        TempData.Say("Les étiquettes sont enregistrées.");
        return LocalRedirect(ReadRequest.AddressOf(Id));

        string Names(IEnumerable<Guid> ids) => string.Join(", ", ids.Select(id => known.GetValueOrDefault(id, "")).Order(French.Alphabet));
    }

    public override async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        Subject = (await db.Requests.AsNoTracking().SingleOrDefaultAsync(request => request.Id == Id, cancel))!;
        if (Subject is null)
        {
            return NotFound();
        }

        Labels = await labels.ListAsync(cancel);
        return Page();
    }

    private Task<List<Guid>> PutAsync(CancellationToken cancel) => db.RequestLabels.Where(put => put.RequestId == Id).Select(put => put.LabelId).ToListAsync(cancel);
}
