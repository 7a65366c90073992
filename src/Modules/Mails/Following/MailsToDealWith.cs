using Microsoft.EntityFrameworkCore;
using Saas.Shell.Data;
using Saas.Shell.Mail;
using Saas.Shell.Web;

namespace Saas.Modules.Mails.Following;

internal sealed class MailsToDealWith(SaasDbContext db) : IMenuCount
{
    public Task<int> CountAsync(CancellationToken cancel) => db.Set<OutgoingMail>().CountAsync(OutgoingMail.WaitsForSomeone, cancel);
}
