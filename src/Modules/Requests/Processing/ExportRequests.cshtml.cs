using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Saas.Modules.Requests.Labelling;
using Saas.Modules.Requests.Model;
using Saas.Shell.Audit;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Web;

namespace Saas.Modules.Requests.Processing;

/// <summary>
/// The requests of the list as a file for a spreadsheet, streamed. The answers of one procedure are columns; of several, they are left
/// out, since their questions differ. A POST, because it leaves an entry in the trail.
/// </summary>
[Requires(RequestsPermissions.Export)]
internal sealed class ExportRequests(SaasDbContext db, CommuneClock clock, CurrentPerson person, Colleagues colleagues, CommuneLabels labels, AuditTrail trail) : RequestFilterPage(db, clock, person)
{
    private static readonly string[] Titles = ["Référence", "Démarche", "Demandeur", "Adresse e-mail", "Reçue le", "À", "Canal", "État", "Close le", "Échéance", "Suivie par", "Étiquettes"];

    public int Count { get; private set; }

    /// <summary>Whether the answers come along.</summary>
    public bool HasAnswers => !string.IsNullOrEmpty(Procedure);

    public Task<IActionResult> OnGetAsync(CancellationToken cancel) => ShowAsync(cancel);

    public async Task<IActionResult> OnPostAsync(string? format, CancellationToken cancel)
    {
        var questions = HasAnswers ? await QuestionsAsync(cancel) : [];
        var team = (await colleagues.ListAsync(cancel)).ToDictionary(colleague => colleague.AccountId, colleague => colleague.Name);
        var put = await labels.OfAsync(Chosen(), cancel);
        trail.Note(AuditKind.Exports, $"a exporté {French.Count(await Chosen().CountAsync(cancel), "demande", "demandes")}", Filter.AddressOf(RequestFilter.Address));
        await Db.SaveChangesAsync(cancel);
        string[] titles = [.. Titles, .. questions];
        var name = $"demandes-{Clock.Today:yyyy-MM-dd}";
        return format == "xlsx"
            ? new XlsxFile($"{name}.xlsx", titles, RowsAsync(questions, team, put, cancel))
            : new CsvFile($"{name}.csv", titles, RowsAsync(questions, team, put, cancel));
    }

    public override async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        Count = await Chosen().CountAsync(cancel);
        return Page();
    }

    /// <summary>As they were asked, in the order of the newest edition that was answered first.</summary>
    private async Task<IReadOnlyList<string>> QuestionsAsync(CancellationToken cancel)
    {
        var labels = new List<string>();
        await foreach (var answers in Chosen().AsNoTracking().OrderByDescending(r => r.ReceivedAt).ThenBy(r => r.Id).Select(r => r.Answers).AsAsyncEnumerable().WithCancellation(cancel))
        {
            labels.AddRange(answers.Select(answer => answer.Label).Except(labels));
        }

        return labels;
    }

    private async IAsyncEnumerable<IReadOnlyList<string>> RowsAsync(IReadOnlyList<string> questions, Dictionary<Guid, string> team, ILookup<Guid, CommuneLabels.Shown> put, [EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var request in Chosen().AsNoTracking().InOrder(Order).AsAsyncEnumerable().WithCancellation(cancel))
        {
            var received = Clock.ToLocal(request.ReceivedAt);
            var answers = questions.Count == 0 ? null : request.Answers.ToLookup(answer => answer.Label);
            yield return
            [
                request.Reference,
                request.Procedure,
                request.SenderName,
                request.SenderEmail ?? "",
                French.ShortDay(DateOnly.FromDateTime(received)),
                received.ToString("HH:mm", CultureInfo.InvariantCulture),
                request.Channel.Title(),
                request.IsQuarantined ? "Indésirable" : request.StateTitle,
                request.ClosedAt is { } closed ? French.ShortDay(DateOnly.FromDateTime(Clock.ToLocal(closed))) : "",
                request.DueOn is { } due ? French.ShortDay(due) : "",
                request.AssigneeId is { } account ? team.GetValueOrDefault(account, "") : "",
                string.Join(", ", put[request.Id].Select(label => label.Name)),
                .. questions.Select(question => string.Join(", ", answers![question].Select(WordsOf))),
            ];
        }
    }

    private static string WordsOf(Contracts.Requests.FiledAnswer answer) =>
        answer.Files.Count == 0 ? answer.Value : string.Join(", ", answer.Files.Select(file => file.Name));
}
