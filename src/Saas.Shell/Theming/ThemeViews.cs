using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.Extensions.DependencyInjection;

namespace Saas.Shell.Theming;

/// <summary>Layouts and partials are looked for in the commune's theme, then in base, then beside the page.</summary>
internal sealed class ThemeViews : IViewLocationExpander
{
    public void PopulateValues(ViewLocationExpanderContext context) =>
        context.Values["theme"] = context.ActionContext.HttpContext.RequestServices.GetRequiredService<CurrentLook>().Worn.Theme;

    public IEnumerable<string> ExpandViewLocations(ViewLocationExpanderContext context, IEnumerable<string> viewLocations)
    {
        if (context.Values["theme"] is { } theme and not "base")
        {
            yield return $"/{theme}/{{0}}.cshtml";
        }

        yield return "/base/{0}.cshtml";
        foreach (var location in viewLocations)
        {
            yield return location;
        }
    }
}
