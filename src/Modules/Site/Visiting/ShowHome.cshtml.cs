using Microsoft.AspNetCore.Mvc.RazorPages;
using Saas.Shell.Identity;
using Saas.Shell.Web;

namespace Saas.Modules.Site.Visiting;

[Public]
[SameForEveryVisitor]
internal sealed class ShowHome(HomeContents contents) : PageModel
{
    public HomeContent Home { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancel) => Home = await contents.ReadAsync(cancel);
}
