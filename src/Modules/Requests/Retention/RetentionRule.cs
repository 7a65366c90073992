using System.Linq.Expressions;
using Saas.Modules.Requests.Model;
using Saas.Shell.Web;

namespace Saas.Modules.Requests.Retention;

/// <summary>How long requests are kept (GDPR, article 5): what their procedure promised, or what the commune decided for all others.</summary>
/// <param name="UsualMonths">After closing, without a rule of the procedure.</param>
/// <param name="UnwantedDays">After something was set aside as unwanted.</param>
internal sealed record RetentionRule(int UsualMonths, int UnwantedDays)
{
    public const int MostMonths = 1_200;

    /// <summary>What happened in this time is never erased: the database refuses it, too.</summary>
    public const int FewestDays = 30;

    public const int MostUnwantedDays = 365;

    public static RetentionRule Of(RequestsSettings settings) => new(settings.RetentionMonths, settings.UnwantedDays);

    /// <summary>What would be ripe at that instant, give or take the hours that a day has more or less somewhere.</summary>
    public Expression<Func<Request, bool>> IsRipe(DateTimeOffset at)
    {
        var usual = UsualMonths;
        var unwantedBefore = at.AddDays(-UnwantedDays);
        var closedBefore = at.AddMonths(-1);
        return request => request.QuarantinedAt != null
            ? request.QuarantinedAt < unwantedBefore
            : request.State == RequestState.Closed && !request.HasUnreadMessage && request.ClosedAt < closedBefore && request.ClosedAt!.Value.AddMonths(request.RetentionMonths ?? usual) < at;
    }

    /// <summary>The day after which nothing asks for it to be kept; null while it is being dealt with.</summary>
    public DateOnly? RipeOn(Aged request, CommuneClock clock) => request switch
    {
        { QuarantinedAt: { } aside } => DayOf(aside, clock).AddDays(UnwantedDays),
        { State: RequestState.Closed, HasUnreadMessage: false, ClosedAt: { } closed } => DayOf(closed, clock).AddMonths(request.RetentionMonths ?? UsualMonths),
        _ => null,
    };

    /// <summary>« 24 mois après la clôture, règle de la démarche », for the certificate and the list.</summary>
    public string Words(Aged request) => request switch
    {
        { QuarantinedAt: not null } => $"{French.Count(UnwantedDays, "jour", "jours")} parmi les indésirables",
        { RetentionMonths: { } months } => $"{French.Count(months, "mois", "mois")} après la clôture, règle de la démarche",
        _ => $"{French.Count(UsualMonths, "mois", "mois")} après la clôture, règle générale",
    };

    private static DateOnly DayOf(DateTimeOffset instant, CommuneClock clock) => DateOnly.FromDateTime(clock.ToLocal(instant));
}

/// <summary>What decides how long a request is kept.</summary>
internal sealed record Aged(RequestState State, bool HasUnreadMessage, DateTimeOffset? ClosedAt, DateTimeOffset? QuarantinedAt, int? RetentionMonths)
{
    public static Aged Of(Request request) => new(request.State, request.HasUnreadMessage, request.ClosedAt, request.QuarantinedAt, request.RetentionMonths);
}
