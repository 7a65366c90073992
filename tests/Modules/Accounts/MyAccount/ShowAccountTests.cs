using System.Net;
using Saas.Shell.Identity;

namespace Saas.Modules.Accounts.Tests.MyAccount;

public sealed class ShowAccountTests(SaasHost host) : IClassFixture<SaasHost>
{
    private const string Page = "/gestion/mon-compte";

    [Fact]
    public async Task The_devices_of_the_person_are_listed_and_one_of_them_is_ended()
    {
        var email = await Given.MemberAsync(host, SaasHost.Claret, Role.Elected);
        var (here, elsewhere) = (await Given.SignedInAsync(host, SaasHost.Claret, email), await Given.SignedInAsync(host, SaasHost.Claret, email));

        var page = await here.OpenAsync(Page);
        await here.SubmitAsync(page, Page, "Déconnecter Appareil inconnu");

        Assert.Equal(2, page.QuerySelectorAll("tbody tr").Length);
        Assert.Single(page.QuerySelectorAll("tbody .badge"));
        Assert.Equal(HttpStatusCode.OK, (await here.GetAsync(Page)).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await elsewhere.GetAsync(Page)).StatusCode);
    }

    [Fact]
    public async Task All_the_others_are_ended_in_one_go_whatever_the_commune()
    {
        var email = await Given.MemberAsync(host, SaasHost.Claret, Role.Elected);
        await Given.MemberAsync(host, SaasHost.Matelles, Role.Elected, email);
        var here = await Given.SignedInAsync(host, SaasHost.Claret, email);
        var neighbour = await Given.SignedInAsync(host, SaasHost.Matelles, email);

        await here.SubmitAsync(Page, "Déconnecter tous");

        Assert.Equal(HttpStatusCode.OK, (await here.GetAsync(Page)).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await neighbour.GetAsync(Page)).StatusCode);
    }

    [Fact]
    public async Task The_device_of_someone_else_is_not_ended()
    {
        var someone = await Given.MemberAsync(host, SaasHost.Claret, Role.Elected);
        var theirs = await Given.SignedInAsync(host, SaasHost.Claret, someone);
        var device = Assert.Single(await SessionsAsync(someone));
        var mine = await Given.SignedInAsync(host, SaasHost.Claret, await Given.MemberAsync(host, SaasHost.Claret, Role.Elected));
        var token = (await mine.OpenAsync("/gestion/mon-compte/mot-de-passe")).QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

        await mine.PostAsync(Page, ("__RequestVerificationToken", token), ("Device", device.ToString()));

        Assert.Equal(HttpStatusCode.OK, (await theirs.GetAsync(Page)).StatusCode);
    }

    private Task<List<Guid>> SessionsAsync(string email) => host.InAsync(SaasHost.Claret, services =>
    {
        var db = (Saas.Shell.Data.SaasDbContext)services.GetService(typeof(Saas.Shell.Data.SaasDbContext))!;
        return Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.ToListAsync(
            from session in db.Set<Session>()
            join account in db.Set<Account>() on session.AccountId equals account.Id
            where account.Email == email
            select session.Id);
    });
}
