using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Saas.Shell.Web;

/// <summary>One sentence that survives a redirection: « La page est publiée. »</summary>
public static class Notices
{
    private const string Key = "notice";

    public static void Say(this ITempDataDictionary tempData, string notice) => tempData[Key] = notice;

    public static string? Read(ITempDataDictionary tempData) => tempData[Key] as string;
}
