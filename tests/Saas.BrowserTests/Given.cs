using System.Globalization;
using System.Text.RegularExpressions;
using Npgsql;
using Saas.Shell.Identity;

namespace Saas.BrowserTests;

/// <summary>What was there before, made through the pages without a browser.</summary>
internal static partial class Given
{
    private const string Library = "/gestion/site/medias";

    /// <summary>An open procedure with questions of five kinds; the choice and the name must be answered.</summary>
    public static async Task<Procedure> AnOpenProcedureAsync(this SaasHost host, string insee, string title)
    {
        var procedure = await host.ADraftProcedureAsync(insee, title);
        using var published = await host.Visit(insee, Role.Administrator).SubmitAsync(procedure.Staff + "/publier", "Publier");
        Assert.Equal(procedure.Staff, published.Headers.Location?.ToString());
        return procedure;
    }

    public static async Task<Procedure> AClosedProcedureAsync(this SaasHost host, string insee, string title)
    {
        var procedure = await host.AnOpenProcedureAsync(insee, title);
        using var closed = await host.Visit(insee, Role.Administrator).SubmitAsync(procedure.Staff + "/fermer", "Fermer la démarche", ("Words", "Les inscriptions sont closes. Elles rouvrent au printemps."));
        Assert.NotNull(closed.Headers.Location);
        return procedure;
    }

    /// <summary>Published.</summary>
    public static async Task APieceOfNewsAsync(this SaasHost host, string insee, string title) =>
        await host.WriteAsync(insee, "/gestion/site/actualites/nouvelle", title);

    /// <summary>Published; gives its address in the back office.</summary>
    public static async Task<string> APageAsync(this SaasHost host, string insee, string title) =>
        await host.WriteAsync(insee, "/gestion/site/pages/nouvelle", title);

    /// <summary>Published; gives its address in the back office.</summary>
    public static async Task<string> AnEventAsync(this SaasHost host, string insee, string title) =>
        await host.WriteAsync(insee, "/gestion/site/agenda/nouveau", title, ("Input.StartsOn", "2031-05-03"), ("Input.StartsAt", "10:00"), ("Input.Place", "Salle des fêtes"));

    /// <summary>Published; gives its address in the back office.</summary>
    public static async Task<string> AnAlertAsync(this SaasHost host, string insee, string title, string level) =>
        await host.WriteAsync(insee, "/gestion/site/alertes/nouvelle", title, ("Input.Level", level), ("Input.Link", "/contact"));

    /// <summary>Published, one or several of each kind that the site's rubrics hold; gives the address of one of each in the back office.</summary>
    public static async Task<IReadOnlyList<string>> FullRubricsAsync(this SaasHost host, string insee) =>
    [
        await host.WriteAsync(insee, "/gestion/site/annuaire/nouvelle", "Amicale des boulistes", ("Input.Category", "Association"), ("Input.Summary", "Pétanque en loisir et en compétition."), ("Input.Place", "Place de l’Église, 34270 Claret"), ("Input.Telephone", "04 65 71 00 10"), ("Input.Email", "boules@example.test"), ("Input.Website", "boules.example.test"), ("Input.Hours", "Mardi\nJeudi"), ("Input.Contact", "Ana Roux")),
        await host.WriteAsync(insee, "/gestion/site/elus/nouvelle", "", ("Input.Civility", "Madam"), ("Input.FirstName", "Ana"), ("Input.LastName", "Roux"), ("Input.Role", "Head"), ("Input.Summary", "Finances")),
        await host.WriteAsync(insee, "/gestion/site/seances/nouvelle", "Vote du budget", ("Input.StartsOn", "2024-05-07"), ("Input.Deliberations", "<ul><li>Budget : adopté</li></ul>"), ("Input.Minutes", "<p>Le maire ouvre la séance.</p>")),
        await host.WriteAsync(insee, "/gestion/site/seances/nouvelle", "", ("Input.StartsOn", "2031-05-06"), ("Input.StartsAt", "19:00"), ("Input.Place", "Salle du conseil"), ("Input.Body", "<ul><li>Budget</li></ul>")),
        await host.WriteAsync(insee, "/gestion/site/menus/nouveau", "", ("Input.Week", "2031-05-05"), ("Input.Monday", "Salade\nPoulet\nPomme"), ("Input.Tuesday", "Soupe"), ("Input.Allergens", "Lait lundi")),
        await host.WriteAsync(insee, "/gestion/site/collecte/nouvelle", "", ("Input.Waste", "Recyclable"), ("Input.Place", "Bourg"), ("Input.StartsOn", "2031-05-06"), ("Input.RepeatsUntil", "2031-12-31"), ("Input.Exceptions", "11/11/2031 → 12/11/2031"), ("Input.Summary", "Bac jaune, la veille au soir")),
        await host.WriteAsync(insee, "/gestion/site/collecte/nouvelle", "", ("Input.Waste", "Glass"), ("Input.Place", "Hameaux"), ("Input.StartsOn", "2031-05-07"), ("Input.RepeatsUntil", "2031-12-31")),
        await host.WriteAsync(insee, "/gestion/site/travaux/nouveau", "Réfection de la chaussée", ("Input.Place", "Rue du Four"), ("Input.StartsOn", "2031-05-05"), ("Input.EndsOn", "2031-05-09"), ("Input.Nature", "Closed"), ("Input.Detour", "Par la rue des Écoles"), ("Input.Contact", "Le service technique")),
    ];

    /// <summary>With a version before; gives the secret address where it is read again.</summary>
    public static async Task<string> AChangedAndSharedTextAsync(this SaasHost host, string insee, string address)
    {
        var secretary = host.Visit(insee, Role.Administrator);
        using var saved = await secretary.SubmitAsync(address, "Enregistrer", ("Input.Body", "<p>Un texte corrigé.</p>"));
        using var planned = await secretary.SubmitAsync(address + "/relecture", "Enregistrer ce rythme", ("Months", "3"));
        using var shared = await secretary.SubmitAsync(address + "/partage", "Créer le lien");
        return (await secretary.OpenAsync(address + "/partage")).QuerySelector("a[href^='/apercu/']")!.GetAttribute("href")!;
    }

    /// <summary>A document of the media library; gives its address in the back office.</summary>
    public static async Task<string> AMediaAsync(this SaasHost host, string insee, string name)
    {
        var secretary = host.Visit(insee, Role.Administrator);
        using var added = await secretary.SubmitAsync(await secretary.OpenAsync(Library + "/ajouter"), Library + "/ajouter", "Ajouter à la bibliothèque", [], [new SentFile("Files", name, [.. "%PDF-1.4\n"u8, .. System.Text.Encoding.UTF8.GetBytes(name)])]);
        Assert.NotNull(added.Headers.Location);
        return (await secretary.OpenAsync($"{Library}?q={Uri.EscapeDataString(name)}")).QuerySelector(".media-card a")!.GetAttribute("href")!;
    }

    /// <summary>A document of the media library; gives where visitors open it.</summary>
    public static async Task<string> ADocumentAsync(this SaasHost host, string insee, string name)
    {
        var media = await host.AMediaAsync(insee, name);
        return (await host.Visit(insee, Role.Administrator).OpenAsync(media)).QuerySelector("a[href^='/medias/']")!.GetAttribute("href")!;
    }

    /// <summary>A picture of the media library, which waits for its description; gives its address in the back office.</summary>
    public static async Task<string> APictureAsync(this SaasHost host, string insee, string name)
    {
        var secretary = host.Visit(insee, Role.Administrator);
        var red = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAACgAAAAyCAIAAACh0Q7HAAAAM0lEQVR42u3NMQ0AAAgDsOnBAUqxiwwOmvRvputExGKxWCwWi8VisVgsFovFYrFYLP4cL58ToYrnYljxAAAAAElFTkSuQmCC");
        using var added = await secretary.SubmitAsync(await secretary.OpenAsync(Library + "/ajouter"), Library + "/ajouter", "Ajouter à la bibliothèque", [], [new SentFile("Files", name, red)]);
        Assert.Equal(Library + "/decrire", added.Headers.Location?.ToString());
        return (await secretary.OpenAsync($"{Library}?q={Uri.EscapeDataString(name)}")).QuerySelector(".media-card a")!.GetAttribute("href")!;
    }

    public static async Task AReplyTemplateAsync(this SaasHost host, string insee, string title)
    {
        using var saved = await host.Visit(insee, Role.Administrator).SubmitAsync("/gestion/demandes/modeles/nouveau", "Enregistrer le modèle", ("Titre", title), ("Texte", "Bonjour {nom},\n\nVotre demande {référence} est prête."));
        Assert.NotNull(saved.Headers.Location);
    }

    public static async Task ALabelAndAFilterAsync(this SaasHost host, string insee, string name)
    {
        using var label = await host.Visit(insee, Role.Administrator).SubmitAsync("/gestion/demandes/etiquettes/nouvelle", "Enregistrer l’étiquette", ("Nom", name));
        using var filter = await host.Visit(insee, Role.Administrator).SubmitAsync("/gestion/demandes/filtres/nouveau?etat=toutes", "Enregistrer le filtre", ("Nom", name));
        Assert.NotNull(label.Headers.Location);
        Assert.NotNull(filter.Headers.Location);
    }

    public static async Task<string> AThrownPageAsync(this SaasHost host, string insee, string title)
    {
        var page = await host.APageAsync(insee, title);
        using var thrown = await host.Visit(insee, Role.Administrator).SubmitAsync(page + "/supprimer", "Mettre la page à la corbeille");
        return page;
    }

    public static async Task<Procedure> ADraftProcedureAsync(this SaasHost host, string insee, string title)
    {
        var secretary = host.Visit(insee, Role.Administrator);
        using var created = await secretary.SubmitAsync("/gestion/demarches/nouvelle", "Créer la démarche", ("Title", title));
        var staff = created.Headers.Location!.ToString();
        var questions = new (string Kind, string Label, bool Required, string? Options)[]
        {
            ("ShortText", "Votre nom", true, null),
            ("LongText", "Votre demande", false, null),
            ("Choice", "Rythme", true, "Tous les jours\nDe temps en temps"),
            ("Date", "À partir du", false, null),
            ("File", "Justificatif", false, null),
        };
        foreach (var (kind, label, required, options) in questions)
        {
            var address = $"{staff}/questions/question-{kind.ToLowerInvariant()}?sorte={kind}";
            (string, string)[] typed = [("Input.Label", label), ("Input.Required", required ? "true" : "false")];
            using var saved = await secretary.SubmitAsync(address, "Enregistrer la question", options is null ? typed : [.. typed, ("Input.Options", options)]);
            Assert.StartsWith(staff, saved.Headers.Location?.ToString(), StringComparison.Ordinal);
        }

        using var kept = await secretary.SubmitAsync(staff, "Enregistrer", ("Recipient", "accueil@mairie.test"), ("Summary", "Une phrase qui dit à quoi sert la démarche."));
        Assert.Equal(staff, kept.Headers.Location?.ToString());
        var page = await secretary.OpenAsync(staff);
        return new Procedure(title, Slug().Match(page.DocumentElement.OuterHtml).Value, staff);
    }

    /// <summary>Files a request in a browser of its own.</summary>
    public static async Task<Filed> AFiledRequestAsync(this LiveHost live, string insee, Procedure procedure, string name, bool unwanted = false)
    {
        await using var resident = await live.VisitAsync(insee, LiveHost.Phone);
        return await resident.FileAsync(procedure, name, unwanted);
    }

    public static async Task<Filed> FileAsync(this Visitor resident, Procedure procedure, string name, bool unwanted = false)
    {
        Assert.Equal(200, await resident.OpenAsync(procedure.Public));
        await resident.Field("Votre nom").FillAsync(name);
        await resident.Field("Votre demande").FillAsync("Une demande sur\nplusieurs lignes.");
        await resident.Field("Tous les jours").CheckAsync();
        await resident.Field("À partir du").FillAsync("04/01/2027");
        await resident.Field("Justificatif").SetInputFilesAsync(Visitor.File("attestation.pdf"));
        if (unwanted)
        {
            await resident.Page.Locator("[name=reste-vide]").EvaluateAsync("field => { field.value = 'https://spam.test' }");
        }

        await resident.PressAsync("Envoyer ma demande");
        return await resident.ReadReceiptAsync();
    }

    public static async Task<Filed> ReadReceiptAsync(this Visitor resident)
    {
        await resident.SeesTitleAsync("Votre demande est enregistrée");
        var codes = await resident.Page.Locator(".receipt__codes dd").AllInnerTextsAsync();
        return new Filed(codes[0].Trim(), codes[1].Trim(), resident.Path);
    }

    public static async Task<long> CountRequestsAsync(this SaasHost host, string title)
    {
        await using var database = NpgsqlDataSource.Create(host.Database.Administrator);
        await using var count = database.CreateCommand("select count(*) from requests.requests where procedure = $1");
        count.Parameters.AddWithValue(title);
        return Convert.ToInt64(await count.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }

    /// <summary>What a night, or an administrator, does to a sign-in.</summary>
    public static async Task EndSignInsAsync(this SaasHost host, string email)
    {
        await using var database = NpgsqlDataSource.Create(host.Database.Administrator);
        await using var end = database.CreateCommand("delete from shell.sessions where account_id = (select id from shell.accounts where email = $1)");
        end.Parameters.AddWithValue(email);
        Assert.NotEqual(0, await end.ExecuteNonQueryAsync());
    }

    public static async Task WriteToTownHallAsync(this Visitor resident, Filed filed, string words)
    {
        await resident.OpenAsync(filed.Address);
        await resident.Field("Votre message au sujet de cette demande").FillAsync(words);
        await resident.PressAsync("Envoyer le message");
        await resident.SeesAsync(words);
    }

    /// <summary>The town hall asks for the first answer again; gives where the resident gives it.</summary>
    public static async Task<string> AskedAgainAsync(this LiveHost live, string insee, Visitor resident, Filed filed)
    {
        await using var secretary = await live.VisitAsync(insee, Role.Administrator);
        await secretary.OpenAsync(await secretary.FindRequestAsync(filed) + "/completer");
        await secretary.Main.GetByRole(Microsoft.Playwright.AriaRole.Checkbox).First.CheckAsync();
        await secretary.PressAsync("Demander ces compléments");
        await secretary.SeesAsync("1 réponse attendue");
        await resident.OpenAsync(filed.Address);
        await resident.PressAsync("Compléter ma demande");
        await resident.SeesTitleAsync("Compléter votre demande");
        return resident.Path;
    }

    /// <summary>Gives the request's address in the back office.</summary>
    public static async Task<string> FindRequestAsync(this Visitor secretary, Filed filed, string among = "toutes")
    {
        await secretary.OpenAsync($"/gestion/demandes?etat={among}&q={filed.Reference}");
        await secretary.FollowAsync(filed.Reference);
        await secretary.SeesAsync("Ce qui a été envoyé");
        return secretary.Path;
    }

    public static async Task CloseRequestAsync(this Visitor secretary, string address)
    {
        await secretary.OpenAsync(address + "/cloturer");
        await secretary.Main.GetByRole(Microsoft.Playwright.AriaRole.Radio).First.CheckAsync();
        await secretary.PressAsync("Clore la demande");
        await secretary.SeesAsync("Rouvrir…");
    }

    /// <summary>Gives the address of what came of it.</summary>
    public static async Task<string> WriteToSeveralAsync(this Visitor secretary, string address)
    {
        await secretary.OpenAsync(address);
        await secretary.Field("Message à chaque demandeur").FillAsync("La salle est réparée.");
        await secretary.PressAsync("Écrire à 1 demandeur");
        await secretary.SeesAsync("1 message envoyé");
        return new Uri(secretary.Page.Url).AbsolutePath;
    }

    private static async Task<string> WriteAsync(this SaasHost host, string insee, string address, string title, params (string, string)[] more)
    {
        var secretary = host.Visit(insee, Role.Administrator);
        using var written = await secretary.SubmitAsync(address, "Enregistrer le brouillon", more.Length > 0 ? [.. title.Length > 0 ? [("Input.Title", title)] : Array.Empty<(string, string)>(), .. more] : [("Input.Title", title), ("Input.Body", "<p>Un texte.</p><h2>Un titre</h2><p>Un autre texte.</p>")]);
        var page = written.Headers.Location!.ToString();
        using var published = await secretary.SubmitAsync(page.Split('?', '#')[0] + "/publication", "Publier");
        Assert.NotNull(published.Headers.Location);
        return page;
    }

    [GeneratedRegex("(?<=(?<!/gestion)/demarches/)[a-z0-9-]+(?=[<\"])")]
    private static partial Regex Slug();
}

/// <summary>An online procedure and its address in the back office.</summary>
internal sealed record Procedure(string Title, string Slug, string Staff)
{
    public string Public => "/demarches/" + Slug;
}

/// <summary>What the receipt says, and its address.</summary>
internal sealed record Filed(string Reference, string Code, string Address);
