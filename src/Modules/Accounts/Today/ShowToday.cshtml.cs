using Microsoft.AspNetCore.Mvc.RazorPages;
using Saas.Shell.Identity;
using Saas.Shell.Settings;
using Saas.Shell.Web;

namespace Saas.Modules.Accounts.Today;

/// <summary>The back office's home page: what there is to do today, as the modules say it.</summary>
[Requires(AccountsPermissions.Work)]
internal sealed class ShowToday(IEnumerable<IToday> modules, ITenantSettings settings, CurrentPerson person, CommuneClock clock) : PageModel
{
    public string Day => French.Day(clock.Today);

    public IReadOnlyList<TodayTask> Broken { get; private set; } = [];

    public IReadOnlyList<TodayTask> Waiting { get; private set; } = [];

    /// <summary>Done or not; none once all are done.</summary>
    public IReadOnlyList<TodayTask> FirstHour { get; private set; } = [];

    public int Done => FirstHour.Count(step => step.Done);

    public bool PutAway { get; private set; }

    public bool ShowsFirstHour => FirstHour.Count > 0 && !PutAway;

    public bool MayArrange => person.Can(AccountsPermissions.Manage);

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var tasks = new List<TodayTask>();
        foreach (var module in modules)
        {
            tasks.AddRange(await module.ReadAsync(cancel));
        }

        Broken = Of(tasks, TodayKind.Broken);
        Waiting = Of(tasks, TodayKind.Waiting);
        var steps = Of(tasks, TodayKind.FirstHour);
        if (steps.Any(step => !step.Done))
        {
            FirstHour = steps;
            PutAway = (await settings.GetAsync<AccountsSettings>(cancel)).FirstHourPutAway;
        }
    }

    private static List<TodayTask> Of(List<TodayTask> tasks, TodayKind kind) => tasks.Where(task => task.Kind == kind).ToList();
}
