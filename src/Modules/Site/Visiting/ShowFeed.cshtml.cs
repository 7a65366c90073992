using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Saas.Modules.Site.Model;
using Saas.Shell.Identity;
using Saas.Shell.Tenancy;
using Saas.Shell.Web;

namespace Saas.Modules.Site.Visiting;

/// <summary>The agenda, or one rubric of it, for another agenda to follow.</summary>
[Public]
[SameForEveryVisitor]
internal sealed class ShowFeed(CommuneSite site, EventCalendar calendars, ICurrentTenant current) : PageModel
{
    public const string Everything = "tout";

    public async Task<IActionResult> OnGetAsync(string rubric, CancellationToken cancel)
    {
        var category = EventCategories.Find(rubric);
        if (category is null && rubric != Everything)
        {
            return NotFound();
        }

        var events = (await site.FrontAsync(cancel)).OfType<Event>().Where(happening => category is null || happening.Category == category);
        return calendars.Answer(category is { } chosen ? $"{current.Tenant.Name} : {chosen.Title(current.Words)}" : $"Agenda {CommuneName.Of(current.Tenant.Name)}", events);
    }
}
