using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.EntityFrameworkCore;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Web;

namespace Saas.Shell.Mail;

/// <summary>
/// What became of the mails sent about something, on its own page: <c>&lt;mail-states about="request.Id" /&gt;</c>. Folded unless one was
/// refused and waits for someone; nothing when there were none.
/// </summary>
[HtmlTargetElement("mail-states", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class MailStatesTagHelper(SaasDbContext db, CommuneClock clock, CurrentPerson person) : TagHelper
{
    /// <summary>Who may follow a mail to its own page.</summary>
    public const string Follow = "mails.follow";

    private const int Most = 50;

    public Guid About { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var mails = await db.Set<OutgoingMail>().AsNoTracking()
            .Where(mail => mail.About == About)
            .OrderByDescending(mail => mail.QueuedAt).ThenByDescending(mail => mail.Id)
            .Take(Most)
            .ToListAsync();
        if (mails.Count == 0)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "details";
        output.TagMode = TagMode.StartTagAndEndTag;
        if (mails.Any(mail => mail.MayBeHandled))
        {
            output.Attributes.SetAttribute(new TagHelperAttribute("open"));
        }

        var summary = new TagBuilder("summary");
        summary.InnerHtml.Append($"{French.Count(mails.Count, "courriel écrit", "courriels écrits")} à ce sujet");
        var list = new TagBuilder("ul");
        list.AddCssClass("plain-list small");
        foreach (var mail in mails)
        {
            list.InnerHtml.AppendHtml(Line(mail));
        }

        output.Content.AppendHtml(summary);
        output.Content.AppendHtml(list);
    }

    private TagBuilder Line(OutgoingMail mail)
    {
        var line = new TagBuilder("li");
        var badge = new TagBuilder("span");
        badge.AddCssClass(mail.State switch
        {
            MailState.Sent => "badge badge--success",
            MailState.Refused when mail.MayBeHandled => "badge badge--danger",
            MailState.Refused => "badge",
            _ => "badge badge--warning",
        });
        badge.InnerHtml.Append(mail.State switch { MailState.Sent => "Parti", MailState.Refused => "Refusé", _ => "En attente" });
        line.InnerHtml.AppendHtml(badge);
        line.InnerHtml.Append(" ");
        if (person.Can(Follow))
        {
            var link = new TagBuilder("a");
            link.Attributes["href"] = $"/gestion/courriels/{mail.Id}";
            link.InnerHtml.Append(mail.Subject);
            line.InnerHtml.AppendHtml(link);
        }
        else
        {
            line.InnerHtml.Append(mail.Subject);
        }

        line.InnerHtml.Append($", à {mail.Recipient}, {When(mail)}");
        return line;
    }

    private string When(OutgoingMail mail) => mail.State switch
    {
        MailState.Sent => clock.ShortMoment(mail.EndedAt!.Value),
        MailState.Refused => $"{clock.ShortMoment(mail.EndedAt!.Value)}. {MailRefusals.Explain(mail.Refusal)}",
        _ => clock.ShortMoment(mail.QueuedAt) + (mail.Attempts > 0 ? ". Un nouvel essai se fera tout seul." : ""),
    };
}
