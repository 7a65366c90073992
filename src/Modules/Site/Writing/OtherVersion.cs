namespace Saas.Modules.Site.Writing;

/// <summary>What a colleague saved while this author was writing.</summary>
internal sealed record OtherVersion(int Number, string? Author, string When, string Title, string Summary, string Body)
{
    public string InWords => $"{Author ?? "Quelqu’un"} a enregistré une autre version {When}, pendant que vous écriviez. La vôtre n’est pas encore enregistrée : comparez-les ci-dessous.";
}
