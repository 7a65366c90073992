using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Saas.Contracts.Requests;
using Saas.Modules.Requests.Model;
using Saas.Modules.Requests.Receiving;
using Saas.Modules.Requests.Templates;
using Saas.Shell.Audit;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Tenancy;
using Saas.Shell.Web;

namespace Saas.Modules.Requests.Processing;

/// <summary>Staff choose the answers that are missing or wrong: they alone are opened to the resident again.</summary>
[Requires(RequestsPermissions.Process)]
internal sealed class AskCompletion(SaasDbContext db, CommuneClock clock, CurrentPerson person, AuditTrail trail, ReplyTemplates templates, CompletionMails mails, ICurrentTenant current)
    : WrittenAct(db, clock, person, trail, templates)
{
    /// <summary>Time to find a document, unless the agent says otherwise.</summary>
    private const int UsualDays = 30;

    private const int ShownSigns = 60;

    [BindProperty]
    public List<string> Questions { get; set; } = [];

    [BindProperty]
    [StringLength(10_000, ErrorMessage = "Le message est trop long : 10 000 signes au plus.")]
    public override string? Words { get; set; }

    [BindProperty]
    [Required(ErrorMessage = "Indiquez jusqu’à quel jour vous attendez ces compléments.")]
    public DateOnly? Until { get; set; }

    public IEnumerable<FiledAnswer> Askable => Subject.Answers.Where(answer => answer.Question.Length > 0);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel))
        {
            return NotFound();
        }

        Questions.RemoveAll(question => Askable.All(answer => answer.Question != question));
        if (Questions.Count == 0)
        {
            ModelState.AddModelError(nameof(Questions), "Cochez au moins une réponse à compléter.");
        }

        if (Until <= Today)
        {
            ModelState.AddModelError(nameof(Until), "Laissez du temps au demandeur : choisissez un jour à venir.");
        }

        return await ActAsync("Les compléments sont demandés.", cancel);
    }

    public override Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        if (HttpMethods.IsGet(Request.Method))
        {
            Until ??= Today.AddDays(UsualDays);
        }

        return base.ShowAsync(cancel);
    }

    /// <summary>« sans réponse », or the beginning of what was answered.</summary>
    public static string Said(FiledAnswer answer)
    {
        var said = answer.Files.Count > 0 ? string.Join(", ", answer.Files.Select(file => file.Name)) : answer.Value.ReplaceLineEndings(" ");
        return said.Length == 0 ? "sans réponse" : said.Length <= ShownSigns ? said : said[..ShownSigns] + "…";
    }

    protected override bool IsPossible(Request request) => request.MayBeCompleted;

    protected override async Task<TimelineEntry> DoAsync(Request request, CancellationToken cancel)
    {
        var words = Words?.Trim() ?? "";
        var missing = request.Answers.Where(answer => answer.Question.Length > 0 && Questions.Contains(answer.Question)).ToList();
        var completion = new Completion(Guid.CreateVersion7(), [.. missing.Select(answer => answer.Question)], words, Until!.Value, Author, Now);
        var said = CompletionMails.Say(request, missing, words, Until.Value, current.Words);
        await mails.AskAsync(request, Author, said, cancel);
        return request.AskCompletion(EntryId, Author, completion, said, Now);
    }
}
