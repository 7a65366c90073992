using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.Extensions.DependencyInjection;
using Saas.Contracts.Requests;
using Saas.Shell.Data;
using Saas.Shell.Files;
using Saas.Shell.Identity;
using Saas.Shell.Tenancy;

namespace Saas.ArchitectureTests;

/// <summary>
/// One commune with something of everything in it, and the addresses that its own people find by following every link from the home
/// page and from the back office.
/// </summary>
internal sealed class Commune
{
    /// <summary>More would be a trap of links that never end.</summary>
    private const int MostAddresses = 600;

    /// <summary>A list with its filters is the same page.</summary>
    private const int MostQueries = 8;

    /// <summary>A red field, 40 by 50.</summary>
    private static readonly byte[] Picture = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAACgAAAAyCAIAAACh0Q7HAAAAM0lEQVR42u3NMQ0AAAgDsOnBAUqxiwwOmvRvputExGKxWCwWi8VisVgsFovFYrFYLP4cL58ToYrnYljxAAAAAElFTkSuQmCC");

    private readonly SaasHost _host;
    private readonly Dictionary<string, Answer> _answers = new(StringComparer.Ordinal);

    private Commune(SaasHost host, string insee)
    {
        _host = host;
        Insee = insee;
        Administrator = host.Visit(insee, Role.Administrator);
        Resident = host.Visit(insee);
    }

    public string Insee { get; }

    /// <summary>A name that stands in everything this commune was given, and nowhere else.</summary>
    public string Mark => $"Zéphyrine{Insee}";

    /// <summary>Of the models that procedures start from.</summary>
    private string Starter => _host.Tenant(Insee).Kind == TenantKind.Group ? "contact" : "contact-mairie";

    public Browser Administrator { get; }

    /// <summary>The browser of someone who follows a request.</summary>
    public Browser Resident { get; }

    /// <summary>What each address answered, to the first of its people who found it.</summary>
    public IReadOnlyDictionary<string, Answer> Answers => _answers;

    public static async Task<Commune> ExploreAsync(SaasHost host, string insee)
    {
        var commune = new Commune(host, insee);
        var planted = await commune.PlantAsync();
        await commune.FollowLinksAsync(commune.Resident, ["/", .. planted], address => !IsBackOffice(address));
        await commune.FollowLinksAsync(commune.Administrator, ["/gestion"], IsBackOffice);
        return commune;
    }

    public static string PathOf(string address) => address.Split('?')[0];

    /// <summary>By its path: what one of its queries answered.</summary>
    public bool Opens(string path) => _answers.Any(answer => PathOf(answer.Key) == path && answer.Value.Succeeded);

    private async Task<IReadOnlyList<string>> PlantAsync()
    {
        var (waiting, closed) = (await FileRequestAsync(spam: false), await FileRequestAsync(spam: false));
        await FileRequestAsync(spam: true);
        var follow = $"/demandes/{waiting.Reference}";
        await SubmitAsync(Resident, follow, button: null, ("Code", waiting.Code));
        await SubmitAsync(Resident, $"{follow}/message", button: null, ("Words", $"Encore {Mark}."));
        await SubmitAsync(Administrator, $"{await FindAsync(closed)}/cloturer", button: null, ("Outcome", "Accepted"));
        await SubmitAsync(Resident, $"/demandes/{closed.Reference}", button: null, ("Code", closed.Code));
        await SubmitAsync(Resident, $"/demandes/{closed.Reference}/avis", button: null, ("Score", "4"), ("Words", $"Merci de {Mark}."));
        await SubmitAsync(Administrator, "/gestion/demandes/etiquettes/nouvelle", button: null, ("Name", $"É. {Mark}"));
        await SubmitAsync(Administrator, "/gestion/demandes/filtres/nouveau?etat=toutes", button: null, ("Name", $"Filtre de {Mark}"));
        await SubmitAsync(Administrator, $"/gestion/demandes/ensemble?acte=Take&demande={(await FindAsync(await FileRequestAsync(spam: false))).Split('/')[^1]}", button: null);
        await SubmitAsync(Administrator, "/gestion/demandes/modeles/nouveau", button: null, ("Title", $"Modèle de {Mark}"), ("Text", "Bonjour {nom},"));
        var shared = await ComposeAsync();
        await _host.RefuseMailToAsync(Insee, "parti@example.test");
        await SubmitAsync(Administrator, "/gestion/equipe/inviter", button: null, ("Name", Mark), ("Email", $"{Mark}@example.test"), ("Role", "Agent"));
        await SubmitAsync(Administrator, "/gestion/equipe/services", button: null, ("Name", $"Service {Mark}"));
        return [follow, $"{follow}/message", $"{follow}/fermer", $"{follow}/completer", $"/demandes/{closed.Reference}/avis", await CompleteAsync(), shared];
    }

    /// <summary>A request of which an answer is asked for again.</summary>
    /// <returns>Where it is given.</returns>
    private async Task<string> CompleteAsync()
    {
        var form = (await Resident.OpenAsync("/demarches")).QuerySelectorAll("a[href^='/demarches/']").First(link => link.TextContent.Contains(Mark, StringComparison.Ordinal)).GetAttribute("href")!;
        var entry = $"/gestion/saisir/{form.Split('/')[^1]}";
        var subject = (await Administrator.OpenAsync(entry)).QuerySelector("[name=q_sujet]")!.GetAttribute("value")!;
        var receipt = await SubmitAsync(Administrator, entry, "Enregistrer la demande", ("q_sujet", subject), ("q_nom", Mark), ("q_message", $"De {Mark}."));
        var codes = (await Administrator.OpenAsync(receipt!)).QuerySelectorAll(".receipt__codes dd").Select(code => code.TextContent).ToList();
        await SubmitAsync(Administrator, $"{PathOf(receipt!)[..^"/accuse".Length]}/completer", "Demander ces compléments", ("Questions", "message"));
        var follow = $"/demandes/{codes[0]}";
        await SubmitAsync(Resident, follow, button: null, ("Code", codes[1]));
        return (await SubmitAsync(Resident, follow, "Compléter ma demande"))!;
    }

    private async Task<string> FindAsync(FiledRequest filed) =>
        (await Administrator.OpenAsync("/gestion/demandes")).QuerySelectorAll("a[href^='/gestion/demandes/']").First(link => link.TextContent.Contains(filed.Reference, StringComparison.Ordinal)).GetAttribute("href")!;

    private Task<FiledRequest> FileRequestAsync(bool spam) => _host.InAsync(Insee, async services =>
    {
        using var picture = new MemoryStream("%PDF-1.4\n%%EOF\n"u8.ToArray());
        var file = (await services.GetRequiredService<IFileStore>().SaveAsync("forms", $"{Mark}.pdf", picture, new FileLimits(1_000, ["application/pdf"]), CancellationToken.None)).File!;
        var filed = await services.GetRequiredService<IRequestIntake>().PrepareAsync(
            new RequestToFile(
                Guid.CreateVersion7(),
                Fingerprint: new string('a', 64),
                "forms",
                $"Demande de {Mark}",
                "/demarches",
                Mark,
                "zephyrine@example.test",
                Recipient: "",
                [new FiledAnswer("Votre message", $"Bonjour, c’est {Mark}.", [new FiledFile(file.Id, file.Name, file.Size, file.Checksum), new FiledFile(file.Id, file.Name, file.Size, file.Checksum)])],
                spam),
            CancellationToken.None);
        await services.GetRequiredService<SaasDbContext>().SaveChangesAsync();
        return filed;
    });

    /// <summary>What staff write, by the pages that write it: a procedure, a page, a piece of news, an event, an alert, what is in the rubrics, each published and each as a draft; one in the bin.</summary>
    /// <returns>Where the draft that is given to read is read.</returns>
    private async Task<string> ComposeAsync()
    {
        var shared = "";
        var (picture, document) = await AddToLibraryAsync();
        foreach (var title in new[] { $"Ouvert par {Mark}", $"Préparé par {Mark}" })
        {
            var procedure = await CreateAsync("/gestion/demarches/nouvelle", ("Title", title), ("Starter", Starter));
            await SubmitAsync(Administrator, procedure, "Enregistrer", ("Recipient", "mairie@example.test"));
            var page = await CreateAsync("/gestion/site/pages/nouvelle", ("Input.Title", title), ("Input.Body", $"<p>De {Mark}.</p>"));
            var news = await CreateAsync("/gestion/site/actualites/nouvelle", ("Input.Title", title), ("Input.Picture", picture.Id), ("Input.Body", $"<p>De {Mark}, <a href=\"{document.File}\">à lire</a>.</p>"));
            var happening = await CreateAsync("/gestion/site/agenda/nouveau", ("Input.Title", title), ("Input.StartsOn", "2031-05-03"));
            var alert = await CreateAsync("/gestion/site/alertes/nouvelle", ("Input.Title", title));
            var entry = await CreateAsync("/gestion/site/annuaire/nouvelle", ("Input.Title", title), ("Input.Category", "Shop"), ("Input.Contact", Mark), ("Input.Place", $"Rue de {Mark}"));
            var member = await CreateAsync("/gestion/site/elus/nouvelle", ("Input.Civility", "Madam"), ("Input.FirstName", title), ("Input.LastName", Mark), ("Input.Role", "Deputy"), ("Input.Rank", "1"));
            var works = await CreateAsync("/gestion/site/travaux/nouveau", ("Input.Title", title), ("Input.Place", $"Rue de {Mark}"), ("Input.StartsOn", "2031-05-06"), ("Input.EndsOn", "2031-05-07"));
            var week = await CreateAsync("/gestion/site/menus/nouveau", ("Input.Week", title.StartsWith("Ouvert", StringComparison.Ordinal) ? "2031-05-05" : "2031-05-12"), ("Input.Monday", $"Soupe de {Mark}"));
            var round = await CreateAsync("/gestion/site/collecte/nouvelle", ("Input.Waste", "Glass"), ("Input.Place", title), ("Input.StartsOn", "2031-05-06"), ("Input.RepeatsUntil", "2031-12-31"));
            var sessions = new List<string>();
            foreach (var day in new[] { "2031-05-06", "2024-05-07" })
            {
                sessions.Add(await CreateAsync("/gestion/site/seances/nouvelle", ("Input.Title", $"{title}, {day}"), ("Input.StartsOn", day), ("Input.Place", Mark), ("Input.Deliberations", $"<p>De {Mark}.</p>"), ("Input.Minutes", $"<p>De {Mark}.</p>")));
            }

            if (title.StartsWith("Ouvert", StringComparison.Ordinal))
            {
                await SubmitAsync(Administrator, $"{procedure}/publier", "Publier");
                await SubmitAsync(Administrator, $"{page}/publication", "Publier");
                await SubmitAsync(Administrator, $"{news}/publication", "Publier");
                await SubmitAsync(Administrator, $"{happening}/publication", "Publier");
                await SubmitAsync(Administrator, $"{alert}/publication", "Publier");
                foreach (var content in sessions.Concat([entry, member, works, week, round]))
                {
                    await SubmitAsync(Administrator, $"{content}/publication", "Publier");
                }

                await SubmitAsync(Administrator, page, "Enregistrer", ("Input.Body", $"<p>Encore de {Mark}.</p>"));
                await SubmitAsync(Administrator, $"{page}/partage", "Créer le lien");
                shared = (await Administrator.OpenAsync($"{page}/partage")).QuerySelector("a[href^='/apercu/']")!.GetAttribute("href")!;
            }
        }

        var thrown = await CreateAsync("/gestion/site/pages/nouvelle", ("Input.Title", $"Jeté par {Mark}"), ("Input.Body", $"<p>De {Mark}.</p>"));
        await SubmitAsync(Administrator, $"{thrown}/supprimer", button: null);

        // The message that offers to undo it is shown once.
        await Administrator.OpenAsync("/gestion/site");
        return shared;
    }

    /// <summary>A picture and a document to use, a picture that nobody has described and a document in the bin.</summary>
    private async Task<((string Id, string File) Picture, (string Id, string File) Document)> AddToLibraryAsync()
    {
        const string Library = "/gestion/site/medias";
        SentFile[] files =
        [
            new("Files", $"{Mark}.png", Picture),
            new("Files", $"{Mark}.pdf", [.. "%PDF-1.4\n"u8, .. System.Text.Encoding.UTF8.GetBytes(Mark)]),
            new("Files", $"{Mark} jeté.pdf", [.. "%PDF-1.4\n%"u8, .. System.Text.Encoding.UTF8.GetBytes(Mark)]),
        ];
        using var sent = await Administrator.SubmitAsync(await Administrator.OpenAsync($"{Library}/ajouter"), $"{Library}/ajouter", button: null, [], files);
        await SubmitAsync(Administrator, $"{Library}/decrire", button: null, ("Items[0].Alternative", $"L’image de {Mark}"));

        // The same picture with a mark at its end is another, which waits for its description.
        using var another = await Administrator.SubmitAsync(await Administrator.OpenAsync($"{Library}/ajouter"), $"{Library}/ajouter", button: null, [], [new SentFile("Files", $"{Mark} à décrire.png", [.. Picture, 0])]);
        var cards = (await Administrator.OpenAsync(Library)).QuerySelectorAll(".media-card");
        await SubmitAsync(Administrator, $"{Find($"{Mark} jeté.pdf").Page}/supprimer", button: null);

        // The message that offers to undo it is shown once.
        await Administrator.OpenAsync(Library);
        return (Find($"{Mark}.png").Media, Find($"{Mark}.pdf").Media);

        ((string Id, string File) Media, string Page) Find(string name)
        {
            var card = cards.Single(found => found.GetAttribute("data-name") == name);
            var page = card.QuerySelector("a")!.GetAttribute("href")!;
            return ((page.Split('/')[^1], card.GetAttribute("data-src")!), page);
        }
    }

    private async Task<string> CreateAsync(string address, params (string, string)[] fields) =>
        await SubmitAsync(Administrator, address, button: null, fields) ?? throw new InvalidOperationException($"{address} created nothing.");

    private static async Task<string?> SubmitAsync(Browser browser, string address, string? button, params (string, string)[] fields)
    {
        using var answer = await browser.SubmitAsync(address, button, fields);
        return answer.StatusCode is System.Net.HttpStatusCode.Redirect or System.Net.HttpStatusCode.SeeOther
            ? answer.Headers.Location!.ToString()
            : throw new InvalidOperationException($"{address} refused: {Words(await Browser.ReadAsync(answer))}");
    }

    private static string Words(IHtmlDocument page) => string.Join(" | ", page.QuerySelectorAll("[role=alert], .field-error, .message").Select(element => element.TextContent.Trim()));

    private static bool IsBackOffice(string address) => PathOf(address) is var path && (path == "/gestion" || path.StartsWith("/gestion/", StringComparison.Ordinal));

    private async Task FollowLinksAsync(Browser browser, IEnumerable<string> from, Func<string, bool> within)
    {
        var waiting = new Queue<string>(from);
        while (waiting.TryDequeue(out var address) && _answers.Count < MostAddresses)
        {
            if (_answers.ContainsKey(address) || _answers.Keys.Count(known => PathOf(known) == PathOf(address)) >= MostQueries)
            {
                continue;
            }

            var answer = await Answer.GetAsync(browser, address);
            _answers[address] = answer;
            foreach (var found in answer.Links.Where(within))
            {
                waiting.Enqueue(found);
            }
        }
    }
}

/// <summary>What came back, and the addresses of the same site that are in it.</summary>
internal sealed record Answer(string Address, Browser By, int Status, string? Location, string Text, IHtmlDocument? Html)
{
    public bool AsksToSignIn => Status is 302 or 303 && Location?.Contains("/connexion", StringComparison.Ordinal) == true;

    public bool Succeeded => Status is >= 200 and < 400 && !AsksToSignIn;

    public IEnumerable<string> Links => (Html?.QuerySelectorAll("a[href], form[action], button[formaction]").ToArray() ?? [])
        .Select(element => element.GetAttribute("href") ?? element.GetAttribute("formaction") ?? element.GetAttribute("action")!)
        .Append(Location ?? "")
        .Where(link => link.StartsWith('/') && !link.StartsWith("//", StringComparison.Ordinal))
        .Select(link => link.Split('#')[0])
        .Where(link => !link.EndsWith("/deconnexion", StringComparison.Ordinal) && !link.Contains("handler=", StringComparison.Ordinal))
        .Distinct();

    public static async Task<Answer> GetAsync(Browser browser, string address)
    {
        using var response = await browser.GetAsync(address);
        return await ReadAsync(browser, address, response);
    }

    public static async Task<Answer> PostAsync(Browser browser, string address, params (string, string)[] fields)
    {
        using var response = await browser.PostAsync(address, fields);
        return await ReadAsync(browser, address, response);
    }

    private static async Task<Answer> ReadAsync(Browser browser, string address, HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync();
        return new Answer(
            address,
            browser,
            (int)response.StatusCode,
            response.Headers.Location?.ToString(),
            text,
            response.Content.Headers.ContentType?.MediaType == "text/html" ? await new HtmlParser().ParseDocumentAsync(text) : null);
    }
}
