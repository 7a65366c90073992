using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;
using Saas.Shell.Identity;
using Saas.Shell.Web;

namespace Saas.Modules.Platform.Welcome;

/// <summary>What someone sees who types the platform's own address.</summary>
[OnPlatform]
[Public]
internal sealed class ShowWelcome(IOptions<PlatformOptions> platform) : PageModel
{
    public string Platform => platform.Value.Name;
}
