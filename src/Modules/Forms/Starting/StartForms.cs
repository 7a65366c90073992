using Microsoft.EntityFrameworkCore;
using Saas.Modules.Forms.Model;
using Saas.Shell.Data;
using Saas.Shell.Provisioning;
using Saas.Shell.Tenancy;
using Saas.Shell.Web;

namespace Saas.Modules.Forms.Starting;

/// <summary>The blueprint's forms become models that every commune may start from; a commune's own are published once, and are its own from then on.</summary>
internal sealed class StartForms(SaasDbContext db, TimeProvider clock) : IStarterContent
{
    public async Task ApplyBlueprintAsync(TenantKind kind, DirectoryInfo folder, CancellationToken cancel)
    {
        var files = await FormFile.ReadAllAsync(folder, cancel);
        var known = await db.StarterFormsOf(kind).ToDictionaryAsync(starter => starter.Slug, cancel);
        foreach (var file in files)
        {
            if (known.Remove(file.Slug, out var starter))
            {
                starter.Title = file.Title;
                starter.Summary = file.Summary;
                starter.Introduction = RichText.Clean(file.Introduction);
                starter.Questions = file.Questions;
                starter.Terms = file.Terms;
            }
            else
            {
                db.Add(file.ToStarter(kind));
            }
        }

        db.RemoveRange(known.Values);
        await db.SaveChangesAsync(cancel);
    }

    public async Task ApplyCommuneAsync(DirectoryInfo folder, CancellationToken cancel)
    {
        var known = await db.Forms.Select(form => form.Slug).ToListAsync(cancel);
        foreach (var file in (await FormFile.ReadAllAsync(folder, cancel)).Where(file => !known.Contains(file.Slug)))
        {
            var form = new Form(Guid.CreateVersion7(), file.Title, file.Slug);
            form.Describe(file.Title, file.Summary, RichText.Clean(file.Introduction), file.Recipient);
            form.Promise(file.Terms);
            foreach (var question in file.Questions)
            {
                form.Put(question);
            }

            if (form.MissingBeforePublication(recipientIsUnreachable: false, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime)) is { Count: > 0 } missing)
            {
                throw new InvalidOperationException($"tenants/{folder.Name}/forms/{file.Slug}.json: {string.Join(' ', missing)}");
            }

            db.Add(form);
            db.Add(form.Publish(recipientIsUnreachable: false, clock.GetUtcNow()));
        }
    }
}
