using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Saas.Modules.Requests.Model;
using Saas.Shell.Data;
using Saas.Shell.Identity;

namespace Saas.Modules.Requests.Tests.Filtering;

public sealed class ListFiltersTests(SaasHost host) : IClassFixture<SaasHost>
{
    private const string Address = "/gestion/demandes/filtres";

    [Fact]
    public async Task A_filter_is_deleted_by_its_owner_even_pressed_twice()
    {
        var name = await SaveAsync(shared: false);
        var staff = host.Visit(SaasHost.Claret, Role.Secretary);
        var page = await staff.OpenAsync(Address);

        await staff.SubmitAsync(page, Address, $"Supprimer le filtre {name}");
        var again = await staff.SubmitAsync(page, Address, $"Supprimer le filtre {name}");

        Assert.Equal(Address, again.Headers.Location?.ToString());
        Assert.Null(await FindAsync(name));
    }

    [Fact]
    public async Task Nobody_deletes_anothers_own_and_who_only_reads_deletes_no_shared_one()
    {
        var (own, shared) = (await SaveAsync(shared: false), await SaveAsync(shared: true));
        var agent = host.Visit(SaasHost.Claret, Role.Agent);
        var neighbour = host.Visit(SaasHost.Matelles, Role.Administrator);
        await SaveAsync(shared: false, Role.Agent);
        await SaveAsync(shared: false, Role.Administrator, SaasHost.Matelles);
        var page = await agent.OpenAsync(Address);

        await agent.SubmitAsync(page, Address, "Supprimer", [("FilterId", $"{await FindAsync(own)}")]);
        await neighbour.SubmitAsync(Address, "Supprimer", ("FilterId", $"{await FindAsync(shared)}"));
        var elected = await host.Visit(SaasHost.Claret, Role.Elected).OpenAsync(Address);

        Assert.NotNull(await FindAsync(own));
        Assert.NotNull(await FindAsync(shared));
        Assert.DoesNotContain(own, page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains(shared, elected.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(elected.QuerySelectorAll("button"), button => button.GetAttribute("aria-label") == $"Supprimer le filtre {shared}");
    }

    private async Task<string> SaveAsync(bool shared, Role role = Role.Secretary, string insee = SaasHost.Claret)
    {
        var name = $"Filtre {Guid.NewGuid():N}";
        (string, string)[] fields = shared ? [("Nom", name), ("Shared", "true")] : [("Nom", name)];
        await host.Visit(insee, role).SubmitAsync($"{Address}/nouveau?etat=closes", "Enregistrer le filtre", fields);
        return name;
    }

    private Task<Guid?> FindAsync(string name) => host.InAsync(SaasHost.Claret, services =>
        services.GetRequiredService<SaasDbContext>().SavedFilters.Where(filter => filter.Name == name).Select(filter => (Guid?)filter.Id).SingleOrDefaultAsync());
}
