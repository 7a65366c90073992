namespace Saas.Bench;

/// <summary>Home pages with the cache off: rendered each time, from the database.</summary>
internal static class ColdPages
{
    private const int MostQueries = 6;

    /// <summary>Enough for rows not to be the same ones again and again.</summary>
    private const int Communes = 20;

    public static async Task MeasureAsync(BenchSettings settings, Report report, Database owner)
    {
        await using var administrator = new Database(settings.Administrator);
        var communes = await Commune.SomeAsync(owner, Communes, settings.Seed);
        await using var node = await Node.ApplicationAsync(settings, ("VisitorCache__Megabytes", "0"));
        await Wrk.ReadAsync(settings, node, communes.Select(commune => commune.Host), 3);

        var log = new StatementLog(administrator);
        var statements = new List<List<Statement>>();
        foreach (var commune in communes)
        {
            using var visitor = node.Visit(commune.Host);
            statements.Add(await log.RecordAsync(commune.Id, async () => await visitor.GetStringAsync("/")));
        }

        var scripts = statements.ConvertAll(page => string.Join("\n", page.Where(statement => statement.IsSetting).Take(1).Concat(page.Where(statement => statement.IsQuery)).Select(statement => $"{OneLine(statement.Written())};")));
        var application = new List<double>();
        var simple = new List<double>();
        var prepared = new List<double>();
        for (var round = 0; round < settings.Rounds; round++)
        {
            application.Add((await Wrk.ReadAsync(settings, node, communes.Select(commune => commune.Host), settings.Seconds)).PerSecond);
            simple.Add(await PgBench.RunAsync(settings, scripts, "simple", Wrk.Connections, settings.Seconds));
            prepared.Add(await PgBench.RunAsync(settings, [scripts[0]], "prepared", Wrk.Connections, settings.Seconds));
        }

        var queries = statements.Max(page => page.Count(statement => statement.IsQuery));
        report.Title("Cold pages");
        report.Say($"The home page of {Communes} communes with the cache off (VisitorCache__Megabytes=0), {Wrk.Connections} connections; pgbench sends the same queries with the commune set first, as the same role, with as many clients.");
        report.Table(
            ["what one page sends", "most", "goal"],
            ["queries", Report.Count(queries), $"≤ {MostQueries}: {Report.Goal(queries <= MostQueries)}"],
            ["statements that set the commune", Report.Count(statements.Max(page => page.Count(statement => statement.IsSetting))), ""],
            ["resets of the session", Report.Count(statements.Max(page => page.Count(statement => statement.IsReset))), ""],
            ["statements in all", Report.Count(statements.Max(page => page.Count)), ""]);
        report.Table(
            ["", .. Enumerable.Range(1, settings.Rounds).Select(round => $"round {round}"), "median per second"],
            Row("application, pages", application),
            Row("pgbench, simple protocol", simple),
            Row("pgbench, prepared, one commune", prepared));
        report.Say($"Application ÷ pgbench, medians: {Report.Figure(Samples.MedianOf(application) / Samples.MedianOf(simple))} (simple), {Report.Figure(Samples.MedianOf(application) / Samples.MedianOf(prepared))} (prepared). A page is also rendered and compressed on the same core.");
        report.Code("sql", string.Join("\n", statements[0].Select(statement => OneLine(statement.Sql))));
    }

    private static string OneLine(string sql) => string.Join(' ', sql.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string[] Row(string title, List<double> rates) => [title, .. rates.Select(Report.Figure), Report.Figure(Samples.MedianOf(rates))];
}
