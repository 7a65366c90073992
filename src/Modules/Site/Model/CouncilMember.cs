using System.Globalization;
using Saas.Shell.Tenancy;

namespace Saas.Modules.Site.Model;

/// <summary>An elected member, shown with the others on the council's page. The delegation is the summary.</summary>
internal sealed class CouncilMember(Guid id, string slug) : Content(id, slug)
{
    public const int LongestName = 80;

    /// <summary>A mayor of Paris has 37 deputies.</summary>
    public const int LastRank = 40;

    public MemberFacts Facts { get; private set; } = MemberFacts.None;

    public override ContentKind Kind => ContentKind.Member;

    public override Wording Wording => new MemberWording(Title, Summary, Facts);

    public override bool IsEmpty => false;

    public override string Gist(TenantWords words) => Facts.InWords(words.Council);

    protected override void Take(Wording wording) => Facts = ((MemberWording)wording).Facts;
}

/// <param name="Rank">Among those of the same role, from 1; null where there is no order.</param>
internal sealed record MemberFacts(Civility Civility, string FirstName, string LastName, CouncilRole Role, int? Rank)
{
    public static readonly MemberFacts None = new(Civility.Madam, "", "", CouncilRole.Councillor, null);

    /// <summary>« Maire », « 1re adjointe », « Conseiller délégué ».</summary>
    public string InWords(CouncilWords words)
    {
        var woman = Civility == Civility.Madam;
        var role = Role switch
        {
            CouncilRole.Head => woman ? words.HeadOfWomen : words.Head,
            CouncilRole.Deputy => woman ? words.DeputyOfWomen : words.Deputy,
            CouncilRole.Delegate => woman ? "conseillère déléguée" : "conseiller délégué",
            _ => woman ? words.CouncillorOfWomen : words.Councillor,
        };
        return Role == CouncilRole.Deputy && Rank is { } rank
            ? $"{rank.ToString(CultureInfo.InvariantCulture)}{(rank > 1 ? "e" : woman ? "re" : "er")} {role}"
            : char.ToUpperInvariant(role[0]) + role[1..];
    }
}

/// <summary>In the order of the protocol. Stored by name.</summary>
internal enum CouncilRole
{
    Head,
    Deputy,
    Delegate,
    Councillor,
}

/// <summary>How words agree with the member. Stored by name.</summary>
internal enum Civility
{
    Madam,
    Sir,
}

internal static class CouncilRoles
{
    public static IReadOnlyList<CouncilRole> All { get; } = Enum.GetValues<CouncilRole>();

    /// <summary>Whatever the council is: what the trail keeps.</summary>
    public static string Title(this CouncilRole role) => role switch
    {
        CouncilRole.Head => "Maire ou présidence",
        CouncilRole.Deputy => "Adjoint ou vice-président",
        CouncilRole.Delegate => "Conseiller délégué",
        _ => "Conseiller",
    };

    /// <summary>Over those who hold it.</summary>
    public static string Title(this CouncilRole role, CouncilWords words) => role switch
    {
        CouncilRole.Head => words.HeadOffice,
        CouncilRole.Deputy => words.Deputies,
        CouncilRole.Delegate => "Conseillers délégués",
        _ => words.Councillors,
    };

    public static string Title(this Civility civility) => civility == Civility.Madam ? "Madame" : "Monsieur";
}
