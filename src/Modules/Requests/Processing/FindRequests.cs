using Microsoft.EntityFrameworkCore;
using Saas.Contracts.Search;
using Saas.Modules.Requests.Model;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Search;
using Saas.Shell.Web;

namespace Saas.Modules.Requests.Processing;

/// <summary>Finds requests for staff: by reference, however it is typed, or by the beginning of each word of the sender's name or mail.</summary>
internal sealed class FindRequests(SaasDbContext db, CurrentPerson person, CommuneClock clock) : ISearchableByStaff
{
    public async Task<IReadOnlyList<StaffHit>> FindAsync(string typed, int most, CancellationToken cancel)
    {
        if (!person.Can(RequestsPermissions.Read))
        {
            return [];
        }

        var found = Codes.ReadReference(typed) is { } reference ? db.Requests.Where(request => request.Reference == reference) : null;
        if (found is null || !await found.AnyAsync(cancel))
        {
            found = db.Requests;
            foreach (var word in SearchWords.Split(typed))
            {
                var start = " " + word;
                found = found.Where(request => (" " + request.SearchText).Contains(start));
            }
        }

        var rows = await found
            .OrderByDescending(request => request.ReceivedAt).ThenBy(request => request.Id)
            .Take(most)
            .Select(request => new { request.Id, request.Reference, request.Procedure, request.SenderName, request.ReceivedAt })
            .ToListAsync(cancel);
        return [.. rows.Select(row => new StaffHit("Demandes", $"{row.Procedure} – {row.SenderName}", ReadRequest.AddressOf(row.Id), $"{row.Reference}, {clock.ShortMoment(row.ReceivedAt)}"))];
    }
}
