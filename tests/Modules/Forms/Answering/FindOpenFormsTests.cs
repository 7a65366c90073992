using Microsoft.Extensions.DependencyInjection;
using Saas.Contracts.Search;
using Saas.Modules.Forms.Answering;

namespace Saas.Modules.Forms.Tests.Answering;

public sealed class FindOpenFormsTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Theory]
    [InlineData("cimetières")]
    [InlineData("cimetiere")]
    [InlineData("Cimetière concession")]
    public async Task A_procedure_is_found_by_its_words_without_accents_or_plurals(string words)
    {
        var form = await OpenAsync(SaasHost.Claret, "Demander une concession au cimetière");

        var hits = await FindAsync(SaasHost.Claret, words);

        Assert.Contains(hits, hit => hit.Address == $"/demarches/{form}" && hit.Kind == "Démarche");
    }

    [Fact]
    public async Task The_procedure_of_another_commune_is_not_found()
    {
        var form = await OpenAsync(SaasHost.Matelles, "Demander une concession au cimetière");

        Assert.DoesNotContain(await FindAsync(SaasHost.Claret, "cimetière"), hit => hit.Address == $"/demarches/{form}");
    }

    private async Task<string> OpenAsync(string insee, string title)
    {
        var form = await host.OpenAsync(insee, Given.Name);
        await host.ChangeAsync(insee, form, f => f.Describe(title, f.Summary, f.Introduction, f.Recipient), publish: true);
        return form.Slug;
    }

    private Task<IReadOnlyList<SearchHit>> FindAsync(string insee, string words) => host.InAsync(insee, services =>
        services.GetServices<ISearchable>().OfType<FindOpenForms>().Single().FindAsync(words, 100, CancellationToken.None));
}
