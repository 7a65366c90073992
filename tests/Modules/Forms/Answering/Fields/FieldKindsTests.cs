using Saas.Modules.Forms.Answering.Fields;
using Saas.Modules.Forms.Model;

namespace Saas.Modules.Forms.Tests.Answering.Fields;

public sealed class FieldKindsTests(SaasHost host) : IClassFixture<SaasHost>
{
    private static readonly string Folder = Repository.PathOf("src", "Modules", "Forms", "Answering", "Fields");

    /// <summary>An answer of each kind as a resident may type it, and as it is shown.</summary>
    private static readonly Dictionary<string, (string Typed, string Shown)> Answers = new()
    {
        ["ShortText"] = ("  Léa   Martin ", "Léa Martin"),
        ["LongText"] = ("Une ligne", "Une ligne"),
        ["Choice"] = ("Soir", "Soir"),
        ["SeveralChoices"] = ("Matin", "Matin"),
        ["YesNo"] = ("Oui", "Oui"),
        ["Consent"] = ("Oui", "Oui"),
        ["Number"] = ("1250", "1 250"),
        ["Amount"] = ("12,5", "12,50 €"),
        ["Date"] = ("1/6/2026", "1er juin 2026"),
        ["Time"] = ("14h30", "14 h 30"),
        ["Email"] = ("lea@exemple.fr", "lea@exemple.fr"),
        ["Telephone"] = ("0612345678", "06 12 34 56 78"),
        ["Address"] = ("12 rue des Écoles", "12 rue des Écoles"),
        ["Commune"] = ("Claret (34270)", "Claret (34270)"),
        ["CompanyNumber"] = ("73282932000074", "732 829 320 00074"),
        ["Iban"] = ("FR1420041010050500013M02606", "FR14 2004 1010 0505 0001 3M02 606"),
    };

    [Fact]
    public void Each_kind_is_one_folder_with_the_same_files()
    {
        var folders = Directory.GetDirectories(Folder).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal);

        Assert.Equal(FieldKinds.All.Select(kind => kind.Kind).Order(StringComparer.Ordinal), folders);
        Assert.All(folders, folder => Assert.Superset(
            new HashSet<string> { $"{folder}Field.cs", "_Answer.cshtml", "_Edit.cshtml" },
            Directory.GetFiles(Path.Combine(Folder, folder)).Select(file => Path.GetFileName(file)).ToHashSet()));
    }

    [Fact]
    public async Task An_answer_of_each_kind_reaches_the_receipt_as_people_write_it()
    {
        var asked = FieldKinds.All.Where(kind => kind is { Asks: true, TakesFiles: false }).ToList();
        var form = await host.OpenAsync(SaasHost.Claret, [.. OnOnePage.Where(kind => !kind.TakesFiles).Select(Question)]);
        var browser = host.Visit(SaasHost.Claret);
        var page = await browser.OpenAsync($"/demarches/{form.Slug}");
        var fields = asked.Select(kind => ($"q_{kind.Kind.ToLowerInvariant()}", Answers[kind.Kind].Typed)).ToList();

        // The street of the address is its first line; the town is typed into the fourth.
        ((AngleSharp.Html.Dom.IHtmlInputElement)page.GetElementById("q_address-3")!).Value = "Claret";
        ((AngleSharp.Html.Dom.IHtmlInputElement)page.GetElementById("q_address")!).Value = "12 rue des Écoles";
        var sent = await browser.SubmitAsync(page, $"/demarches/{form.Slug}", "Envoyer ma demande", [.. fields.Where(field => field.Item1 != "q_address")]);
        var receipt = (await browser.FollowAsync(sent)).Words();

        Assert.All(asked, kind => Assert.Contains($"Question {kind.Kind} {Answers[kind.Kind].Shown}", receipt, StringComparison.Ordinal));
        Assert.Contains("12 rue des Écoles, Claret", receipt, StringComparison.Ordinal);
        Assert.DoesNotContain("Question Information", receipt, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_kind_left_empty_or_filled_with_anything_is_refused_beside_its_field_and_shown_again()
    {
        var form = await host.OpenAsync(SaasHost.Claret, [.. OnOnePage.Select(Question)]);
        var browser = host.Visit(SaasHost.Claret);
        var required = FieldKinds.All.Where(kind => kind.Asks).Select(kind => $"q_{kind.Kind.ToLowerInvariant()}").ToList();

        var empty = await Browser.ReadAsync(await browser.SubmitAsync($"/demarches/{form.Slug}", "Envoyer ma demande"));
        var strange = await Browser.ReadAsync(await browser.SubmitAsync($"/demarches/{form.Slug}", "Envoyer ma demande", ("q_number", "douze"), ("q_iban", "FR00"), ("q_time", "midi"), ("q_choice", "Minuit")));

        Assert.All(required, field => Assert.NotNull(empty.GetElementById($"{field}-error")));
        Assert.All(required, field => Assert.NotNull(empty.GetElementById(field)));
        Assert.Equal("douze", strange.Value("q_number"));
        Assert.Contains("« Minuit » ne fait pas partie", strange.Words(), StringComparison.Ordinal);
    }

    private static IEnumerable<Field> OnOnePage => FieldKinds.All.Where(kind => kind is not (StepField or ExitField));

    private static Question Question(Field kind) => new()
    {
        Id = kind.Kind.ToLowerInvariant(),
        Label = $"Question {kind.Kind}",
        Kind = kind.Kind,
        Required = kind.Asks,
        Options = kind.HasOptions ? ["Matin", "Soir"] : [],
    };
}
