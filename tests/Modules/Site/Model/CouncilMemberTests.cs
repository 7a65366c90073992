using Saas.Modules.Site.Model;
using Saas.Shell.Tenancy;

namespace Saas.Modules.Site.Tests.Model;

public sealed class CouncilMemberTests
{
    [Theory]
    [InlineData(TenantKind.Commune, Civility.Madam, CouncilRole.Head, null, "Maire")]
    [InlineData(TenantKind.Commune, Civility.Madam, CouncilRole.Deputy, 1, "1re adjointe")]
    [InlineData(TenantKind.Commune, Civility.Sir, CouncilRole.Deputy, 1, "1er adjoint")]
    [InlineData(TenantKind.Commune, Civility.Sir, CouncilRole.Deputy, null, "Adjoint")]
    [InlineData(TenantKind.Commune, Civility.Sir, CouncilRole.Delegate, 3, "Conseiller délégué")]
    [InlineData(TenantKind.Group, Civility.Sir, CouncilRole.Head, null, "Président")]
    [InlineData(TenantKind.Group, Civility.Madam, CouncilRole.Deputy, 4, "4e vice-présidente")]
    [InlineData(TenantKind.Group, Civility.Madam, CouncilRole.Councillor, null, "Conseillère")]
    internal void A_role_agrees_with_who_holds_it_and_where(TenantKind kind, Civility civility, CouncilRole role, int? rank, string words) =>
        Assert.Equal(words, new MemberFacts(civility, "Ana", "Roux", role, rank).InWords(TenantWords.Of(kind).Council).Replace('\u00a0', ' '));
}
