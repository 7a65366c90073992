using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Saas.Shell.Web;

/// <summary>One sentence that survives a redirection: « La page est publiée. »</summary>
public static class Notices
{
    internal const string CookieName = "parvis-message";

    private const string Key = "notice";

    private const string UndoKey = "undo";

    /// <param name="tempData">Of the page.</param>
    /// <param name="notice">What was done.</param>
    /// <param name="undo">Address of the act that takes it back: it is offered as a button beside the sentence, once.</param>
    public static void Say(this ITempDataDictionary tempData, string notice, string? undo = null)
    {
        tempData[Key] = notice;
        tempData[UndoKey] = undo;
    }

    /// <summary>Looks for the cookie first: reading without one would answer with a cookie to delete, and the page could not be cached.</summary>
    public static Notice? Read(HttpContext http, ITempDataDictionary tempData) =>
        http.Request.Cookies.ContainsKey(CookieName) && tempData[Key] is string words ? new Notice(words, tempData[UndoKey] as string) : null;
}

/// <summary>What was done, and where it is taken back.</summary>
public sealed record Notice(string Words, string? Undo);
