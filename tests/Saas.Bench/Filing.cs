using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Saas.Bench;

/// <summary>Requests filed by as many residents, against pgbench that makes the same rows in one transaction. Both wait for the disk.</summary>
internal static partial class Filing
{
    private const double Goal = 0.25;
    private const string Slug = "les-matelles";

    /// <summary>Ten questions of the form that reserves the hall.</summary>
    private static readonly (string Field, string Answer)[] Answers =
    [
        ("q_qui", "Un habitant de la commune"),
        ("q_association", "Les amis de la garrigue"),
        ("q_date", "2030-06-15"),
        ("q_horaires", "De 14 h à 23 h"),
        ("q_objet", "Un anniversaire de famille, en musique jusqu’à 22 h"),
        ("q_personnes", "De 30 à 60"),
        ("q_remarques", "Nous apportons tables et chaises. Une personne vient en fauteuil roulant."),
        ("q_nom", "Camille Durand"),
        ("q_email", "camille.durand@example.org"),
        ("q_telephone", "04 67 55 12 34"),
    ];

    public static async Task MeasureAsync(BenchSettings settings, Report report, Database owner)
    {
        await using var administrator = new Database(settings.Administrator);
        var tenant = await owner.ValueAsync<Guid>("select id from shell.tenants where slug = $1", Slug);
        var form = await owner.ValueAsync<string>("select slug from forms.forms where tenant_id = $1 and title like 'Réserver%'", tenant);
        await using var node = await Node.ApplicationAsync(settings);
        var page = await OpenAsync(node, $"/demarches/{form}");

        var log = new StatementLog(administrator);
        var first = await log.RecordAsync(tenant, () => FileAsync(node, page));
        var second = await log.RecordAsync(tenant, () => FileAsync(node, page));
        var script = Script(tenant, first, second);

        var body = Path.Combine(settings.Folder, "body");
        await File.WriteAllTextAsync(body, page.Body("@DRAFT@"));
        Task<Load> Load(int seconds) => Wrk.RunAsync(settings, node, seconds, "file.lua", page.Address, $"{Slug}.{BenchSettings.Domain}", page.Cookie, body, Wrk.AcceptEncoding, Random.Shared.Next().ToString(CultureInfo.InvariantCulture));
        await Load(3);
        var application = new List<double>();
        var postgres = new List<double>();
        for (var round = 0; round < settings.Rounds; round++)
        {
            var before = await CountAsync(owner, tenant);
            var load = await Load(settings.Seconds);
            application.Add((await CountAsync(owner, tenant) - before) / load.Seconds);

            // Mails leave while requests are filed, as they do for residents; those that wait must not slow what comes next.
            await owner.ExecuteAsync("update shell.due_work set due_at = due_at + interval '100 years' where due_at < now()");
            postgres.Add(await PgBench.RunAsync(settings, [script], "prepared", Wrk.Connections, settings.Seconds));
        }

        var ratio = Samples.MedianOf(application) / Samples.MedianOf(postgres);
        report.Title("Filing a request");
        report.Say($"{Answers.Length} fields, {Wrk.Connections} residents at once; what counts is the rows of requests.requests afterwards. pgbench makes the same {first.Count(statement => statement.IsInsert)} inserts in one transaction with as many clients. fsync is {await administrator.ValueAsync<string>("show fsync")}, synchronous_commit {await administrator.ValueAsync<string>("show synchronous_commit")}.");
        report.Table(
            ["", .. Enumerable.Range(1, settings.Rounds).Select(round => $"round {round}"), "median per second"],
            ["application, requests filed", .. application.Select(Report.Figure), Report.Figure(Samples.MedianOf(application))],
            ["pgbench, transactions", .. postgres.Select(Report.Figure), Report.Figure(Samples.MedianOf(postgres))],
            ["application ÷ pgbench", .. application.Zip(postgres, (filed, made) => Report.Figure(filed / made)), $"{Report.Figure(ratio)} (goal ≥ {Goal.ToString(CultureInfo.InvariantCulture)}: {Report.Goal(ratio >= Goal)})"]);
        report.Table(
            ["what PostgreSQL was asked for one filing and the mails it makes leave", "statements"],
            ["queries", Report.Count(first.Count(statement => statement.IsQuery))],
            ["inserts", Report.Count(first.Count(statement => statement.IsInsert))],
            ["commits", Report.Count(first.Count(statement => statement.Sql.StartsWith("COMMIT", StringComparison.OrdinalIgnoreCase)))],
            ["in all", Report.Count(first.Count)]);
    }

    private static Task<long> CountAsync(Database owner, Guid tenant) => owner.ValueAsync<long>("select count(*) from requests.requests where tenant_id = $1", tenant);

    private static async Task<Opened> OpenAsync(Node node, string address)
    {
        using var visitor = node.Visit($"{Slug}.{BenchSettings.Domain}");
        using var answer = await visitor.GetAsync(address);
        answer.EnsureSuccessStatusCode();
        var cookie = answer.Headers.GetValues("Set-Cookie").Select(line => line.Split(';')[0]).Single(pair => pair.StartsWith("parvis-formulaire=", StringComparison.Ordinal));
        return new Opened(address, cookie, Page.Hidden(await answer.Content.ReadAsStringAsync()));
    }

    private static async Task FileAsync(Node node, Opened page)
    {
        using var visitor = node.Visit($"{Slug}.{BenchSettings.Domain}");
        using var request = new HttpRequestMessage(HttpMethod.Post, page.Address)
        {
            Content = new StringContent(page.Body($"{Guid.CreateVersion7():D}"), Encoding.UTF8, "application/x-www-form-urlencoded"),
        };
        request.Headers.Add("Cookie", page.Cookie);
        using var answer = await visitor.SendAsync(request);
        if (answer.StatusCode != HttpStatusCode.SeeOther)
        {
            throw new InvalidOperationException($"The request was not filed: {answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        }
    }

    /// <summary>What two filings do not share is made anew in each transaction, the same value wherever the same one stood.</summary>
    private static string Script(Guid tenant, List<Statement> first, List<Statement> second)
    {
        var same = second.Where(statement => statement.IsInsert).SelectMany(statement => statement.Values).ToHashSet();
        var made = new Dictionary<string, string>(StringComparer.Ordinal);
        string? Instead(string value)
        {
            if (same.Contains(value) || value.Length > 100 || Moment().IsMatch(value))
            {
                return null;
            }

            if (!made.TryGetValue(value, out var expression))
            {
                var hash = $"md5((:a::bigint + {made.Count}000000000000000)::text)";
                expression = Guid.TryParse(value, out _) ? $"{hash}::uuid"
                    : value.StartsWith("\\x", StringComparison.Ordinal) ? $"decode({hash} || {hash}, 'hex')"
                    : $"left({hash} || {hash} || {hash} || {hash}, {value.Length})";
                made[value] = expression;
            }

            return expression;
        }

        // What becomes due would be done by the node, and measured with it.
        string Line(Statement statement) => statement.Sql.Contains("shell.due_work", StringComparison.Ordinal) ? statement.Written(value => Moment().IsMatch(value) ? "'2126-01-01'" : Instead(value)) : statement.Written(Instead);
        var lines = first.Where(statement => statement.IsInsert).Select(statement => $"{string.Join(' ', Line(statement).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))};").ToList();
        return string.Join('\n', ["\\set a random(1, 900000000000)", "begin;", $"set local saas.tenant_id = '{tenant:D}';", .. lines, "commit;"]);
    }

    [GeneratedRegex(@"^\d{4}-\d\d-\d\d")]
    private static partial Regex Moment();

    private sealed record Opened(string Address, string Cookie, IReadOnlyDictionary<string, string> Hidden)
    {
        public string Body(string draft) => string.Join('&', Hidden
            .Select(field => (Field: field.Key, Answer: field.Value))
            .Concat(Answers)
            .Select(field => $"{Uri.EscapeDataString(field.Field)}={(field.Field == "Draft" ? draft : Uri.EscapeDataString(field.Answer))}"));
    }
}
