using Saas.Contracts.Requests;
using Saas.Shell.Web;

namespace Saas.Modules.Requests.Model;

/// <summary>Answers given again, beside those they correct.</summary>
internal static class Corrections
{
    /// <summary>One line for each answer that changed, with what it was: nothing that was received is forgotten.</summary>
    public static string Between(IReadOnlyList<FiledAnswer> before, IReadOnlyList<FiledAnswer> again) =>
        string.Join('\n', again.SelectMany(answer => Lines(Known(before, answer), answer)) is var lines && lines.Any() ? lines : ["Rien n’a changé."]);

    /// <summary>In the order of the form; what was asked for the first time comes last. Files are added to those that were received.</summary>
    public static IReadOnlyList<FiledAnswer> Merge(IReadOnlyList<FiledAnswer> before, IReadOnlyList<FiledAnswer> again) =>
    [
        .. before.Select(answer => again.FirstOrDefault(other => IsSame(other, answer)) is { } corrected ? corrected with { Files = [.. answer.Files, .. New(answer, corrected)] } : answer),
        .. again.Where(answer => Known(before, answer) is null),
    ];

    private static IEnumerable<string> Lines(FiledAnswer? before, FiledAnswer again)
    {
        var old = before?.Value ?? "";
        if (again.Value != old)
        {
            var value = again.Value.Length == 0 ? "sans réponse" : again.Value;
            yield return old.Length == 0 ? $"{again.Label} : {value}" : $"{again.Label} : {value} (avant : {old})";
        }

        foreach (var file in before is null ? again.Files : New(before, again))
        {
            yield return $"{again.Label} : {file.Name} ({French.Size(file.Size)})";
        }
    }

    private static IEnumerable<FiledFile> New(FiledAnswer before, FiledAnswer again) => again.Files.Where(file => before.Files.All(known => known.Id != file.Id));

    private static FiledAnswer? Known(IReadOnlyList<FiledAnswer> before, FiledAnswer answer) => before.FirstOrDefault(other => IsSame(other, answer));

    private static bool IsSame(FiledAnswer one, FiledAnswer other) => one.Question.Length > 0 && one.Question == other.Question;
}
