namespace Saas.Modules.Forms.Tests.Answering.Fields.Commune;

public sealed class CommuneNamesTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task Communes_are_proposed_by_the_beginning_of_their_name_without_accents()
    {
        var form = await host.OpenAsync(SaasHost.Claret, Given.Name);

        var found = await host.Visit(SaasHost.Claret).GetStringAsync($"/demarches/{form.Slug}?handler=Communes&q=clar");
        var none = await host.Visit(SaasHost.Claret).GetStringAsync($"/demarches/{form.Slug}?handler=Communes&q=cl");

        Assert.Contains("Claret (", found, StringComparison.Ordinal);
        Assert.Equal("[]", none);
    }
}
