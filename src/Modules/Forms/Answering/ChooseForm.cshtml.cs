using Microsoft.AspNetCore.Mvc.RazorPages;
using Saas.Contracts.Forms;
using Saas.Contracts.Site;
using Saas.Shell.Identity;
using Saas.Shell.Web;

namespace Saas.Modules.Forms.Answering;

[Public]
[SameForEveryVisitor]
internal sealed class ChooseForm(IOpenProcedures open, IPublicFrame frame) : PageModel
{
    private const int All = 500;

    public IReadOnlyList<OpenProcedure> Procedures { get; private set; } = [];

    public TownHall TownHall { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Procedures = await open.ListAsync(All, cancel);
        TownHall = (await frame.ReadAsync(cancel)).TownHall;
    }
}
