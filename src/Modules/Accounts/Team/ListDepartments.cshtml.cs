using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Web;

namespace Saas.Modules.Accounts.Team;

/// <summary>The departments of the town hall, and one more.</summary>
[Requires(AccountsPermissions.Manage)]
internal sealed class ListDepartments(SaasDbContext db, StaffTrail trail) : FormPage
{
    [BindProperty]
    public Guid DepartmentId { get; set; }

    [BindProperty]
    [Required(ErrorMessage = "Donnez un nom au service.")]
    [StringLength(Department.LongestName, ErrorMessage = "Ce nom est trop long : 80 signes au plus.")]
    public string? Name { get; set; }

    public IReadOnlyList<Row> Departments { get; private set; } = [];

    public Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        DepartmentId = Guid.CreateVersion7();
        return ShowAsync(cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid)
        {
            return await ShowAsync(cancel);
        }

        var department = new Department(Name!.Trim()) { Id = DepartmentId == Guid.Empty ? Guid.CreateVersion7() : DepartmentId };
        db.Add(department);
        trail.Note(StaffAct.DepartmentCreated, department.Name);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException conflict) when (conflict.IsDuplicate())
        {
            db.ChangeTracker.Clear();
            if (!await db.Set<Department>().AnyAsync(known => known.Id == department.Id, cancel))
            {
                ModelState.AddModelError(nameof(Name), "Un service porte déjà ce nom.");
                return await ShowAsync(cancel);
            }
        }

        TempData.Say($"Le service « {department.Name} » est ajouté.");
        return LocalRedirect("/gestion/equipe/services");
    }

    public override async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        var departments = await db.Set<Department>().AsNoTracking()
            .Select(d => new Row(d.Id, d.Name, db.Set<Membership>().Count(m => m.DepartmentId == d.Id)))
            .ToListAsync(cancel);
        Departments = [.. departments.OrderBy(department => department.Name, French.Alphabet)];
        return Page();
    }

    internal sealed record Row(Guid Id, string Name, int Members);
}
