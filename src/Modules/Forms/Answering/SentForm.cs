using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Saas.Modules.Forms.Model;

namespace Saas.Modules.Forms.Answering;

/// <summary>What the page carried besides the answers.</summary>
/// <param name="DraftId">Made when the page was opened; null when it is not one.</param>
/// <param name="EditionId">The questions the resident saw.</param>
/// <param name="Opened">When the page was opened and which draft it was given, sealed.</param>
/// <param name="TrapFilled">Something in the field that people do not see.</param>
/// <param name="Known">Reference of the request of the same procedure that its author knows to have sent, when this is to be another one.</param>
/// <param name="Sure">Answers that looked like a mistake, and were sent again as they were.</param>
/// <param name="Step">Number of the step that was shown; 0 when it is not known.</param>
/// <param name="Kept">Checksums of the files the page listed: believed for telling a second click, for nothing else.</param>
internal sealed record SentForm(Guid? DraftId, Guid? EditionId, string Opened, bool TrapFilled, string Known, IReadOnlyList<string> Kept, IReadOnlyList<string> Sure, int Step)
{
    /// <summary>Named as nothing a browser would fill in by itself: « suite » is a line of an English address.</summary>
    public const string Trap = "reste-vide";

    private const string Purpose = "forms.opened";

    public static SentForm Read(IFormCollection form) => new(
        Guid.TryParse(form["Draft"], out var draft) && draft != Guid.Empty ? draft : null,
        Guid.TryParse(form["Edition"], out var edition) ? edition : null,
        form["Opened"].ToString(),
        form[Trap].ToString().Length > 0,
        form["Known"].ToString(),
        [.. form["Kept"].OfType<string>()],
        [.. form["Sure"].OfType<string>()],
        int.TryParse(form["Step"], NumberStyles.None, CultureInfo.InvariantCulture, out var step) ? step : 0);

    /// <summary>The answers that were sent; what was not on the page is not among them.</summary>
    public static Dictionary<string, string> AnswersIn(IFormCollection form, Edition edition) => edition.Questions
        .Where(question => question.Asked is { Asks: true, TakesFiles: false } && form.ContainsKey(question.Field))
        .ToDictionary(question => question.Id, question => question.Asked.Read(form[question.Field]));

    /// <summary>Answers of other steps, as the page carried them.</summary>
    public static Dictionary<string, string> CarriedIn(IFormCollection form, Edition edition) => edition.Questions
        .Where(question => form.ContainsKey(CarriedName(question.Id)))
        .ToDictionary(question => question.Id, question => form[CarriedName(question.Id)].ToString());

    public static string CarriedName(string questionId) => $"c_{questionId}";

    /// <param name="draftId">One that this page may have: its own, or <see cref="Guid.Empty"/>.</param>
    public static string Seal(DateTimeOffset opened, Guid draftId, IDataProtectionProvider protection) =>
        protection.CreateProtector(Purpose).Protect(string.Create(CultureInfo.InvariantCulture, $"{opened.ToUnixTimeSeconds()} {draftId:N}"));

    /// <summary>Null when the page was not made here.</summary>
    public DateTimeOffset? OpenedAt(IDataProtectionProvider protection) => Unseal(protection)?.Opened;

    /// <summary>The page was made here, with this draft: it may go on with it, though the browser has lost the cookie that finds it.</summary>
    public bool Proves(Guid draftId, IDataProtectionProvider protection) => draftId != Guid.Empty && Unseal(protection)?.DraftId == draftId;

    private (DateTimeOffset Opened, Guid DraftId)? Unseal(IDataProtectionProvider protection)
    {
        try
        {
            return protection.CreateProtector(Purpose).Unprotect(Opened).Split(' ') is [var seconds, var draft]
                ? (DateTimeOffset.FromUnixTimeSeconds(long.Parse(seconds, CultureInfo.InvariantCulture)), Guid.ParseExact(draft, "N"))
                : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
