using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Saas.Modules.Requests.Model;
using Saas.Shell.Data;
using Saas.Shell.Web;

namespace Saas.Modules.Requests.Templates;

/// <summary>What is typed of a template, new or known.</summary>
internal abstract class TemplatePage(SaasDbContext db) : FormPage
{
    [BindProperty]
    [Required(ErrorMessage = "Donnez un titre au modèle.")]
    [StringLength(ReplyTemplate.LongestTitle, ErrorMessage = "Ce titre est trop long : 80 signes au plus.")]
    public string? Title { get; set; }

    [BindProperty]
    [Required(ErrorMessage = "Écrivez le texte du modèle.")]
    [StringLength(ReplyTemplate.LongestText, ErrorMessage = "Ce texte est trop long : 5 000 signes au plus.")]
    public string? Text { get; set; }

    protected SaasDbContext Db => db;

    /// <summary>A mark that nothing fills in would reach a resident as it is.</summary>
    protected void CheckMarks()
    {
        foreach (var mark in ReplyMarks.Unknown(Text ?? ""))
        {
            ModelState.AddModelError(nameof(Text), $"{mark} n’est pas un repère connu : il partirait tel quel. Les repères sont {string.Join(", ", ReplyMarks.All.Select(known => known.Mark))}.");
        }
    }

    /// <summary>False when another template has this title, which is said beside it.</summary>
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
            ModelState.AddModelError(nameof(Title), "Un modèle porte déjà ce titre.");
            return false;
        }
    }
}
