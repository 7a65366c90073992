using Microsoft.AspNetCore.Http;

namespace Saas.Shell.Announcements;

/// <summary>
/// Which announcements this browser has read and folded away, in a cookie of the commune's back office: no row to read for each page. It is
/// not signed: whoever forges it hides an announcement from themselves.
/// </summary>
public sealed class FoldedAnnouncements(IHttpContextAccessor accessor, CurrentAnnouncements current)
{
    private const string CookieName = "parvis-annonces";

    private const char Separator = '.';

    public IReadOnlyList<ShownAnnouncement> Unfolded => [.. current.Shown.Where(announcement => !IsFolded(announcement))];

    public bool IsFolded(ShownAnnouncement announcement)
    {
        ArgumentNullException.ThrowIfNull(announcement);
        return Kept.Contains(announcement.Key);
    }

    /// <summary>Until it ends or says something else. One that is over, or never was, changes nothing.</summary>
    public void Fold(Guid id) => Keep(announcement => announcement.Id == id || IsFolded(announcement));

    public void Unfold(Guid id) => Keep(announcement => announcement.Id != id && IsFolded(announcement));

    private string[] Kept => accessor.HttpContext!.Request.Cookies.TryGetValue(CookieName, out var cookie) ? cookie.Split(Separator) : [];

    /// <summary>Forgets what is no longer shown, so that the cookie stays short.</summary>
    private void Keep(Func<ShownAnnouncement, bool> folded)
    {
        var http = accessor.HttpContext!;
        var kept = current.Shown.Where(folded).ToList();
        var options = new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = http.Request.IsHttps, Path = "/gestion" };
        if (kept.Count == 0)
        {
            http.Response.Cookies.Delete(CookieName, options);
            return;
        }

        options.Expires = kept.Max(announcement => announcement.EndsAt);
        http.Response.Cookies.Append(CookieName, string.Join(Separator, kept.Select(announcement => announcement.Key)), options);
    }
}
