using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Saas.Contracts.Site;
using Saas.Modules.Forms.Answering.Fields;
using Saas.Modules.Forms.Model;
using Saas.Shell.Data;
using Saas.Shell.Identity;

namespace Saas.Modules.Forms.Composing;

/// <summary>The form as residents will see it once published, without anything that sends.</summary>
[Requires(FormsPermissions.Compose)]
internal sealed class PreviewForm(SaasDbContext db, IPublicFrame frame) : PageModel
{
    public Form Form { get; private set; } = null!;

    public TownHall TownHall { get; private set; } = null!;

    public IEnumerable<QuestionSheet> Questions => Form.Questions.Select(question => new QuestionSheet(question, "", [], CanSend: false)
    {
        When = question.When is null ? "" : ConditionWords.Sentence(question.When, Form.Questions),
    });

    public bool AsksForEmail => Form.Questions.Any(question => question.Asked.SenderRole == QuestionRole.SenderEmail);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        var form = await db.Forms.AsNoTracking().SingleOrDefaultAsync(f => f.Id == id, cancel);
        if (form is null)
        {
            return NotFound();
        }

        Form = form;
        TownHall = (await frame.ReadAsync(cancel)).TownHall;
        return Page();
    }
}
