using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Saas.Modules.Site.Model;
using Saas.Shell.Web;

namespace Saas.Modules.Site.Describing;

/// <summary>The town hall as its form holds it: what was typed, whether it makes sense or not.</summary>
internal sealed class TownHallInput
{
    private const int SpareClosures = 2;

    [StringLength(200, ErrorMessage = "L’adresse est trop longue : 200 caractères au plus.")]
    public string? Street { get; set; }

    [RegularExpression(@"\s*\d{5}\s*", ErrorMessage = "Le code postal a cinq chiffres.")]
    public string? PostalCode { get; set; }

    [StringLength(100, ErrorMessage = "Le nom est trop long : 100 caractères au plus.")]
    public string? City { get; set; }

    public string? Telephone { get; set; }

    [EmailAddress(ErrorMessage = "Écrivez une adresse e-mail complète, comme contact@exemple.fr.")]
    [StringLength(200, ErrorMessage = "L’adresse e-mail est trop longue.")]
    public string? Email { get; set; }

    [StringLength(120, ErrorMessage = "La phrase est trop longue : 120 caractères au plus.")]
    public string? Tagline { get; set; }

    /// <summary>From Monday to Sunday.</summary>
    public List<DayInput> Week { get; set; } = [];

    public List<ClosureInput> Closures { get; set; } = [];

    public static TownHallInput Of(SiteSettings hall) => new()
    {
        Street = hall.Street,
        PostalCode = hall.PostalCode,
        City = hall.City,
        Telephone = hall.Telephone,
        Email = hall.Email,
        Tagline = hall.Tagline,
        Week = [.. Enumerable.Range(1, 7).Select(number => DayInput.Of(hall.Week.FirstOrDefault(day => day.Day == (DayOfWeek)(number % 7))))],
        Closures = [.. hall.Closures.OrderBy(closure => closure.From).Select(ClosureInput.Of)],
    };

    public static DayOfWeek DayAt(int index) => (DayOfWeek)((index + 1) % 7);

    public static string DayName(int index) => French.Culture.DateTimeFormat.GetDayName(DayAt(index));

    /// <summary>Always a line to write the next closure in, and seven days whatever was sent.</summary>
    public void Complete()
    {
        while (Week.Count < 7)
        {
            Week.Add(new DayInput());
        }

        while (Closures.Count(closure => closure.IsEmpty) < SpareClosures)
        {
            Closures.Add(new ClosureInput());
        }
    }

    /// <summary>The settings with what was typed, or null and the errors, each beside its field.</summary>
    public SiteSettings? ApplyTo(SiteSettings hall, ModelStateDictionary errors)
    {
        var telephone = FrenchTelephone.Read(Telephone);
        if (telephone is null && !string.IsNullOrWhiteSpace(Telephone))
        {
            errors.AddModelError("Input.Telephone", "Le numéro de téléphone a dix chiffres, comme 04 65 71 10 20.");
        }

        var week = Week.Take(7).Select((day, index) => new DayHours(DayAt(index), day.Read(index, errors))).ToList();
        var closures = Closures.Select((closure, index) => closure.Read(index, errors)).OfType<Closure>().OrderBy(closure => closure.From).ToList();
        return errors.IsValid
            ? hall with
            {
                Street = Written(Street),
                PostalCode = Written(PostalCode),
                City = Written(City),
                Telephone = telephone,
                Email = Written(Email),
                Tagline = Written(Tagline),
                Week = week.Any(day => day.Ranges.Count > 0) ? week : [],
                Closures = closures,
                WrittenByStaff = true,
            }
            : null;
    }

    private static string? Written(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <summary>Two ranges of one day, as typed.</summary>
internal sealed class DayInput
{
    public string? MorningFrom { get; set; }

    public string? MorningTo { get; set; }

    public string? AfternoonFrom { get; set; }

    public string? AfternoonTo { get; set; }

    public static DayInput Of(DayHours? day)
    {
        var input = new DayInput();
        if (day is { Ranges: [var only] } && only.From.Hour >= 12)
        {
            (input.AfternoonFrom, input.AfternoonTo) = (ClockText.Write(only.From), ClockText.Write(only.To));
        }
        else if (day is { Ranges: [var first, ..] })
        {
            (input.MorningFrom, input.MorningTo) = (ClockText.Write(first.From), ClockText.Write(first.To));
            if (day.Ranges is [_, var second, ..])
            {
                (input.AfternoonFrom, input.AfternoonTo) = (ClockText.Write(second.From), ClockText.Write(second.To));
            }
        }

        return input;
    }

    public IReadOnlyList<OpeningRange> Read(int index, ModelStateDictionary errors)
    {
        var day = TownHallInput.DayName(index);
        var morning = Range($"Input.Week[{index}].Morning", $"{day} matin", MorningFrom, MorningTo, errors);
        var afternoon = Range($"Input.Week[{index}].Afternoon", $"{day} après-midi", AfternoonFrom, AfternoonTo, errors);
        if (morning is not null && afternoon is not null && afternoon.From <= morning.To)
        {
            errors.AddModelError($"Input.Week[{index}].AfternoonFrom", $"{Capital(day)} : l’après-midi doit ouvrir après la fermeture du matin.");
        }

        return [.. new[] { morning, afternoon }.OfType<OpeningRange>()];
    }

    private static OpeningRange? Range(string key, string name, string? from, string? to, ModelStateDictionary errors)
    {
        var start = Hour($"{key}From", name, from, errors);
        var end = Hour($"{key}To", name, to, errors);
        var hasStart = !string.IsNullOrWhiteSpace(from);
        var hasEnd = !string.IsNullOrWhiteSpace(to);
        if (hasStart && !hasEnd)
        {
            errors.AddModelError($"{key}To", $"{Capital(name)} : indiquez aussi l’heure de fermeture.");
        }
        else if (hasEnd && !hasStart)
        {
            errors.AddModelError($"{key}From", $"{Capital(name)} : indiquez aussi l’heure d’ouverture.");
        }
        else if (start is not null && end is not null && end <= start)
        {
            errors.AddModelError($"{key}To", $"{Capital(name)} : la fermeture doit être après l’ouverture.");
        }

        return start is { } opens && end is { } closes ? new OpeningRange(opens, closes) : null;
    }

    private static TimeOnly? Hour(string key, string name, string? text, ModelStateDictionary errors)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        if (ClockText.Read(text) is { } time)
        {
            return time;
        }

        errors.AddModelError(key, $"{Capital(name)} : « {text} » n’est pas une heure. Écrivez par exemple 9:00 ou 17:30.");
        return null;
    }

    private static string Capital(string text) => char.ToUpper(text[0], French.Culture) + text[1..];
}

/// <summary>One exceptional closure, as typed.</summary>
internal sealed class ClosureInput
{
    public string? From { get; set; }

    public string? To { get; set; }

    public string? Reason { get; set; }

    public bool IsEmpty => string.IsNullOrWhiteSpace(From) && string.IsNullOrWhiteSpace(To) && string.IsNullOrWhiteSpace(Reason);

    public static ClosureInput Of(Closure closure) => new()
    {
        From = closure.From.ToString("O", CultureInfo.InvariantCulture),
        To = closure.To == closure.From ? null : closure.To.ToString("O", CultureInfo.InvariantCulture),
        Reason = closure.Reason,
    };

    public Closure? Read(int index, ModelStateDictionary errors)
    {
        if (IsEmpty)
        {
            return null;
        }

        var from = Day($"Input.Closures[{index}].From", From, errors);
        var to = string.IsNullOrWhiteSpace(To) ? from : Day($"Input.Closures[{index}].To", To, errors);
        if (string.IsNullOrWhiteSpace(From))
        {
            errors.AddModelError($"Input.Closures[{index}].From", "Fermeture : indiquez le jour, ou le premier jour.");
        }
        else if (to < from)
        {
            errors.AddModelError($"Input.Closures[{index}].To", "Fermeture : le dernier jour ne peut pas être avant le premier.");
        }

        return from is { } first && to is { } last ? new Closure(first, last, (Reason ?? "").Trim()) : null;
    }

    private static DateOnly? Day(string key, string? text, ModelStateDictionary errors)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        if (DateOnly.TryParse(text, French.Culture, out var day))
        {
            return day;
        }

        errors.AddModelError(key, $"Fermeture : « {text} » n’est pas une date. Écrivez par exemple 24/12/2026.");
        return null;
    }
}
