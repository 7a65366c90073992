using Microsoft.EntityFrameworkCore;
using Saas.Modules.Requests.Model;
using Saas.Shell.Data;
using Saas.Shell.Files;

namespace Saas.Modules.Requests.Retention;

/// <summary>Files that came with requests, whichever module received them.</summary>
internal sealed class RequestFiles(SaasDbContext db) : IFilePointers
{
    public async Task<IReadOnlyCollection<Guid>> FindAsync(IReadOnlyCollection<Guid> files, CancellationToken cancel)
    {
        var found = new HashSet<Guid>();
        await foreach (var answers in db.Requests.AsNoTracking().Select(request => request.Answers).AsAsyncEnumerable().WithCancellation(cancel))
        {
            found.UnionWith(answers.SelectMany(answer => answer.Files).Select(file => file.Id).Where(files.Contains));
        }

        return found;
    }
}
