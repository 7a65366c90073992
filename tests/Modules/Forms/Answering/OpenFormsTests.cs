using Microsoft.Extensions.DependencyInjection;
using Saas.Contracts.Forms;

namespace Saas.Modules.Forms.Tests.Answering;

public sealed class OpenFormsTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task What_is_listed_is_the_latest_edition_not_what_is_being_written()
    {
        var form = await host.OpenAsync(SaasHost.Claret, Given.Name);
        await host.ChangeAsync(SaasHost.Claret, form, f => f.Describe("Titre en cours d’écriture", f.Summary, f.Introduction, f.Recipient));

        var listed = await host.InAsync(SaasHost.Claret, services => services.GetRequiredService<IOpenProcedures>().ListAsync(500, CancellationToken.None));

        Assert.Equal(form.Title, Assert.Single(listed, procedure => procedure.Address == $"/demarches/{form.Slug}").Title);
    }
}
