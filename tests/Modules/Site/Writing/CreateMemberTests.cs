using Saas.Shell.Identity;

namespace Saas.Modules.Site.Tests.Writing;

public sealed class CreateMemberTests(SaasHost host) : IClassFixture<SaasHost>
{
    private const string Address = "/gestion/site/elus/nouvelle";

    [Fact]
    public async Task A_member_is_written_published_and_sits_with_the_others_of_the_role()
    {
        var name = Given.Word("Roux");
        var browser = host.Visit(SaasHost.Claret, Role.Administrator);

        var answer = await browser.SubmitAsync(Address, "Enregistrer le brouillon", ("Civilité", "Madam"), ("Prénom", "Ana"), ("Input.LastName", name), ("Fonction", "Deputy"), ("Rang", "1"), ("Délégation", "Écoles"));
        Assert.DoesNotContain(name, await host.Visit(SaasHost.Claret).GetStringAsync("/conseil"), StringComparison.Ordinal);
        await browser.SubmitAsync($"{answer.Headers.Location}/publication", "Publier");

        var council = await host.Visit(SaasHost.Claret).OpenAsync("/conseil");
        var member = council.QuerySelectorAll("section[aria-labelledby=fonction-deputy] .people__item").Single(item => item.TextContent.Contains(name, StringComparison.Ordinal));
        Assert.Contains("1re adjointe", member.TextContent.Replace('\u00a0', ' '), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Civility", "")]
    [InlineData("LastName", " ")]
    [InlineData("Role", "Roi")]
    [InlineData("Rank", "0")]
    public async Task What_is_missing_or_cannot_be_is_refused_and_what_was_typed_stays(string field, string value)
    {
        (string, string)[] good = [("Input.Civility", "Sir"), ("Input.FirstName", "Bao"), ("Input.LastName", Given.Word("Petit")), ("Input.Role", "Councillor"), ("Input.Summary", "Voirie")];

        var answer = await Browser.ReadAsync(await host.Visit(SaasHost.Claret, Role.Administrator).SubmitAsync(Address, "Enregistrer le brouillon", [.. good.Where(typed => typed.Item1 != $"Input.{field}"), ($"Input.{field}", value)]));

        Assert.NotNull(answer.QuerySelector(".error-summary"));
        Assert.Equal("Voirie", answer.QuerySelector("#Input_Summary")!.TextContent.Trim());
    }
}
