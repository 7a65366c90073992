using System.Text.RegularExpressions;

namespace Saas.Modules.Requests.Model;

/// <summary>What stands between braces in a template, and what each request puts there.</summary>
internal static partial class ReplyMarks
{
    /// <summary>Each mark, and what it says to who writes a template.</summary>
    public static IReadOnlyList<(string Mark, string Meaning)> All { get; } =
    [
        ("{nom}", "le nom du demandeur"),
        ("{démarche}", "le titre de la démarche"),
        ("{référence}", "la référence de la demande"),
        ("{date}", "le jour où elle a été reçue"),
        ("{agent}", "votre nom"),
    ];

    /// <summary>Marks of the text that nothing fills in: they would leave as they are.</summary>
    public static IReadOnlyList<string> Unknown(string text) =>
        [.. Mark().Matches(text).Select(match => match.Value).Where(mark => All.All(known => known.Mark != mark)).Distinct()];

    /// <param name="text">Of a template.</param>
    /// <param name="request">Which is answered.</param>
    /// <param name="receivedOn">« lundi 23 novembre 2026 ».</param>
    /// <param name="agent">Who answers.</param>
    public static string FillIn(string text, Request request, string receivedOn, string agent) => Mark().Replace(text, match => match.Value switch
    {
        // Nobody is called by a name that was not given.
        "{nom}" => request.SenderName.Length > 0 ? request.SenderName : "Madame, Monsieur",
        "{démarche}" => request.Procedure,
        "{référence}" => request.Reference,
        "{date}" => receivedOn,
        "{agent}" => agent,
        _ => match.Value,
    });

    [GeneratedRegex(@"\{[^{}\n]{1,40}\}")]
    private static partial Regex Mark();
}
