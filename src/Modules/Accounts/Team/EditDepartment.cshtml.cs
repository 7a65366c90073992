using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Saas.Shell.Audit;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Web;

namespace Saas.Modules.Accounts.Team;

/// <summary>Renames a department, or deletes it when nobody is in it.</summary>
[Requires(AccountsPermissions.Manage)]
internal sealed class EditDepartment(SaasDbContext db, StaffTrail trail) : FormPage
{
    [BindProperty(Name = "id", SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    [Required(ErrorMessage = "Donnez un nom au service.")]
    [StringLength(Department.LongestName, ErrorMessage = "Ce nom est trop long : 80 signes au plus.")]
    public string? Name { get; set; }

    [BindProperty]
    public bool Delete { get; set; }

    public Department Department { get; private set; } = null!;

    public bool Used { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        ModelState.Clear();
        var shown = await ShowAsync(cancel);
        Name = Department?.Name;
        return shown;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel))
        {
            return NotFound();
        }

        if (Delete)
        {
            return await DeleteAsync(cancel);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var before = Department.Name;
        Department.Rename(Name!.Trim());
        trail.Note(StaffAct.DepartmentRenamed, Department.Name, AuditChange.Among(("Nom", before, Department.Name)));
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException conflict) when (conflict.IsDuplicate())
        {
            db.ChangeTracker.Clear();
            ModelState.AddModelError(nameof(Name), "Un service porte déjà ce nom.");
            return await ShowAsync(cancel);
        }

        TempData.Say("C’est enregistré.");
        return LocalRedirect("/gestion/equipe/services");
    }

    public override async Task<IActionResult> ShowAsync(CancellationToken cancel) => await LoadAsync(cancel) ? Page() : NotFound();

    private async Task<IActionResult> DeleteAsync(CancellationToken cancel)
    {
        ModelState.Clear();
        Name = Department.Name;
        db.Remove(Department);
        trail.Note(StaffAct.DepartmentDeleted, Department.Name);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException conflict) when (conflict.IsBrokenLink())
        {
            db.ChangeTracker.Clear();
            ModelState.AddModelError("", "Quelqu’un fait partie de ce service : il n’est pas supprimé.");
            return await ShowAsync(cancel);
        }

        TempData.Say("Le service est supprimé.");
        return LocalRedirect("/gestion/equipe/services");
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        var department = await db.Set<Department>().SingleOrDefaultAsync(d => d.Id == Id, cancel);
        Department = department!;
        Used = await db.Set<Membership>().AnyAsync(m => m.DepartmentId == Id, cancel) || await db.Set<Invitation>().AnyAsync(i => i.DepartmentId == Id, cancel);
        return department is not null;
    }
}
