using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;
using Saas.Modules.Site.Library;
using Saas.Modules.Site.Model;
using Saas.Shell.Audit;
using Saas.Shell.Data;

namespace Saas.Modules.Site.Writing;

/// <summary>Takes in the picture sent with a content. It is kept at once, whatever else is refused, so that it is not chosen twice.</summary>
internal sealed class ContentPictures(SaasDbContext db, MediaLibrary library, AuditTrail trail)
{
    /// <summary>True when the author looks for a picture: the form is shown again, and nothing is saved or refused.</summary>
    public async Task<bool> TakeAsync(ContentInput input, string? act, ModelStateDictionary state, CancellationToken cancel)
    {
        var searches = act == ContentInput.SearchPictures;
        foreach (var field in searches ? state.Keys.ToList() : [])
        {
            state.ClearValidationState(field);
        }

        if (input.PictureFile is { } sent)
        {
            var taken = await library.TakeAsync(sent, picturesOnly: true, cancel);
            input.Picture = taken.Media?.Id ?? input.Picture;
            Refuse(state, nameof(input.PictureFile), taken.Refusal);
        }

        if (!searches && input.Picture is { } id)
        {
            await CheckAsync(id, input, state, cancel);
        }

        return searches;
    }

    private async Task CheckAsync(Guid id, ContentInput input, ModelStateDictionary state, CancellationToken cancel)
    {
        if (await db.Medias.SingleOrDefaultAsync(media => media.Id == id && media.Width > 0, cancel) is not { } picture)
        {
            input.Picture = null;
            Refuse(state, nameof(input.Picture), "L’image choisie n’est plus dans la bibliothèque. Choisissez-en une autre.");
        }
        else if (!picture.IsDescribed)
        {
            await DescribeAsync(picture, input, state, cancel);
        }
    }

    private async Task DescribeAsync(Media picture, ContentInput input, ModelStateDictionary state, CancellationToken cancel)
    {
        var words = (input.PictureAlternative ?? "").Trim();
        if (words.Length > Media.LongestAlternative)
        {
            return;
        }

        if (words.Length == 0 && !input.PictureDecorates)
        {
            Refuse(state, nameof(input.PictureAlternative), "Dites en quelques mots ce que montre l’image, ou cochez « Image décorative ». Elle est gardée, il n’y a pas à l’envoyer à nouveau.");
            return;
        }

        picture.Describe(words);
        trail.Note(AuditKind.Site, $"a décrit l’image « {picture.Name} »", picture.StaffAddress, AuditChange.Among(("Description", null, words)));
        await db.SaveChangesAsync(cancel);
    }

    private static void Refuse(ModelStateDictionary state, string field, string? reason)
    {
        if (reason is not null)
        {
            state.AddModelError($"Input.{field}", reason);
        }
    }
}
