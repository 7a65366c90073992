using Saas.Contracts.Requests;
using Saas.Contracts.Site;
using Saas.Modules.Requests.Following;
using Saas.Modules.Requests.Model;
using Saas.Shell.Tenancy;
using Saas.Shell.Web;

namespace Saas.Modules.Requests.Receiving;

/// <summary>Writes the receipt of a request, with the town hall as it can be reached today.</summary>
internal sealed class Receipts(IPublicFrame frame, ICurrentTenant current, CommuneClock clock)
{
    public Task<Receipt> WriteAsync(Request request, CancellationToken cancel) => WriteAsync(request, FollowAccess.PathOf(request.Reference), cancel);

    /// <param name="address">Path of the request for who reads the receipt.</param>
    public async Task<Receipt> WriteAsync(Request request, string address, CancellationToken cancel)
    {
        var townHall = await TownHallAsync(cancel);
        var service = ServiceOf(request.Terms, townHall);
        return new Receipt(
            request.Reference,
            request.Code,
            request.Procedure,
            clock.Moment(request.ReceivedAt),
            request.Answers,
            service,
            [.. Next(request, service, current.Words), .. SilenceRule.Sentences(request.Terms, clock.ToLocal(request.DelayFrom ?? request.ReceivedAt), current.Words)],
            $"{address}/fichiers");
    }

    public async Task<TownHallAddress> TownHallAsync(CancellationToken cancel)
    {
        var townHall = (await frame.ReadAsync(cancel)).TownHall;
        var city = string.Join(' ', new[] { townHall.PostalCode, townHall.City }.Where(part => !string.IsNullOrWhiteSpace(part)));
        var street = string.Join(", ", new[] { townHall.Street, city }.Where(part => !string.IsNullOrWhiteSpace(part)));
        return new TownHallAddress(townHall.Name, NullIfEmpty(street), NullIfEmpty(townHall.Telephone), NullIfEmpty(townHall.Email));
    }

    /// <summary>The service in charge; what it has not of its own is the town hall's.</summary>
    private static TownHallAddress ServiceOf(ProcedureTerms? terms, TownHallAddress townHall) => terms is null or { Service: "" }
        ? townHall
        : new TownHallAddress(
            $"{townHall.Name}, {terms.Service}",
            NullIfEmpty(terms.ServiceAddress) ?? townHall.Street,
            NullIfEmpty(terms.ServiceTelephone) ?? townHall.Telephone,
            NullIfEmpty(terms.ServiceEmail) ?? townHall.Email);

    private static List<string> Next(Request request, TownHallAddress townHall, TenantWords words) =>
    [
        request.SenderEmail is { } email
            ? $"{words.HouseFirst} lit votre demande et vous répond par courriel, à l’adresse {email}, et sur la page de suivi."
            : $"{words.HouseFirst} lit votre demande et y répond sur la page de suivi.",
        $"Gardez la référence et le code de suivi : ils ouvrent la page de suivi, où vous lisez la réponse et pouvez écrire à {words.House}.",
        townHall.Telephone is { } telephone
            ? $"Une question ? Appelez {words.House} au {telephone} et donnez la référence."
            : $"Une question ? Adressez-vous à {words.House} et donnez la référence.",
    ];

    private static string? NullIfEmpty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
