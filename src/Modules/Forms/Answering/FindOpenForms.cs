using Microsoft.EntityFrameworkCore;
using Saas.Contracts.Requests;
using Saas.Contracts.Search;
using Saas.Shell.Data;
using Saas.Shell.Web;

namespace Saas.Modules.Forms.Answering;

/// <summary>
/// Finds open procedures by the words of their title and summary. A commune has some dozens of them at most: they are read in whole,
/// which needs no index that row-level security would keep from being used.
/// </summary>
internal sealed class FindOpenForms(SaasDbContext db, IRequestIntake intake, CommuneClock clock) : ISearchable
{
    private const string French = "shell.french";

    public async Task<IReadOnlyList<SearchHit>> FindAsync(string words, int most, CancellationToken cancel) =>
        intake.Offered
            ? await OpenForms.Latest(db, clock.Today)
                .Select(edition => new
                {
                    edition.Title,
                    edition.Summary,
                    edition.Form.Slug,
                    Vector = EF.Functions.ToTsVector(French, edition.Title).SetWeight(NpgsqlTypes.NpgsqlTsVector.Lexeme.Weight.A)
                        .Concat(EF.Functions.ToTsVector(French, edition.Summary)),
                })
                .Where(found => found.Vector.Matches(EF.Functions.WebSearchToTsQuery(French, words)))
                .OrderByDescending(found => found.Vector.Rank(EF.Functions.WebSearchToTsQuery(French, words)))
                .ThenBy(found => found.Title)
                .Take(most)
                .Select(found => new SearchHit("Démarche", found.Title, "/demarches/" + found.Slug, found.Summary, found.Vector.Rank(EF.Functions.WebSearchToTsQuery(French, words))))
                .ToListAsync(cancel)
            : [];
}
