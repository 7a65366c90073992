using System.Globalization;
using System.Text.RegularExpressions;

namespace Saas.Modules.Site.Describing;

/// <summary>An hour as people type it: « 09:00 », « 9h », « 9 h 30 », « 17.30 ».</summary>
internal static partial class ClockText
{
    /// <summary>Null when it is not an hour of the day.</summary>
    public static TimeOnly? Read(string text)
    {
        var match = Pattern().Match(text.Trim());
        if (!match.Success)
        {
            return null;
        }

        var hour = int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture);
        var minute = match.Groups[2].Success ? int.Parse(match.Groups[2].ValueSpan, CultureInfo.InvariantCulture) : 0;
        return hour < 24 && minute < 60 ? new TimeOnly(hour, minute) : null;
    }

    public static string Write(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(\d{1,2})(?:\s*[h:.]\s*(\d{2})?)?(?::\d{2})?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
