using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Saas.Shell.Web;

/// <summary>
/// A page with a form. It can always be shown again with what was typed, whatever refused it: a rule, an expired token or an expired
/// sign-in. <c>OnGet</c> puts the stored values into the bound properties and calls <see cref="ShowAsync"/>; a refused <c>OnPost</c> calls it too.
/// </summary>
public abstract class FormPage : PageModel
{
    /// <summary>Too much has come from this address: the page is shown again, and nothing may be kept of what came.</summary>
    protected bool IsOverLimit => HttpContext.Features.Get<ShownAgain>() is { Status: StatusCodes.Status429TooManyRequests };

    /// <summary>Reads what surrounds the form and shows the page; <see cref="PageModel.NotFound()"/> when its subject does not exist.</summary>
    public abstract Task<IActionResult> ShowAsync(CancellationToken cancel);
}
