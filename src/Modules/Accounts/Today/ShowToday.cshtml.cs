using Microsoft.AspNetCore.Mvc.RazorPages;
using Saas.Shell.Identity;
using Saas.Shell.Web;

namespace Saas.Modules.Accounts.Today;

/// <summary>The back office's home page: what there is to do today, as the modules say it.</summary>
[Requires(AccountsPermissions.Work)]
internal sealed class ShowToday(IEnumerable<IToday> modules, CommuneClock clock) : PageModel
{
    public string Day => French.Day(clock.Today);

    public IReadOnlyList<TodayTask> Broken { get; private set; } = [];

    public IReadOnlyList<TodayTask> Waiting { get; private set; } = [];

    public IReadOnlyList<TodayTask> FirstHour { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var tasks = new List<TodayTask>();
        foreach (var module in modules)
        {
            tasks.AddRange(await module.ReadAsync(cancel));
        }

        Broken = Of(tasks, TodayKind.Broken);
        Waiting = Of(tasks, TodayKind.Waiting);
        FirstHour = Of(tasks, TodayKind.FirstHour);
    }

    private static List<TodayTask> Of(List<TodayTask> tasks, TodayKind kind) => tasks.Where(task => task.Kind == kind).ToList();
}
