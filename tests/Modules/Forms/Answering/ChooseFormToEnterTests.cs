using Saas.Shell.Identity;

namespace Saas.Modules.Forms.Tests.Answering;

public sealed class ChooseFormToEnterTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task The_list_of_requests_leads_to_every_procedure_that_was_published_and_to_no_other_communes()
    {
        var form = await host.OpenAsync(SaasHost.Claret, Given.Name);
        var closed = await host.OpenAsync(SaasHost.Claret, Given.Name);
        await host.ChangeAsync(SaasHost.Claret, closed, row => row.Close(""));
        var draft = await host.DraftAsync(SaasHost.Claret, Given.Name);
        var elsewhere = await host.OpenAsync(SaasHost.Matelles, Given.Name);
        var agent = host.Visit(SaasHost.Claret, Role.Agent);

        var list = await agent.OpenAsync("/gestion/demandes");
        var page = await agent.OpenAsync(list.QuerySelector("a[href='/gestion/saisir']")!.GetAttribute("href")!);

        var links = page.QuerySelectorAll("main a").Select(link => link.GetAttribute("href")).ToList();
        Assert.Contains($"/gestion/saisir/{form.Slug}", links);
        Assert.Contains($"/gestion/saisir/{closed.Slug}", links);
        Assert.DoesNotContain($"/gestion/saisir/{draft.Slug}", links);
        Assert.DoesNotContain($"/gestion/saisir/{elsewhere.Slug}", links);
    }
}
