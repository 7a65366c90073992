using Microsoft.Extensions.Options;
using Saas.Shell.Tenancy;

namespace Saas.Shell.Web;

/// <summary>The time in this commune: stored in UTC, shown in its own time zone, overseas too. On the platform's own host, in the operator's.</summary>
public sealed class CommuneClock(TimeProvider clock, ICurrentTenant current, IOptions<PlatformOptions> platform)
{
    public DateTimeOffset Now => clock.GetUtcNow();

    public DateTime Local => ToLocal(Now);

    public DateOnly Today => DateOnly.FromDateTime(Local);

    public DateTime ToLocal(DateTimeOffset instant) =>
        TimeZoneInfo.ConvertTime(instant, Zone).DateTime;

    /// <summary>« lundi 23 novembre 2026 à 14 h 30 ».</summary>
    public string Moment(DateTimeOffset instant) => French.Moment(ToLocal(instant));

    public string Hour(DateTimeOffset instant) => French.Hour(TimeOnly.FromDateTime(ToLocal(instant)));

    /// <summary>« aujourd’hui à 14 h 30 », « hier à 9 h », « 12/11/2026 à 9 h », for lists.</summary>
    public string ShortMoment(DateTimeOffset instant)
    {
        var local = ToLocal(instant);
        var day = DateOnly.FromDateTime(local);
        var when = (Today.DayNumber - day.DayNumber) switch
        {
            0 => "aujourd’hui",
            1 => "hier",
            _ => French.ShortDay(day),
        };
        return $"{when} à {French.Hour(TimeOnly.FromDateTime(local))}";
    }

    /// <summary>The instant at which the commune's clocks show this time.</summary>
    public DateTimeOffset ToInstant(DateTime local) => new DateTimeOffset(local, Zone.GetUtcOffset(local)).ToUniversalTime();

    private TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(current.Found?.TimeZone ?? platform.Value.TimeZone);
}
