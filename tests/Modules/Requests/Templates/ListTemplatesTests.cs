using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Saas.Modules.Requests.Model;
using Saas.Shell.Data;
using Saas.Shell.Identity;

namespace Saas.Modules.Requests.Tests.Templates;

public sealed class ListTemplatesTests(SaasHost host) : IClassFixture<SaasHost>
{
    private const string List = "/gestion/demandes/modeles";

    [Fact]
    public async Task A_commune_begins_with_three_templates_if_it_wants_and_gets_them_once()
    {
        const string Insee = "34297";
        await host.FoundAsync(Insee);
        var staff = host.Visit(Insee, Role.Administrator);
        var empty = await staff.OpenAsync(List);

        await staff.SubmitAsync(empty, List, "Ajouter ces trois modèles");
        await staff.SubmitAsync(empty, List, "Ajouter ces trois modèles");

        Assert.Equal(3, (await staff.OpenAsync(List)).QuerySelectorAll("tbody tr").Length);
        var texts = await host.InAsync(Insee, services => services.GetRequiredService<SaasDbContext>().ReplyTemplates.Select(template => template.Text).ToListAsync());
        Assert.All(texts, text => Assert.Empty(ReplyMarks.Unknown(text)));
    }
}
