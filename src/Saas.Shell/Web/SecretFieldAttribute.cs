using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;

namespace Saas.Shell.Web;

/// <summary>A password or a code, bound by a page: typed anew each time, never kept with the rest of a form.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SecretFieldAttribute : Attribute;

public static class SecretFields
{
    /// <summary>The names under which a form sends what this page marks as secret.</summary>
    public static IReadOnlyCollection<string> Of(ActionDescriptor page)
    {
        ArgumentNullException.ThrowIfNull(page);
        return page.BoundProperties
            .OfType<PageBoundPropertyDescriptor>()
            .Where(bound => bound.Property.IsDefined(typeof(SecretFieldAttribute), inherit: true))
            .Select(bound => bound.BindingInfo?.BinderModelName ?? bound.Name)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
    }
}
