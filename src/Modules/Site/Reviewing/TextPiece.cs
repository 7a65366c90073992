using DiffPlex.Chunkers;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;
using Saas.Shell.Web;

namespace Saas.Modules.Site.Reviewing;

/// <summary>Words of two versions of a text: in both, in the new one only (added), or in the old one only (removed).</summary>
internal sealed record TextPiece(string Words, bool Added, bool Removed)
{
    /// <summary>By words, of texts without their markup: a heading made a paragraph is no difference.</summary>
    public static IReadOnlyList<TextPiece> Compare(string before, string after) =>
        [.. InlineDiffBuilder.Diff(RichText.Lines(before), RichText.Lines(after), ignoreWhiteSpace: false, ignoreCase: false, new WordChunker()).Lines
            .Select(piece => new TextPiece(piece.Text, piece.Type == ChangeType.Inserted, piece.Type == ChangeType.Deleted))
            .Aggregate(new List<TextPiece>(), Join)];

    private static List<TextPiece> Join(List<TextPiece> pieces, TextPiece next)
    {
        if (pieces.Count > 0 && pieces[^1] is var last && (last.Added, last.Removed) == (next.Added, next.Removed))
        {
            pieces[^1] = last with { Words = last.Words + next.Words };
        }
        else
        {
            pieces.Add(next);
        }

        return pieces;
    }
}
