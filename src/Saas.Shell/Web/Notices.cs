using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Saas.Shell.Web;

/// <summary>One sentence that survives a redirection: « La page est publiée. »</summary>
public static class Notices
{
    internal const string CookieName = "parvis-message";

    private const string Key = "notice";

    public static void Say(this ITempDataDictionary tempData, string notice) => tempData[Key] = notice;

    /// <summary>Looks for the cookie first: reading without one would answer with a cookie to delete, and the page could not be cached.</summary>
    public static string? Read(HttpContext http, ITempDataDictionary tempData) =>
        http.Request.Cookies.ContainsKey(CookieName) ? tempData[Key] as string : null;
}
