using System.Net;
using Saas.Shell.Identity;

namespace Saas.Modules.Accounts.Tests.Team;

public sealed class EditDepartmentTests(SaasHost host) : IClassFixture<SaasHost>
{
    private const string List = "/gestion/equipe/services";

    [Fact]
    public async Task A_department_gets_another_name()
    {
        var (administrator, address) = await GivenDepartmentAsync(SaasHost.Claret);
        var name = $"Enfance {Guid.NewGuid():N}";

        await administrator.SubmitAsync(address, "Enregistrer", ("Nom du service", name));

        Assert.Contains(name, await administrator.GetStringAsync(List), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_department_goes_when_nobody_is_in_it_and_not_before()
    {
        var (administrator, address) = await GivenDepartmentAsync(SaasHost.Claret);
        var form = await administrator.OpenAsync(address);
        var member = $"/gestion/equipe/{await Given.MembershipAsync(host, SaasHost.Claret, await Given.MemberAsync(host, SaasHost.Claret, Role.Agent))}";
        await administrator.SubmitAsync(member, "Enregistrer", ("DepartmentId", address.Split('/')[^1]));

        var refused = await administrator.SubmitAsync(form, address, "Supprimer");
        await administrator.SubmitAsync(member, "Enregistrer", ("DepartmentId", ""));
        var deleted = await administrator.SubmitAsync(address, "Supprimer");

        Assert.Contains("n’est pas supprimé", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(List, deleted.Headers.Location?.ToString());
        Assert.Equal(HttpStatusCode.NotFound, (await administrator.GetAsync(address)).StatusCode);
    }

    [Fact]
    public async Task The_department_of_another_commune_does_not_exist()
    {
        var (_, theirs) = await GivenDepartmentAsync(SaasHost.Matelles);

        var missing = await host.Visit(SaasHost.Claret, Role.Administrator).GetAsync(theirs);

        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
    }

    private async Task<(Browser Administrator, string Address)> GivenDepartmentAsync(string insee)
    {
        var administrator = host.Visit(insee, Role.Administrator);
        var name = $"Voirie {Guid.NewGuid():N}";
        await administrator.SubmitAsync(List, "Ajouter", ("Nouveau service", name));
        return (administrator, (await administrator.OpenAsync(List)).QuerySelectorAll("tbody a").Single(link => link.TextContent == name).GetAttribute("href")!);
    }
}
