namespace Saas.Shell.Web;

/// <summary>Tells the sign-in page what became of a form that arrived after the sign-in had expired.</summary>
public static class SentTooLate
{
    public const string Parameter = "envoi";

    public const string Kept = "conserve";

    public const string Lost = "perdu";

    internal static string Query(bool? kept) => kept is { } sure ? $"&{Parameter}={(sure ? Kept : Lost)}" : "";
}
