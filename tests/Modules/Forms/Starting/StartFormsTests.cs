using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Saas.Contracts.Requests;
using Saas.Modules.Forms.Model;
using Saas.Modules.Forms.Starting;
using Saas.Shell.Data;
using Saas.Shell.Provisioning;
using Saas.Shell.Tenancy;

namespace Saas.Modules.Forms.Tests.Starting;

public sealed class StartFormsTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Theory]
    [InlineData(TenantKind.Commune, "acte-etat-civil", "bac-dechets", "buvette-temporaire", "contact-mairie", "declaration-chien", "declaration-evenement", "inscription-cantine", "inscription-ecole", "occupation-domaine-public", "registre-personnes-fragiles", "reservation-salle", "signalement-voirie", "subvention-association")]
    [InlineData(TenantKind.Group, "bac-dechets", "contact", "controle-assainissement", "subvention-association")]
    public async Task The_blueprint_offers_complete_models(TenantKind kind, params string[] slugs)
    {
        var starters = await host.InAsync(SaasHost.Claret, services => services.GetRequiredService<SaasDbContext>().StarterFormsOf(kind).AsNoTracking().ToListAsync());

        Assert.Equal(slugs, starters.Select(starter => starter.Slug).Order(StringComparer.Ordinal));
        Assert.All(starters, starter =>
        {
            Assert.NotEmpty(starter.Summary);
            Assert.All(starter.Questions, question => Assert.Null(question.MissingBeforePublication()));
            Assert.Empty(new ConditionCheck(starter.Questions, Given.Today).Problems());
            Assert.Equal(starter.Questions.Count, starter.Questions.DistinctBy(question => question.Id).Count());
            Assert.NotNull(starter.Terms.RetentionMonths);
            Assert.True(starter.Terms.Kind == RequestKind.Message || starter.Terms.LegalBasis.Length > 0);
            Assert.Equal(starter.Terms.Kind == RequestKind.Application, starter.Terms.Silence != Silence.None);
            Assert.Contains(starter.Questions, question => question.Role == QuestionRole.SenderEmail);
        });
    }

    [Theory]
    [InlineData("acte-etat-civil")]
    [InlineData("bac-dechets")]
    [InlineData("buvette-temporaire")]
    [InlineData("contact-mairie")]
    [InlineData("declaration-chien")]
    [InlineData("declaration-evenement")]
    [InlineData("inscription-cantine")]
    [InlineData("inscription-ecole")]
    [InlineData("occupation-domaine-public")]
    [InlineData("registre-personnes-fragiles")]
    [InlineData("reservation-salle")]
    [InlineData("signalement-voirie")]
    [InlineData("subvention-association")]
    [InlineData("contact", TenantKind.Group)]
    [InlineData("controle-assainissement", TenantKind.Group)]
    public async Task A_resident_fills_in_and_sends_every_model(string slug, TenantKind kind = TenantKind.Commune)
    {
        var starter = await host.InAsync(SaasHost.Claret, services => services.GetRequiredService<SaasDbContext>().StarterFormsOf(kind).AsNoTracking().SingleAsync(s => s.Slug == slug));
        var form = await host.OpenAsync(SaasHost.Claret, [.. starter.Questions]);
        var robot = new Robot(host.Visit(SaasHost.Claret), form);

        var receipt = (await robot.FileAsync()).Words();

        Assert.Contains("Votre demande est enregistrée", receipt, StringComparison.Ordinal);
        Assert.All(robot.Answered.Where(question => question.Required), question => Assert.Contains(question.Label.Replace('\u00a0', ' '), receipt, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_communes_own_forms_are_published_once_and_never_overwritten()
    {
        var slug = $"essai-{Guid.NewGuid():N}";
        var folder = await FolderAsync(slug, "Titre du dossier");
        await ApplyAsync(folder);
        var form = await host.InAsync(SaasHost.Claret, services => services.GetRequiredService<SaasDbContext>().Forms.AsNoTracking().SingleAsync(f => f.Slug == slug));
        await host.ChangeAsync(SaasHost.Claret, form, f => f.Describe("Titre de la mairie", f.Summary, f.Introduction, f.Recipient));

        await ApplyAsync(folder);
        var again = await host.ReadAsync(SaasHost.Claret, form.Id);

        Assert.Equal(FormState.Open, again.State);
        Assert.Equal("Titre de la mairie", again.Title);
        Assert.Single(await host.EditionsAsync(SaasHost.Claret, form.Id));
    }

    [Fact]
    public async Task Every_form_of_the_demo_communes_can_be_published()
    {
        foreach (var folder in new DirectoryInfo(Repository.PathOf("tenants")).EnumerateDirectories().Where(folder => folder.Name[0] != '_'))
        {
            var forms = await FormFile.ReadAllAsync(folder, CancellationToken.None);

            Assert.NotEmpty(forms);
            Assert.All(forms, form => Assert.True(Form.IsAddress(form.Recipient)));
            Assert.All(forms.SelectMany(form => form.Questions), question => Assert.Null(question.MissingBeforePublication()));
        }
    }

    private Task ApplyAsync(DirectoryInfo folder) => host.InAsync(SaasHost.Claret, async services =>
    {
        await services.GetServices<IStarterContent>().OfType<StartForms>().Single().ApplyCommuneAsync(folder, CancellationToken.None);
        await services.GetRequiredService<SaasDbContext>().SaveChangesAsync();
    });

    private static async Task<DirectoryInfo> FolderAsync(string slug, string title)
    {
        var folder = Directory.CreateTempSubdirectory("forms");
        Directory.CreateDirectory(Path.Combine(folder.FullName, "forms"));
        await File.WriteAllTextAsync(
            Path.Combine(folder.FullName, "forms", $"{slug}.json"),
            $$"""{ "title": "{{title}}", "recipient": "mairie@exemple.test", "questions": [ { "id": "nom", "label": "Votre nom", "kind": "ShortText", "required": true } ] }""");
        return folder;
    }
}
