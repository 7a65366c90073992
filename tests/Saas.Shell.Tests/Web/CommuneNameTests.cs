using Saas.Shell.Web;

namespace Saas.Shell.Tests.Web;

public sealed class CommuneNameTests
{
    [Theory]
    [InlineData("Claret", "de Claret", "à Claret")]
    [InlineData("Les Matelles", "des Matelles", "aux Matelles")]
    [InlineData("Le Triadou", "du Triadou", "au Triadou")]
    [InlineData("La Rochelle", "de La Rochelle", "à La Rochelle")]
    [InlineData("L'Isle-Jourdain", "de L'Isle-Jourdain", "à L'Isle-Jourdain")]
    [InlineData("Assas", "d’Assas", "à Assas")]
    [InlineData("Évian-les-Bains", "d’Évian-les-Bains", "à Évian-les-Bains")]
    [InlineData("Lessay", "de Lessay", "à Lessay")]
    [InlineData("Communauté de communes du Pays de Lunel", "de la Communauté de communes du Pays de Lunel", "à la Communauté de communes du Pays de Lunel")]
    [InlineData("Eurométropole de Strasbourg", "de l’Eurométropole de Strasbourg", "à l’Eurométropole de Strasbourg")]
    [InlineData("Syndicat mixte des eaux", "du Syndicat mixte des eaux", "au Syndicat mixte des eaux")]
    [InlineData("SIVOM du Loup", "du SIVOM du Loup", "au SIVOM du Loup")]
    [InlineData("Toulouse Métropole", "de Toulouse Métropole", "à Toulouse Métropole")]
    public void The_name_fits_in_a_sentence(string name, string of, string at)
    {
        Assert.Equal(of, CommuneName.Of(name));
        Assert.Equal(at, CommuneName.At(name));
    }
}
