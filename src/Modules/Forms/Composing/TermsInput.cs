using System.Globalization;
using Saas.Contracts.Requests;
using Saas.Modules.Forms.Answering.Fields;
using Saas.Modules.Forms.Model;
using Saas.Shell.Web;

namespace Saas.Modules.Forms.Composing;

/// <summary>The terms of a procedure as they are typed by staff: numbers and days stay as typed until they are read.</summary>
internal sealed class TermsInput
{
    public RequestKind Kind { get; set; }

    public Silence Silence { get; set; }

    public string? Months { get; set; } = "2";

    public string? LegalBasis { get; set; }

    public string? Service { get; set; }

    public string? ServiceTelephone { get; set; }

    public string? ServiceEmail { get; set; }

    public string? ServiceAddress { get; set; }

    public string? RetentionMonths { get; set; }

    public string? OpensOn { get; set; }

    public string? ClosesOn { get; set; }

    public string? MostRequests { get; set; }

    public static TermsInput Of(Form form) => new()
    {
        Kind = form.Terms.Kind,
        Silence = form.Terms.Silence,
        Months = form.Terms.Months.ToString(CultureInfo.InvariantCulture),
        LegalBasis = NullIfEmpty(form.Terms.LegalBasis),
        Service = NullIfEmpty(form.Terms.Service),
        ServiceTelephone = NullIfEmpty(form.Terms.ServiceTelephone),
        ServiceEmail = NullIfEmpty(form.Terms.ServiceEmail),
        ServiceAddress = NullIfEmpty(form.Terms.ServiceAddress),
        RetentionMonths = form.Terms.RetentionMonths?.ToString(CultureInfo.InvariantCulture),
        OpensOn = form.OpensOn is { } opens ? French.ShortDay(opens) : null,
        ClosesOn = form.ClosesOn is { } closes ? French.ShortDay(closes) : null,
        MostRequests = form.MostRequests?.ToString(CultureInfo.InvariantCulture),
    };

    public ProcedureTerms ToTerms() => new()
    {
        Kind = Kind,
        Silence = Silence,
        Months = Number(Months) ?? new ProcedureTerms().Months,
        LegalBasis = (LegalBasis ?? "").Trim(),
        Service = (Service ?? "").Trim(),
        ServiceTelephone = (ServiceTelephone ?? "").Trim(),
        ServiceEmail = (ServiceEmail ?? "").Trim(),
        ServiceAddress = (ServiceAddress ?? "").Trim(),
        RetentionMonths = Number(RetentionMonths),
    };

    public static bool IsEmpty(string? text) => string.IsNullOrWhiteSpace(text);

    public static int? Number(string? text) => int.TryParse(text, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var number) ? number : null;

    public static DateOnly? Day(string? text) => IsEmpty(text) ? null : DateField.Read(text!);

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}
