using System.Net;
using Saas.Modules.Site.Model;
using Saas.Shell.Identity;

namespace Saas.Modules.Site.Tests.Writing;

public sealed class EditMemberTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task A_new_role_moves_the_member_and_keeps_the_name()
    {
        var member = await Given.MemberAsync(host, SaasHost.Claret, CouncilRole.Councillor);

        await host.Visit(SaasHost.Claret, Role.Administrator).SubmitAsync($"/gestion/site/elus/{member.Id}", "Enregistrer", ("Fonction", "Delegate"));

        var council = await host.Visit(SaasHost.Claret).OpenAsync("/conseil");
        Assert.Equal("Conseillère déléguée", council.QuerySelector($"section[aria-labelledby=fonction-delegate] #elu-{member.Slug} [itemprop=jobTitle]")!.TextContent);
        Assert.Equal(member.Title, council.QuerySelector($"#elu-{member.Slug} [itemprop=name]")!.TextContent);
    }

    [Fact]
    public async Task The_member_of_another_council_does_not_exist()
    {
        var member = await Given.MemberAsync(host, SaasHost.Matelles, CouncilRole.Head);

        Assert.Equal(HttpStatusCode.NotFound, (await host.Visit(SaasHost.Claret, Role.Administrator).GetAsync($"/gestion/site/elus/{member.Id}")).StatusCode);
    }
}
