using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Saas.Modules.Site.Model;
using Saas.Shell.Audit;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Web;

namespace Saas.Modules.Site.Library;

/// <summary>Says what pictures show, one after the other. Those left empty wait.</summary>
[Requires(SitePermissions.Edit)]
internal sealed class DescribeMedia(SaasDbContext db, AuditTrail trail) : FormPage
{
    private const int Most = 20;

    [BindProperty]
    public List<Item> Items { get; set; } = [];

    public Task<IActionResult> OnGetAsync(CancellationToken cancel) => ShowAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var said = Items.Take(Most).Where(item => item.IsSaid).ToList();
        if (said.Count == 0)
        {
            ModelState.AddModelError($"{nameof(Items)}[0].{nameof(Item.Alternative)}", "Décrivez au moins une image, ou cochez « Image décorative ».");
        }

        if (!ModelState.IsValid)
        {
            return await ShowAsync(cancel);
        }

        var ids = said.Select(item => item.Id).ToList();
        var waiting = await Undescribed().Where(media => ids.Contains(media.Id)).ToListAsync(cancel);
        foreach (var media in waiting)
        {
            media.Describe(said.First(item => item.Id == media.Id).Said);
            trail.Note(AuditKind.Site, $"a décrit l’image « {media.Name} »", media.StaffAddress, AuditChange.Among(("Description", null, media.Alternative)));
        }

        await db.SaveChangesAsync(cancel);
        TempData.Say(waiting.Count == 0 ? "Ces images étaient déjà décrites." : $"{French.Count(waiting.Count, "image décrite", "images décrites")}.");
        return Redirect(await Undescribed().AnyAsync(cancel) ? $"{MediaLibrary.Address}/decrire" : MediaLibrary.Address);
    }

    public override async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        var typed = Items.DistinctBy(item => item.Id).ToDictionary(item => item.Id);
        var ids = typed.Keys.ToList();

        // Those that were shown first, in their places: what was typed stands where it stood.
        var waiting = await Undescribed().AsNoTracking()
            .OrderByDescending(media => ids.Contains(media.Id)).ThenBy(media => media.AddedAt).ThenBy(media => media.Id)
            .Take(Most)
            .ToListAsync(cancel);
        Items = [.. waiting.Select(media => typed.GetValueOrDefault(media.Id, new Item { Id = media.Id }) with { Media = media })];
        return Page();
    }

    private IQueryable<Media> Undescribed() => db.Medias.Where(media => media.Width > 0 && media.Alternative == null);

    internal sealed record Item
    {
        public Guid Id { get; init; }

        [StringLength(Model.Media.LongestAlternative, ErrorMessage = "La description est trop longue : 250 caractères au plus.")]
        public string? Alternative { get; init; }

        public bool Decorates { get; init; }

        /// <summary>What it is about, read anew each time.</summary>
        public Media Media { get; init; } = null!;

        public string Said => (Alternative ?? "").Trim();

        public bool IsSaid => Decorates || Said.Length > 0;
    }
}
