using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Saas.Modules.Forms.Answering.Fields;
using Saas.Modules.Forms.Model;
using Saas.Shell.Data;
using Saas.Shell.Files;

namespace Saas.Modules.Forms.Answering;

/// <summary>Takes in the files of a post, each for the question it was chosen for.</summary>
internal sealed class FileDesk(SaasDbContext db, IFileStore files)
{
    /// <summary>Each file that is good is stored, to be saved with the draft; each other one has its reason.</summary>
    /// <param name="room">How many more files the request may have.</param>
    public async Task<(IReadOnlyList<DraftFile> Received, IReadOnlyList<(string Field, string Sentence)> Refused)> ReceiveAsync(
        IFormFileCollection sent, Edition edition, int room, CancellationToken cancel)
    {
        var received = new List<DraftFile>();
        var refused = new List<(string, string)>();
        foreach (var question in edition.Questions.Where(question => question.Asked.TakesFiles))
        {
            foreach (var file in sent.GetFiles(question.Field))
            {
                if (received.Count >= room)
                {
                    refused.Add((question.Field, $"« {file.FileName} » n’a pas été gardé : une demande reçoit {FileField.MostFiles} fichiers au plus. Retirez-en un, ou réunissez plusieurs pages dans un seul PDF."));
                    continue;
                }

                await using var content = file.OpenReadStream();
                var result = await files.SaveAsync("forms", file.FileName, content, FileField.Limits(question), cancel);
                if (result.File is { } stored)
                {
                    received.Add(new DraftFile(question.Id, stored.Id, stored.Name, stored.Size, stored.Checksum));
                }
                else
                {
                    refused.Add((question.Field, result.Refusal!));
                }
            }
        }

        return (received, refused);
    }

    /// <summary>Files of a request that was already filed: their rows are not saved.</summary>
    public void Forget(IReadOnlyList<DraftFile> received)
    {
        foreach (var entry in db.ChangeTracker.Entries<StoredFile>().Where(entry => received.Any(file => file.Id == entry.Entity.Id)).ToList())
        {
            entry.State = EntityState.Detached;
        }
    }
}
