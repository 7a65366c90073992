using System.Net;
using Saas.Shell.Identity;

namespace Saas.Modules.Forms.Tests.Composing;

public sealed class ListFormsTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task Each_form_is_listed_with_its_state_in_words()
    {
        var draft = await host.DraftAsync(SaasHost.Claret, Given.Name);
        var changed = await host.OpenAsync(SaasHost.Claret, Given.Name);
        await host.ChangeAsync(SaasHost.Claret, changed, form => form.Put(Given.Message));

        var page = await host.Visit(SaasHost.Claret, Role.Administrator).OpenAsync("/gestion/demarches");

        Assert.Contains("Brouillon", Row(page, draft.Title), StringComparison.Ordinal);
        Assert.Contains("Ouverte, modifications non publiées", Row(page, changed.Title), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_elected_member_reads_the_list_and_composes_nothing()
    {
        var form = await host.DraftAsync(SaasHost.Claret, Given.Name);
        var browser = host.Visit(SaasHost.Claret, Role.Elected);

        var page = await browser.OpenAsync("/gestion/demarches");
        var edit = await browser.GetAsync($"/gestion/demarches/{form.Id}");

        Assert.Contains(form.Title, page.Words(), StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("a[href='/gestion/demarches/nouvelle']"));
        Assert.Equal(HttpStatusCode.Forbidden, edit.StatusCode);
    }

    [Fact]
    public async Task The_forms_of_another_commune_are_not_listed()
    {
        var form = await host.OpenAsync(SaasHost.Matelles, Given.Name);

        Assert.DoesNotContain(form.Title, await host.Visit(SaasHost.Claret, Role.Administrator).GetStringAsync("/gestion/demarches"), StringComparison.Ordinal);
    }

    private static string Row(AngleSharp.Html.Dom.IHtmlDocument page, string title) =>
        page.QuerySelectorAll("tbody tr").Single(row => row.TextContent.Contains(title, StringComparison.Ordinal)).TextContent;
}
