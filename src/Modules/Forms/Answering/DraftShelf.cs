using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Saas.Modules.Forms.Model;
using Saas.Modules.Forms.Retention;
using Saas.Shell.Data;
using Saas.Shell.Files;
using Saas.Shell.Jobs;
using Saas.Shell.Mail;
using Saas.Shell.Tenancy;

namespace Saas.Modules.Forms.Answering;

/// <summary>The drafts of this browser, or of this account: found, kept and erased. What is kept here survives whatever is refused afterwards.</summary>
internal sealed class DraftShelf(SaasDbContext db, DraftOwner owner, IMailer mailer, SiteAddress address, ICurrentTenant current, TimeProvider clock, IOptions<FormsOptions> options)
{
    private const int MostAttempts = 5;

    /// <summary>Moved on when a draft in use comes this close to its purge.</summary>
    private static readonly TimeSpan SoonPurged = TimeSpan.FromDays(7);

    /// <summary>The one touched last.</summary>
    public async Task<Draft?> FindLatestAsync(Guid formId, CancellationToken cancel)
    {
        var hash = owner.FindHash();
        return hash is null
            ? null
            : await db.Drafts.Include(draft => draft.Edition)
                .Where(draft => (draft.OwnerKeyHash == hash || draft.GuestKeyHash == hash) && draft.FormId == formId && draft.Completes == null)
                .OrderByDescending(draft => draft.UpdatedAt)
                .FirstOrDefaultAsync(cancel);
    }

    /// <summary>Another browser's draft is not found, though its id be known.</summary>
    public async Task<Draft?> FindAsync(Guid id, Guid formId, CancellationToken cancel)
    {
        var hash = owner.FindHash();
        return hash is null
            ? null
            : await db.Drafts.Include(draft => draft.Edition)
                .SingleOrDefaultAsync(draft => draft.Id == id && (draft.OwnerKeyHash == hash || draft.GuestKeyHash == hash) && draft.FormId == formId, cancel);
    }

    /// <summary>The draft of a page that proves it, in a browser that has lost its key: found again with the key it gets now.</summary>
    public async Task<Draft?> FindLostAsync(Guid id, Guid formId, CancellationToken cancel)
    {
        var draft = await db.Drafts.Include(draft => draft.Edition).SingleOrDefaultAsync(draft => draft.Id == id && draft.FormId == formId, cancel);
        if (draft is not null)
        {
            await TakeUpAsync(draft, cancel);
        }

        return draft;
    }

    /// <summary>Keeps answers and files now. An autosave, a second tab or a second click may be doing the same: nobody's part is lost.</summary>
    public async Task<Draft> KeepAsync(Guid id, Edition edition, IReadOnlyDictionary<string, string> answers, IReadOnlyList<DraftFile> received, CancellationToken cancel) =>
        (await KeepAsync(id, edition, answers, received, mayStart: true, cancel))!;

    /// <summary>The same in a draft that exists; null when it has been sent meanwhile.</summary>
    public Task<Draft?> KeepBegunAsync(Draft draft, IReadOnlyDictionary<string, string> answers, IReadOnlyList<DraftFile> received, CancellationToken cancel) =>
        KeepAsync(draft.Id, draft.Edition, answers, received, mayStart: false, cancel);

    /// <summary>The draft and the files it received.</summary>
    public async Task EraseAsync(Guid id, Guid formId, CancellationToken cancel)
    {
        if (await FindAsync(id, formId, cancel) is { } draft)
        {
            var files = draft.Files.Select(file => file.Id).ToList();
            await DropAsync(id, formId, cancel);
            await db.Set<StoredFile>().Where(file => files.Contains(file.Id)).ExecuteDeleteAsync(cancel);
        }
    }

    /// <summary>The draft of a request that was filed by another click: its files are the request's now, and stay.</summary>
    public async Task DropAsync(Guid id, Guid formId, CancellationToken cancel)
    {
        LetGo();
        var hash = owner.GiveHash();
        await db.Drafts.Where(draft => draft.Id == id && (draft.OwnerKeyHash == hash || draft.GuestKeyHash == hash) && draft.FormId == formId).ExecuteDeleteAsync(cancel);
    }

    public async Task DiscardAsync(Draft draft, Guid fileId, CancellationToken cancel)
    {
        if (draft.Files.Any(file => file.Id == fileId))
        {
            draft.Discard(fileId, clock.GetUtcNow());
            await db.SaveChangesAsync(cancel);
            await db.Set<StoredFile>().Where(file => file.Id == fileId).ExecuteDeleteAsync(cancel);
        }
    }

    /// <summary>Mails the link by which this draft is taken up on another device; false when that was done often enough.</summary>
    public async Task<bool> MailLinkAsync(Draft draft, string title, string to, CancellationToken cancel)
    {
        if (!draft.MayBeMailed)
        {
            return false;
        }

        var token = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));
        draft.Mail(HashOf(token), clock.GetUtcNow());
        mailer.Send(new Mail(
            to,
            $"Votre demande à continuer – {title}",
            [
                "Bonjour,",
                $"Vous avez demandé à continuer sur un autre appareil la demande « {title} », qui n’est pas encore envoyée. Ouvrez ce lien sur l’appareil de votre choix :",
                address.Of(current.Tenant.Slug, $"/demarches/reprendre/{token}"),
                $"Il ouvre ce que vous avez déjà écrit : gardez-le pour vous. Le brouillon est effacé {options.Value.DraftDays} jours après votre dernière visite.",
                "Si vous n’avez rien demandé, il n’y a rien à faire : une personne s’est trompée d’adresse.",
            ])
        {
            Secret = true,
        });
        await db.SaveChangesAsync(cancel);
        return true;
    }

    /// <summary>The draft that a mailed link is about.</summary>
    public Task<Draft?> FindByLinkAsync(string token, CancellationToken cancel)
    {
        var hash = HashOf(token);
        return db.Drafts.Include(draft => draft.Edition).Include(draft => draft.Form).SingleOrDefaultAsync(draft => draft.ResumeTokenHash == hash, cancel);
    }

    /// <summary>The answers to give again, on this device now: begun here, or on another one before.</summary>
    public async Task OpenAsync(Guid id, Edition edition, Completes completes, IReadOnlyDictionary<string, string> answers, CancellationToken cancel)
    {
        for (var attempt = 1; ; attempt++)
        {
            if (await db.Drafts.SingleOrDefaultAsync(draft => draft.Id == id && draft.FormId == edition.FormId, cancel) is { } begun)
            {
                await TakeUpAsync(begun, cancel);
                return;
            }

            var now = clock.GetUtcNow();
            var draft = new Draft(id, edition, owner.GiveHash(), now) { Completes = completes };
            draft.Write(answers, now);
            await AddAsync(draft, now, cancel);
            try
            {
                await db.SaveChangesAsync(cancel);
                return;
            }
            catch (DbUpdateException refused) when (attempt < MostAttempts && refused.IsDuplicate())
            {
                LetGo();
            }
        }
    }

    /// <summary>By its identifier, of answers to give again.</summary>
    public async Task<Draft?> FindBegunAsync(Guid id, CancellationToken cancel)
    {
        var hash = owner.FindHash();
        return hash is null
            ? null
            : await db.Drafts.Include(draft => draft.Edition).Include(draft => draft.Form)
                .SingleOrDefaultAsync(draft => draft.Id == id && draft.Completes != null && (draft.OwnerKeyHash == hash || draft.GuestKeyHash == hash), cancel);
    }

    public async Task TakeUpAsync(Draft draft, CancellationToken cancel)
    {
        draft.OpenTo(owner.GiveHash(), clock.GetUtcNow());
        await db.SaveChangesAsync(cancel);
    }

    private async Task<Draft?> KeepAsync(Guid id, Edition edition, IReadOnlyDictionary<string, string> answers, IReadOnlyList<DraftFile> received, bool mayStart, CancellationToken cancel)
    {
        for (var attempt = 1; ; attempt++)
        {
            var draft = await FindAsync(id, edition.FormId, cancel) ?? (mayStart ? await StartAsync(id, edition, cancel) : null);
            if (draft is null)
            {
                return null;
            }

            var now = clock.GetUtcNow();
            draft.Write(answers, now);
            foreach (var file in received.Where(file => !draft.Receive(file, now) && draft.Files.All(known => known.Id != file.Id)))
            {
                Forget(file);
            }

            try
            {
                await db.SaveChangesAsync(cancel);
                await PostponePurgeAsync(draft, cancel);
                return draft;
            }
            catch (DbUpdateException refused) when (attempt < MostAttempts && (refused is DbUpdateConcurrencyException || refused.IsDuplicate()))
            {
                LetGo();
            }
        }
    }

    private static byte[] HashOf(string token) => SHA256.HashData(Encoding.ASCII.GetBytes(token));

    private async Task<Draft> StartAsync(Guid id, Edition edition, CancellationToken cancel)
    {
        var hash = owner.GiveHash();

        // Someone else's id: this browser's answers get a draft of their own.
        var free = !await db.Drafts.AnyAsync(draft => draft.Id == id && draft.OwnerKeyHash != hash && draft.GuestKeyHash != hash, cancel);
        var now = clock.GetUtcNow();
        var draft = new Draft(free ? id : Guid.CreateVersion7(), edition, hash, now);
        await AddAsync(draft, now, cancel);
        return draft;
    }

    private async Task AddAsync(Draft draft, DateTimeOffset now, CancellationToken cancel)
    {
        db.Add(draft);

        // A draft erased in another tab leaves its purge behind, which serves the next one of that id.
        if (!await db.Set<DueWork>().AnyAsync(work => work.TenantId == db.TenantId && work.Kind == PurgeDraft.Kind && work.Id == draft.Id, cancel))
        {
            db.Add(new DueWork { TenantId = db.TenantId, Kind = PurgeDraft.Kind, Id = draft.Id, DueAt = now.AddDays(options.Value.DraftDays) });
        }
    }

    /// <summary>The same content was already there: its new copy is not saved.</summary>
    private void Forget(DraftFile file)
    {
        foreach (var entry in db.ChangeTracker.Entries<StoredFile>().Where(entry => entry.Entity.Id == file.Id && entry.State == EntityState.Added).ToList())
        {
            entry.State = EntityState.Detached;
        }
    }

    /// <summary>Files that were received stay, to be saved at the next attempt.</summary>
    private void LetGo()
    {
        foreach (var entry in db.ChangeTracker.Entries().Where(entry => entry.Entity is Draft or DueWork { Kind: PurgeDraft.Kind }).ToList())
        {
            entry.State = EntityState.Detached;
        }
    }

    private async Task PostponePurgeAsync(Draft draft, CancellationToken cancel)
    {
        var purge = draft.StartedAt.AddDays(options.Value.DraftDays);
        if (purge - draft.UpdatedAt < SoonPurged)
        {
            var later = draft.UpdatedAt.AddDays(options.Value.DraftDays);
            await db.Set<DueWork>()
                .Where(work => work.TenantId == db.TenantId && work.Kind == PurgeDraft.Kind && work.Id == draft.Id)
                .ExecuteUpdateAsync(work => work.SetProperty(w => w.DueAt, later), cancel);
        }
    }
}
