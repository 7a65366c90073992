using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Saas.Shell.Web;

/// <summary>
/// Checks the antiforgery token of every POST. Where the framework answers an empty 400, this shows the page again with everything
/// that was typed and a fresh token. The same for a form that was kept while its author signed in again.
/// </summary>
internal sealed class NothingTypedIsLost(IAntiforgery antiforgery) : IAsyncPageFilter, IOrderedFilter
{
    public int Order => -1000;

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var http = context.HttpContext;
        if (context.HandlerMethod is null && !HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method))
        {
            // The framework would show the page without having read what it is about.
            context.Result = new StatusCodeResult(StatusCodes.Status405MethodNotAllowed);
        }
        else if (http.Features.Get<ShownAgain>() is { } again)
        {
            context.Result = await ShowAgainAsync(context, again);
        }
        else if (HttpMethods.IsPost(http.Request.Method)
            && http.GetEndpoint()?.Metadata.GetMetadata<SentByAnotherCommuneAttribute>() is null
            && !await antiforgery.IsRequestValidAsync(http))
        {
            context.Result = await ShowAgainAsync(
                context,
                new ShownAgain("La page était restée ouverte trop longtemps : rien n’a encore été envoyé.", "Vérifiez, puis envoyez à nouveau."));
        }
        else
        {
            await next();
        }
    }

    private static async Task<IActionResult> ShowAgainAsync(PageHandlerExecutingContext context, ShownAgain again)
    {
        if (context.HandlerInstance is not FormPage page)
        {
            return new StatusCodeResult(again.Status == StatusCodes.Status200OK ? StatusCodes.Status400BadRequest : again.Status);
        }

        // What the rules say of the values is said when they are really sent.
        page.ModelState.ClearValidationState("");
        foreach (var entry in page.ModelState.Values)
        {
            entry.Errors.Clear();
        }

        page.ModelState.AddModelError("", $"{again.Reason} {WhatIsKept(context, again)} {again.WhatToDo}");
        var shown = await page.ShowAsync(context.HttpContext.RequestAborted);
        if (shown is PageResult result)
        {
            result.StatusCode = again.Status;
        }

        return shown;
    }

    private static string WhatIsKept(PageHandlerExecutingContext context, ShownAgain again)
    {
        var http = context.HttpContext;
        var secrets = again.SecretsLeftOut || SecretFields.Of(context.ActionDescriptor).Any(http.Request.Form.ContainsKey);
        var files = http.Features.Get<FilesLeftOut>() is not null;
        return (secrets, files) switch
        {
            (false, false) => "Tout ce que vous avez saisi est conservé ci-dessous.",
            (false, true) => "Ce que vous avez saisi est conservé ci-dessous, sauf les fichiers choisis cette fois : choisissez-les à nouveau.",
            (true, false) => "Ce que vous avez saisi est conservé ci-dessous, sauf les mots de passe et les codes : saisissez-les à nouveau.",
            (true, true) => "Ce que vous avez saisi est conservé ci-dessous, sauf les mots de passe, les codes et les fichiers choisis cette fois.",
        };
    }
}

/// <summary>On a request that re-displays a form instead of acting on it, and why.</summary>
/// <param name="SecretsLeftOut">Passwords or codes were among what was kept elsewhere; those of this very request are known without.</param>
internal sealed record ShownAgain(string Reason, string WhatToDo, int Status = StatusCodes.Status200OK, bool SecretsLeftOut = false);
