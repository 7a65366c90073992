using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json;
using Saas.Shell.Audit;
using Saas.Shell.Data;

namespace Saas.Shell.Settings;

/// <summary>
/// What a save of settings changed, in the words of their <see cref="DisplayAttribute"/>; a property without one is the application's own
/// business. Of lists it is kept that they changed, of secrets that they were given, changed or removed.
/// </summary>
internal static class SettingsChanges
{
    public static IReadOnlyList<AuditChange> Between(object before, object after) =>
    [
        .. before.GetType().GetProperties()
            .Select(property => (Title: property.GetCustomAttribute<DisplayAttribute>()?.GetName(), Before: property.GetValue(before), After: property.GetValue(after)))
            .Where(property => property.Title is not null && !AreAlike(property.Before, property.After))
            .Select(property => IsShort(property.Before ?? property.After)
                ? AuditChange.Among((property.Title!, Text(property.Before), Text(property.After))).SingleOrDefault() ?? new AuditChange(property.Title!, null, null)
                : new AuditChange(property.Title!, null, null)),
    ];

    private static bool AreAlike(object? before, object? after) =>
        before is Secret || after is Secret || before is null || after is null
            ? Equals(before, after)
            : JsonSerializer.Serialize(before, EntityConfigurations.Json) == JsonSerializer.Serialize(after, EntityConfigurations.Json);

    private static bool IsShort(object? value) => value is string or bool or int or decimal or DateOnly or TimeOnly or Enum;

    private static string? Text(object? value) => value switch
    {
        null => null,
        bool yes => yes ? "oui" : "non",
        IFormattable number => number.ToString(null, Web.French.Culture),
        _ => value.ToString(),
    };
}
