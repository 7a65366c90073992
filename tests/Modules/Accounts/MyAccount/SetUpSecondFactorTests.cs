using System.Net;
using Saas.Shell.Identity;

namespace Saas.Modules.Accounts.Tests.MyAccount;

public sealed class SetUpSecondFactorTests(SaasHost host) : IClassFixture<SaasHost>
{
    private const string Page = "/gestion/mon-compte/double-authentification";

    [Fact]
    public async Task The_telephone_reads_a_picture_or_a_key_and_ten_codes_are_shown_once()
    {
        var browser = await Given.SignedInAsync(host, SaasHost.Claret, await Given.MemberAsync(host, SaasHost.Claret, Role.Secretary));

        var form = await browser.OpenAsync(Page);
        var (_, codes) = await Given.SecondFactorAsync(browser);
        var after = await browser.GetStringAsync(Page);

        Assert.NotNull(form.QuerySelector("svg.qr-code[role=img] path"));
        Assert.Equal(10, codes.Distinct().Count());
        Assert.DoesNotContain(codes[0], after, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_code_changes_nothing_and_the_same_key_is_offered_again()
    {
        var email = await Given.MemberAsync(host, SaasHost.Claret, Role.Secretary);
        var browser = await Given.SignedInAsync(host, SaasHost.Claret, email);
        var form = await browser.OpenAsync(Page);

        var refused = await Browser.ReadAsync(await browser.SubmitAsync(form, Page, "Mettre en place", [("Code", "000000")]));

        Assert.Equal(form.QuerySelector(".second-factor__key")!.TextContent, refused.QuerySelector(".second-factor__key")!.TextContent);
        Assert.Equal("/gestion", (await Given.SignInAsync(host.Visit(SaasHost.Claret), email)).Headers.Location?.ToString());
    }

    [Fact]
    public async Task The_sessions_that_did_without_it_end()
    {
        var email = await Given.MemberAsync(host, SaasHost.Claret, Role.Secretary);
        var (here, elsewhere) = (await Given.SignedInAsync(host, SaasHost.Claret, email), await Given.SignedInAsync(host, SaasHost.Claret, email));

        await Given.SecondFactorAsync(here);

        Assert.Equal(HttpStatusCode.OK, (await here.GetAsync("/gestion")).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await elsewhere.GetAsync("/gestion")).StatusCode);
    }

    [Fact]
    public async Task The_key_offered_to_someone_else_is_not_taken()
    {
        var theirs = await (await Given.SignedInAsync(host, SaasHost.Claret, await Given.MemberAsync(host, SaasHost.Claret, Role.Secretary))).OpenAsync(Page);
        var mine = await Given.SignedInAsync(host, SaasHost.Claret, await Given.MemberAsync(host, SaasHost.Claret, Role.Secretary));

        var answer = await mine.SubmitAsync(Page, "Mettre en place", ("OfferedKey", theirs.QuerySelector("#OfferedKey")!.GetAttribute("value")!), ("Code", Telephone.CodeOf(theirs.QuerySelector(".second-factor__key")!.TextContent)));

        Assert.Empty(Given.CodesOf(await Browser.ReadAsync(answer)));
    }

    [Fact]
    public async Task An_administrator_does_nothing_before_and_a_secretary_may()
    {
        var administrator = await Given.SignedInAsync(host, SaasHost.Claret, await Given.MemberAsync(host, SaasHost.Claret, Role.Administrator));
        var secretary = await Given.SignedInAsync(host, SaasHost.Claret, await Given.MemberAsync(host, SaasHost.Claret, Role.Secretary));

        var answer = await administrator.GetAsync("/gestion/equipe");

        Assert.Equal(Page, answer.Headers.Location?.ToString());
        Assert.Equal(HttpStatusCode.OK, (await secretary.GetAsync("/gestion/demandes")).StatusCode);
    }
}
