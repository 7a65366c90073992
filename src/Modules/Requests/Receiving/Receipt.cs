using Saas.Contracts.Requests;
using Saas.Modules.Requests.Model;

namespace Saas.Modules.Requests.Receiving;

/// <summary>
/// The electronic acknowledgement of a request (CRPA R112-11-1): date of receipt, service in charge and how to reach it,
/// what was sent, what happens next. The screen and the mail show this and nothing else.
/// </summary>
/// <param name="FilesAddress">Path below which who reads it opens the files.</param>
internal sealed record Receipt(
    string Reference,
    string Code,
    string Procedure,
    string ReceivedOn,
    IReadOnlyList<FiledAnswer> Answers,
    TownHallAddress TownHall,
    IReadOnlyList<string> Next,
    string FilesAddress)
{
    public const string LegalMention =
        "Ce document est l’accusé de réception électronique de votre demande (article R. 112-11-1 du code des relations entre le public et l’administration).";

    /// <summary>Signs of a checksum that are printed: enough to tell two files apart.</summary>
    private const int ShownChecksum = 12;

    public string ShownCode => Codes.Show(Code);

    /// <summary>« 1f0c9a77d2b4 ».</summary>
    public static string Checksum(FiledFile file) => file.Checksum.Length > ShownChecksum ? file.Checksum[..ShownChecksum] : file.Checksum;
}

/// <summary>The service in charge of every request: the town hall. What the commune has not said is null.</summary>
internal sealed record TownHallAddress(string Name, string? Street, string? Telephone, string? Email)
{
    public IEnumerable<string> Lines
    {
        get
        {
            yield return Name;
            if (Street is not null)
            {
                yield return Street;
            }

            if (Telephone is not null)
            {
                yield return $"Téléphone : {Telephone}";
            }

            if (Email is not null)
            {
                yield return $"Adresse e-mail : {Email}";
            }
        }
    }
}
