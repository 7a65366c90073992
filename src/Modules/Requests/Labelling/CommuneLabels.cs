using Microsoft.EntityFrameworkCore;
using Saas.Modules.Requests.Model;
using Saas.Shell.Data;
using Saas.Shell.Web;

namespace Saas.Modules.Requests.Labelling;

/// <summary>The commune's labels, and which requests bear them.</summary>
internal sealed class CommuneLabels(SaasDbContext db)
{
    public const string Address = "/gestion/demandes/etiquettes";

    public static string AddressOf(Guid id) => $"{Address}/{id}";

    /// <summary>In alphabetical order.</summary>
    public async Task<IReadOnlyList<Shown>> ListAsync(CancellationToken cancel) =>
        InOrder(await db.Labels.AsNoTracking().Select(label => new Shown(label.Id, label.Name, label.Colour)).ToListAsync(cancel));

    /// <summary>Of each of these requests.</summary>
    public async Task<ILookup<Guid, Shown>> OfAsync(IQueryable<Request> requests, CancellationToken cancel)
    {
        var found = await db.RequestLabels.AsNoTracking()
            .Where(put => requests.Any(request => request.Id == put.RequestId))
            .Select(put => new { put.RequestId, Label = new Shown(put.Label.Id, put.Label.Name, put.Label.Colour) })
            .ToListAsync(cancel);
        return found.OrderBy(put => put.Label.Name, French.Alphabet).ToLookup(put => put.RequestId, put => put.Label);
    }

    private static IReadOnlyList<Shown> InOrder(IEnumerable<Shown> labels) => [.. labels.OrderBy(label => label.Name, French.Alphabet)];

    internal sealed record Shown(Guid Id, string Name, LabelColour Colour);
}
