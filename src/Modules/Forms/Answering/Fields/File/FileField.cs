using Saas.Modules.Forms.Composing;
using Saas.Modules.Forms.Model;
using Saas.Shell.Files;
using Saas.Shell.Web;

namespace Saas.Modules.Forms.Answering.Fields;

internal sealed class FileField : Field
{
    /// <summary>In one request, over all its questions.</summary>
    public const int MostFiles = 10;

    private const long MostBytes = 10_000_000;

    public override string Title => "Fichier à joindre";

    public override string Icon => "paperclip";

    public override FieldGroup Group => FieldGroup.Files;

    public override bool TakesFiles => true;

    public override IEnumerable<(string Control, string Sentence)> RefuseSettings(QuestionInput input)
    {
        if (input.Accepts.Count == 0)
        {
            yield return (nameof(QuestionInput.Accepts), "Cochez au moins un type de fichier.");
        }
    }

    public override string? MissingBeforePublication(Question question) =>
        question.Accepts.Count == 0 ? $"La question « {question.Label} » doit accepter au moins un type de fichier." : null;

    public override string Missing(Question question) => $"Joignez le fichier demandé : « {question.Label} ».";

    public static FileLimits Limits(Question question) => new(MostBytes, [.. question.Accepts.SelectMany(Types)]);

    /// <summary>« PDF, JPEG, PNG ou HEIC, 10 Mo au plus par fichier », said before anything is chosen.</summary>
    public static string Accepted(Question question)
    {
        var titles = question.Accepts.SelectMany(Types).Select(ContentTypes.Title).ToList();
        var list = titles.Count < 2 ? string.Concat(titles) : $"{string.Join(", ", titles.SkipLast(1))} ou {titles[^1]}";
        return $"{list}, {French.Size(MostBytes)} au plus par fichier. Une photo lisible prise avec un téléphone convient.";
    }

    /// <summary>What the browser's file chooser shows first; the content decides.</summary>
    public static string Extensions(Question question) => string.Join(',', question.Accepts.Select(family => family switch
    {
        FileFamily.Pdf => ".pdf,application/pdf",
        FileFamily.Picture => ".jpg,.jpeg,.png,.heic,image/jpeg,image/png,image/heic",
        _ => $".docx,.odt,{ContentTypes.Word},{ContentTypes.OpenText}",
    }));

    public static string TitleOf(FileFamily family) => family switch
    {
        FileFamily.Pdf => "Documents PDF",
        FileFamily.Picture => "Photos (JPEG, PNG, HEIC)",
        _ => "Textes (Word, OpenDocument)",
    };

    private static IEnumerable<string> Types(FileFamily family) => family switch
    {
        FileFamily.Pdf => [ContentTypes.Pdf],
        FileFamily.Picture => [ContentTypes.Jpeg, ContentTypes.Png, ContentTypes.Heic],
        _ => [ContentTypes.Word, ContentTypes.OpenText],
    };
}
