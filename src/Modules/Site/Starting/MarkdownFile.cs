using Markdig;

namespace Saas.Modules.Site.Starting;

/// <summary>A text of tenants/: a few lines « key: value » between two lines of dashes, then Markdown.</summary>
internal sealed record MarkdownFile(string Slug, IReadOnlyDictionary<string, string> Front, string Html)
{
    private const string Fence = "---";

    public string Title => Front.TryGetValue("title", out var title) ? title : throw new InvalidOperationException($"{Slug}.md has no title.");

    public static async Task<IReadOnlyList<MarkdownFile>> ReadAllAsync(DirectoryInfo folder, CancellationToken cancel)
    {
        var files = new List<MarkdownFile>();
        if (folder.Exists)
        {
            foreach (var file in folder.EnumerateFiles("*.md").OrderBy(file => file.Name, StringComparer.Ordinal))
            {
                files.Add(Read(Path.GetFileNameWithoutExtension(file.Name), await File.ReadAllTextAsync(file.FullName, cancel)));
            }
        }

        return files;
    }

    public static MarkdownFile Read(string slug, string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var end = lines[0] == Fence ? Array.IndexOf(lines, Fence, 1) : -1;
        var front = lines.Take(Math.Max(end, 0)).Skip(1)
            .Select(line => line.Split(':', 2))
            .Where(parts => parts.Length == 2)
            .ToDictionary(parts => parts[0].Trim(), parts => parts[1].Trim());
        return new MarkdownFile(slug, front, Markdown.ToHtml(string.Join('\n', lines.Skip(end + 1))));
    }
}
