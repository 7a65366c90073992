using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Saas.Modules.Requests.Model;
using Saas.Shell.Data;
using Saas.Shell.Web;

namespace Saas.Modules.Requests.Labelling;

/// <summary>What is typed of a label, new or known.</summary>
internal abstract class LabelPage(SaasDbContext db) : FormPage
{
    [BindProperty]
    [Required(ErrorMessage = "Donnez un nom à l’étiquette.")]
    [StringLength(Label.LongestName, ErrorMessage = "Ce nom est trop long : 30 signes au plus.")]
    public string? Name { get; set; }

    [BindProperty]
    [Required(ErrorMessage = "Choisissez une couleur.")]
    [EnumDataType(typeof(LabelColour), ErrorMessage = "Choisissez une couleur.")]
    public LabelColour? Colour { get; set; }

    protected SaasDbContext Db => db;

    /// <summary>On one line, since it stands among others.</summary>
    protected string WrittenName => French.OneLine(Name);

    /// <summary>False when another label has this name, which is said beside it.</summary>
    protected async Task<bool> SaveAsync(CancellationToken cancel)
    {
        try
        {
            await db.SaveChangesAsync(cancel);
            return true;
        }
        catch (DbUpdateException conflict) when (conflict.IsDuplicate())
        {
            db.ChangeTracker.Clear();
            ModelState.AddModelError(nameof(Name), "Une étiquette porte déjà ce nom.");
            return false;
        }
    }
}
