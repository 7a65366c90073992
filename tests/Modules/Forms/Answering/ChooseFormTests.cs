
namespace Saas.Modules.Forms.Tests.Answering;

public sealed class ChooseFormTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task Open_procedures_are_listed_with_their_summary()
    {
        var form = await host.OpenAsync(SaasHost.Claret, Given.Name);

        var page = await host.Visit(SaasHost.Claret).OpenAsync("/demarches");

        Assert.Equal(form.Title, page.QuerySelector($"a[href='/demarches/{form.Slug}']")?.TextContent);
        Assert.Contains("Un résumé.", page.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Drafts_closed_procedures_and_those_of_another_commune_are_not_listed()
    {
        var draft = await host.DraftAsync(SaasHost.Claret, Given.Name);
        var elsewhere = await host.OpenAsync(SaasHost.Matelles, Given.Name);
        var closed = await host.OpenAsync(SaasHost.Claret, Given.Name);
        await host.ChangeAsync(SaasHost.Claret, closed, form => form.Close(""));

        var page = await host.Visit(SaasHost.Claret).GetStringAsync("/demarches");

        Assert.All([draft, elsewhere, closed], form => Assert.DoesNotContain(form.Slug, page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_procedure_that_closes_leaves_the_cached_list_at_once()
    {
        var form = await host.OpenAsync(SaasHost.Claret, Given.Name);
        var before = await host.Visit(SaasHost.Claret).GetStringAsync("/demarches");

        await host.ChangeAsync(SaasHost.Claret, form, f => f.Close(""));
        var after = await host.Visit(SaasHost.Claret).GetStringAsync("/demarches");

        Assert.Contains(form.Slug, before, StringComparison.Ordinal);
        Assert.DoesNotContain(form.Slug, after, StringComparison.Ordinal);
    }
}
