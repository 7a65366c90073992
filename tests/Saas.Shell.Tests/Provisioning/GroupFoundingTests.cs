using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Saas.Shell.Audit;
using Saas.Shell.Data;
using Saas.Shell.Provisioning;
using Saas.Shell.Tenancy;

namespace Saas.Shell.Tests.Provisioning;

public sealed class GroupFoundingTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task Several_people_founding_the_same_intercommunality_at_once_find_the_same_one_and_it_is_noted_once()
    {
        var founded = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => FoundAsync(AGroup("grand-lunel") with { Siren = "243400520", Members = ["34145", "34151"] })));

        var group = Assert.Single(founded.Select(group => group?.Id).Distinct());
        Assert.Equal((1, 2), await CountAsync(group!.Value));
    }

    [Fact]
    public async Task Two_groups_do_not_share_an_address()
    {
        var first = await FoundAsync(AGroup("meme-adresse"));
        var second = await FoundAsync(AGroup("meme-adresse"));

        Assert.NotNull(first);
        Assert.Null(second);
    }

    [Fact]
    public async Task The_site_of_a_group_answers_at_its_address_with_pages_of_its_own()
    {
        await host.FoundGroupAsync("vallee-des-sources", "Communauté de communes de la Vallée des Sources", SaasHost.Claret);

        var home = await host.Visit("vallee-des-sources").OpenAsync("/");

        Assert.Equal("Bienvenue sur le site de la Communauté de communes de la Vallée des Sources", home.QuerySelector("h1")!.TextContent.Trim());
        Assert.Contains("L’intercommunalité", home.QuerySelectorAll("nav a").Select(link => link.TextContent.Trim()));
        Assert.DoesNotContain("La mairie", home.QuerySelectorAll("nav a").Select(link => link.TextContent.Trim()));
        Assert.DoesNotContain("L’intercommunalité", (await host.Visit(SaasHost.Claret).OpenAsync("/")).QuerySelectorAll("nav a").Select(link => link.TextContent.Trim()));
    }

    [Fact]
    public async Task A_commune_cannot_be_founded_over_by_its_identifier() =>
        Assert.Null(await FoundAsync(AGroup("par-dessus") with { Id = host.Tenant(SaasHost.Claret).Id }));

    private static GroupToFound AGroup(string slug) => new(Guid.CreateVersion7(), $"Groupe {slug}", slug, Siren: null, []);

    private async Task<Tenant?> FoundAsync(GroupToFound wanted)
    {
        await using var scope = host.Application.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<GroupFounding>().FoundAsync(wanted, CancellationToken.None);
    }

    private async Task<(int Notes, int Members)> CountAsync(Guid group)
    {
        await using var scope = host.Application.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SaasDbContext>();
        return (await db.Set<PlatformAuditEntry>().CountAsync(entry => entry.SiteId == group), await db.Set<GroupMember>().CountAsync(member => member.TenantId == group));
    }
}
