using Microsoft.AspNetCore.Mvc;
using Saas.Shell.Web;

namespace Saas.Shell.Audit;

/// <summary>A page whose address says which entries of a trail it is about.</summary>
public abstract class AuditFilterPage : FormPage
{
    [BindProperty(SupportsGet = true, Name = "qui")]
    public string? Person { get; set; }

    [BindProperty(SupportsGet = true, Name = "sorte")]
    public string? Kind { get; set; }

    [BindProperty(SupportsGet = true, Name = "du")]
    public string? From { get; set; }

    [BindProperty(SupportsGet = true, Name = "au")]
    public string? To { get; set; }

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Words { get; set; }

    public AuditFilter Filter => new(
        Person,
        Enum.TryParse<AuditKind>(Kind, out var kind) && Enum.IsDefined(kind) ? kind : null,
        DayOf(From),
        DayOf(To),
        Words);

    private static DateOnly? DayOf(string? typed) =>
        DateOnly.TryParseExact(typed, "O", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var day) ? day : null;
}
