using System.Net;

namespace Saas.Bench;

/// <summary>What changes is served by both nodes soon, whether they hear of it or not.</summary>
internal static class TwoNodes
{
    private static readonly TimeSpan Goal = TimeSpan.FromSeconds(2);

    public static async Task MeasureAsync(BenchSettings settings, Report report, Database owner)
    {
        await using var administrator = new Database(settings.Administrator);
        await using var one = await Node.ApplicationAsync(settings);
        await using var two = await Node.ApplicationAsync(settings);
        Node[] nodes = [one, two];
        foreach (var node in nodes)
        {
            // What is measured is the news, not the first page a node makes.
            await ServedAsync(node, $"claret.{BenchSettings.Domain}", HttpStatusCode.OK, DateTimeOffset.MinValue);
        }

        var neighbour = await owner.ValueAsync<Guid>("select id from shell.tenants where slug = 'claret'");

        var rows = new List<string[]> { new[] { "what happened", "node 1 serves it after", "node 2 serves it after", "goal < 2 s" } };
        async Task WatchAsync(string title, string host, Func<Task> change)
        {
            foreach (var node in nodes)
            {
                await ServedAsync(node, host, HttpStatusCode.NotFound, DateTimeOffset.MinValue);
            }

            await change();
            var changed = TimeProvider.System.GetUtcNow();
            var served = await Task.WhenAll(nodes.Select(node => ServedAsync(node, host, HttpStatusCode.OK, changed)));
            rows.Add([title, Report.Milliseconds(served[0]), Report.Milliseconds(served[1]), Report.Goal(served.All(time => time < Goal))]);
        }

        const string Canonical = "insert into shell.tenant_hosts (host, tenant_id, canonical) values ($1, $2, true)";
        await WatchAsync("a new commune", $"nouvelle-a.{BenchSettings.Domain}", () => owner.ExecuteAsync(NewCommune, Guid.CreateVersion7(), "nouvelle-a", "Z0001"));
        await WatchAsync("a new domain", "www.claret.example", () => owner.ExecuteAsync(Canonical, "www.claret.example", neighbour));

        // As the row changed and no trigger ran: nobody was told.
        await WatchAsync("a new commune, its notification missed", $"nouvelle-b.{BenchSettings.Domain}", () => administrator.ExecuteAsync(
            $"begin; set local session_replication_role = replica; {NewCommune.Replace("$1", $"'{Guid.CreateVersion7():D}'", StringComparison.Ordinal).Replace("$2", "'nouvelle-b'", StringComparison.Ordinal).Replace("$3", "'Z0002'", StringComparison.Ordinal)}; commit"));

        // The connection on which both nodes listen is cut, and the commune comes before they are back.
        await WatchAsync("a new commune, the listening connection cut", $"nouvelle-c.{BenchSettings.Domain}", async () =>
        {
            await administrator.ExecuteAsync("select pg_terminate_backend(pid) from pg_stat_activity where usename = 'saas_app' and pid <> pg_backend_pid()");
            await owner.ExecuteAsync(NewCommune, Guid.CreateVersion7(), "nouvelle-c", "Z0003");
        });
        await owner.ExecuteAsync("delete from shell.tenant_hosts where host = 'www.claret.example'");
        await owner.ExecuteAsync("delete from shell.tenants where slug like 'nouvelle-_'");
        foreach (var node in nodes)
        {
            // Until then its own domain is where its page is.
            await ServedAsync(node, $"claret.{BenchSettings.Domain}", HttpStatusCode.OK, DateTimeOffset.MinValue);
        }

        report.Title("Two nodes");
        report.Table([.. rows]);
        report.Say($"The home page of claret is {(await SameAsync(one, two) ? "the same" : "not the same")} from both nodes. Signed in on node 1, the operator is {(await SharedAsync(one, two) ? "signed in" : "not signed in")} on node 2.");
    }

    private const string NewCommune = "insert into shell.tenants (id, slug, name, insee_code, state, theme, time_zone, created_at) values ($1, $2, 'Nouvelle', $3, 'Preparing', 'littoral', 'Europe/Paris', now())";

    private static async Task<TimeSpan> ServedAsync(Node node, string host, HttpStatusCode expected, DateTimeOffset changed)
    {
        using var visitor = node.Visit(host);
        var started = TimeProvider.System.GetUtcNow();
        while (TimeProvider.System.GetUtcNow() - started < TimeSpan.FromSeconds(30))
        {
            using var answer = await visitor.GetAsync("/");
            if (answer.StatusCode == expected)
            {
                return TimeProvider.System.GetUtcNow() - changed;
            }

            await Task.Delay(10);
        }

        throw new InvalidOperationException($"{host} does not answer {expected}.");
    }

    private static async Task<bool> SameAsync(Node one, Node two)
    {
        using var first = one.Visit($"claret.{BenchSettings.Domain}");
        using var second = two.Visit($"claret.{BenchSettings.Domain}");
        return await first.GetStringAsync("/") == await second.GetStringAsync("/");
    }

    /// <summary>The cookie that one node gave, sent to the other.</summary>
    private static async Task<bool> SharedAsync(Node one, Node two)
    {
        using var visitor = one.Visit(BenchSettings.Domain);
        var fields = Page.Hidden(await visitor.GetStringAsync("/console/connexion"));
        fields["Email"] = "operateur@parvis.test";
        fields["Password"] = "Parvis-demo-2026";
        using var content = new FormUrlEncodedContent(fields);
        using var answer = await visitor.PostAsync("/console/connexion", content);
        var cookies = string.Join("; ", answer.Headers.GetValues("Set-Cookie").Select(line => line.Split(';')[0]));
        using var elsewhere = two.Visit(BenchSettings.Domain);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/console");
        request.Headers.Add("Cookie", cookies);
        using var list = await elsewhere.SendAsync(request);
        return list.StatusCode == HttpStatusCode.OK;
    }
}
