using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Saas.Modules.Requests.Model;
using Saas.Shell.Audit;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Web;

namespace Saas.Modules.Requests.Processing;

/// <summary>
/// One act of staff on one request. The hidden <see cref="EntryId"/> makes a double click one act; the hidden <see cref="Version"/> tells
/// whether a colleague, or the resident, acted since the page was shown.
/// </summary>
internal abstract class RequestAct(SaasDbContext db, CommuneClock clock, CurrentPerson person, AuditTrail trail) : FormPage
{
    /// <summary>The same words again so soon come from a page opened afresh after a step back.</summary>
    private static readonly TimeSpan SameAct = TimeSpan.FromHours(1);

    [BindProperty(SupportsGet = true)]
    [FromRoute(Name = "id")]
    public Guid Id { get; set; }

    [BindProperty]
    public Guid EntryId { get; set; }

    [BindProperty]
    public int Version { get; set; }

    public Request Subject { get; private set; } = null!;

    public IReadOnlyList<TimelineEntry> Timeline { get; private set; } = [];

    protected string Author => person.Name;

    protected Guid AccountId => person.AccountId;

    protected DateTimeOffset Now => clock.Now;

    protected DateOnly Today => clock.Today;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel))
        {
            return NotFound();
        }

        Version = Subject.Version;
        return IsPossible(Subject) ? await ShowAsync(cancel) : Redirect(ReadRequest.AddressOf(Id));
    }

    public override async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        if (Subject is null && !await LoadAsync(cancel))
        {
            return NotFound();
        }

        if (EntryId == Guid.Empty)
        {
            ModelState.Remove(nameof(EntryId));
            EntryId = Guid.CreateVersion7();
        }

        return Page();
    }

    /// <summary>Whether the state of the request allows this act.</summary>
    protected abstract bool IsPossible(Request request);

    /// <summary>Does the act on the request, writes its mails, and returns what the timeline keeps of it.</summary>
    protected abstract Task<TimelineEntry> DoAsync(Request request, CancellationToken cancel);

    protected async Task<IActionResult> ActAsync(string notice, CancellationToken cancel)
    {
        if (!await LoadAsync(cancel))
        {
            return NotFound();
        }

        // Before any rule: the second click must see the success of the first, not the changed state it left.
        if (await IsDoneAsync(cancel))
        {
            return Done(notice);
        }

        if (Subject.Version != Version || !IsPossible(Subject))
        {
            SayWhatHappened();
        }

        if (!ModelState.IsValid)
        {
            return await ShowAsync(cancel);
        }

        EntryId = EntryId == Guid.Empty ? Guid.CreateVersion7() : EntryId;
        var before = Subject.StateTitle;
        var entry = await DoAsync(Subject, cancel);
        if (IsTheSame(Timeline[^1], entry))
        {
            db.ChangeTracker.Clear();
            return Done("C’était déjà enregistré, avec les mêmes mots : rien n’est parti une seconde fois.");
        }

        db.TimelineEntries.Add(entry);
        trail.Note(AuditKind.Requests, $"{entry.Kind.OnRequest(Subject.Reference)} ({Subject.Procedure})", ReadRequest.AddressOf(Id), AuditChange.Among(("État", before, Subject.StateTitle)));
        try
        {
            await db.SaveChangesAsync(cancel);
            return Done(notice);
        }
        catch (DbUpdateException refused) when (refused is DbUpdateConcurrencyException || refused.IsDuplicate())
        {
            db.ChangeTracker.Clear();
            if (await IsDoneAsync(cancel))
            {
                return Done(notice);
            }

            await LoadAsync(cancel);
            SayWhatHappened();
            return await ShowAsync(cancel);
        }
    }

    private static bool IsTheSame(TimelineEntry known, TimelineEntry entry) =>
        entry.Text.Length > 0
        && (known.Kind, known.AuthorName, known.Text) == (entry.Kind, entry.AuthorName, entry.Text)
        && entry.At - known.At < SameAct;

    private RedirectResult Done(string notice)
    {
        TempData.Say(notice);
        return Redirect(ReadRequest.AddressOf(Id));
    }

    protected async Task<bool> LoadAsync(CancellationToken cancel)
    {
        Subject = (await db.Requests.SingleOrDefaultAsync(r => r.Id == Id, cancel))!;
        if (Subject is null)
        {
            return false;
        }

        Timeline = await db.TimelineEntries.AsNoTracking().Where(e => e.RequestId == Id).OrderBy(e => e.At).ThenBy(e => e.Id).ToListAsync(cancel);
        return true;
    }

    private Task<bool> IsDoneAsync(CancellationToken cancel) =>
        db.TimelineEntries.AnyAsync(e => e.Id == EntryId && e.RequestId == Id, cancel);

    /// <summary>From then on the person has been told, and may send again.</summary>
    private void SayWhatHappened()
    {
        var last = Timeline[^1];
        var who = last.AuthorName.Length == 0 ? "Le demandeur" : last.AuthorName;
        ModelState.AddModelError(
            "",
            $"{who} {last.Kind.AsDeed()} ({clock.ShortMoment(last.At)}) après l’affichage de cette page. Rien n’a encore été enregistré : relisez l’historique, puis validez à nouveau si c’est toujours utile.");
        ModelState.Remove(nameof(Version));
        Version = Subject.Version;
    }
}
