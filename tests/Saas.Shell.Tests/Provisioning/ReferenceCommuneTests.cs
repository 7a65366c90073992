using Saas.Shell.Provisioning;

namespace Saas.Shell.Tests.Provisioning;

public sealed class ReferenceCommuneTests
{
    [Theory]
    [InlineData("CC du Grand Pic Saint-Loup", "Communauté de communes du Grand Pic Saint-Loup", "grand-pic-saint-loup")]
    [InlineData("CA du Pays de l'Or", "Communauté d’agglomération du Pays de l’Or", "pays-de-l-or")]
    [InlineData("CU d'Arras", "Communauté urbaine d’Arras", "arras")]
    [InlineData("CC de la Région de Rambervillers", "Communauté de communes de la Région de Rambervillers", "region-de-rambervillers")]
    [InlineData("CA de Blois ''Agglopolys''", "Communauté d’agglomération de Blois Agglopolys", "blois-agglopolys")]
    [InlineData("Montpellier Méditerranée Métropole", "Montpellier Méditerranée Métropole", "montpellier-mediterranee-metropole")]
    public void An_intercommunality_is_called_in_full_and_has_a_short_address(string name, string full, string slug)
    {
        var epci = new ReferenceEpci { Siren = "200022986", Name = name };

        Assert.Equal((full, slug), (epci.FullName, epci.ShortSlug));
    }
}
