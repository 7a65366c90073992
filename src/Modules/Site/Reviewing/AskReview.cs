using Microsoft.EntityFrameworkCore;
using Saas.Modules.Site.Model;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Jobs;
using Saas.Shell.Mail;
using Saas.Shell.Modules;
using Saas.Shell.Tenancy;
using Saas.Shell.Web;

namespace Saas.Modules.Site.Reviewing;

/// <summary>Writes to those who write the site that a content is to be read again; once for each date, however often it runs.</summary>
internal sealed class AskReview(SaasDbContext db, IMailer mailer, ModuleCatalog modules, SiteAddress sites, ICurrentTenant current, WorkPlan work, CommuneClock clock) : ITenantJob
{
    public const string Kind = "site.review";

    private static readonly TimeOnly Morning = new(7, 0);

    public async Task RunAsync(Guid id, CancellationToken cancel)
    {
        if (await db.Contents.SingleOrDefaultAsync(content => content.Id == id, cancel) is not { ReviewOn: { } day } content)
        {
            return;
        }

        if (day > clock.Today)
        {
            // Saved meanwhile, which counts as reading again.
            await work.PlanAsync(Kind, id, clock.ToInstant(day.ToDateTime(Morning)), cancel);
            return;
        }

        if (!content.IsShownAt(clock.Now) || !content.AskReview())
        {
            return;
        }

        var roles = Roles.OfCommunes.Where(role => modules.Allows(role, SitePermissions.Edit)).ToList();
        var recipients = await db.Set<Membership>().Where(member => roles.Contains(member.Role) && member.Account.Email != null).Select(member => member.Account.Email!).ToListAsync(cancel);
        foreach (var recipient in recipients)
        {
            mailer.Send(new Mail(
                recipient,
                $"Toujours exact ? « {content.Title} »",
                [
                    $"Il est temps de relire {content.Kind.The} « {content.Title} » du site {CommuneName.Of(current.Tenant.Name)}.",
                    "Si rien n’a changé, ouvrez cette adresse et appuyez sur « Toujours exact ». Sinon, vous pourrez corriger au même endroit.",
                    sites.Of(current.Tenant.Slug, $"{content.StaffAddress}/relecture"),
                ]));
        }

        await db.SaveChangesAsync(cancel);
    }
}
