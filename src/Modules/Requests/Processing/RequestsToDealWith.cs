using Microsoft.EntityFrameworkCore;
using Saas.Modules.Requests.Model;
using Saas.Shell.Data;
using Saas.Shell.Web;

namespace Saas.Modules.Requests.Processing;

internal sealed class RequestsToDealWith(SaasDbContext db) : IMenuCount
{
    public Task<int> CountAsync(CancellationToken cancel) => db.Requests.CountAsync(Request.IsToDealWith, cancel);
}
