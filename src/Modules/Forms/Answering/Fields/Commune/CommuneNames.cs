using Microsoft.EntityFrameworkCore;
using Saas.Shell.Data;
using Saas.Shell.Provisioning;

namespace Saas.Modules.Forms.Answering.Fields;

/// <summary>Communes of France by the beginning of their name or by postal code: « Claret (34270) ».</summary>
internal static class CommuneNames
{
    private const int Least = 3;

    private const int Most = 10;

    public static async Task<IReadOnlyList<string>> FindAsync(SaasDbContext db, string? typed, CancellationToken cancel)
    {
        var beginning = Slugs.Of((typed ?? "").Split('(')[0]);
        if (beginning.Length < Least)
        {
            return [];
        }

        var found = await db.Set<ReferenceCommune>().AsNoTracking()
            .Where(commune => commune.Slug.StartsWith(beginning) || commune.PostalCodes.Contains(beginning))
            .OrderByDescending(commune => commune.Population ?? 0)
            .ThenBy(commune => commune.Code)
            .Select(commune => new { commune.Name, commune.PostalCodes, commune.Departement })
            .Take(Most)
            .ToListAsync(cancel);
        return [.. found.Select(commune => $"{commune.Name} ({commune.PostalCodes.FirstOrDefault() ?? commune.Departement})")];
    }
}
