using System.Text.Json;
using System.Text.RegularExpressions;

namespace Saas.Bench;

/// <summary>What the application asks of PostgreSQL while it does one thing for one commune, from the server's own log.</summary>
internal sealed partial class StatementLog(Database administrator)
{
    public async Task<List<Statement>> RecordAsync(Guid tenant, Func<Task> act)
    {
        await administrator.ExecuteAsync("alter system set log_statement = 'all'");
        await administrator.ExecuteAsync("select pg_reload_conf()");
        await Task.Delay(500);
        var start = await administrator.ValueAsync<long>("select (pg_stat_file(pg_current_logfile('jsonlog'))).size");
        await act();
        var mark = $"the end of {Guid.NewGuid():N}";
        await administrator.ExecuteAsync($"select '{mark}'");
        var lines = await ReadToAsync(start, mark);
        await administrator.ExecuteAsync("alter system reset log_statement");
        await administrator.ExecuteAsync("select pg_reload_conf()");
        return Of(tenant, lines);
    }

    /// <summary>
    /// Background work shares the pool: a session works for the commune from the statement that names it until the session is reset. The
    /// reset comes with the next use of the connection, so the one before belongs to this use.
    /// </summary>
    private static List<Statement> Of(Guid tenant, IEnumerable<string> lines)
    {
        var reset = new Dictionary<int, List<Statement>>();
        var working = new HashSet<int>();
        var found = new List<Statement>();
        foreach (var line in lines.Where(line => line.StartsWith('{')))
        {
            var entry = JsonDocument.Parse(line).RootElement;
            if (Text(entry, "user") != "saas_app" || Logged().Match(Text(entry, "message")) is not { Success: true } logged)
            {
                continue;
            }

            var session = entry.GetProperty("pid").GetInt32();
            var statement = new Statement(logged.Groups[1].Value.Trim(), Values(Text(entry, "detail")));
            if (statement.IsReset)
            {
                working.Remove(session);
                reset[session] = [statement];
            }
            else if (statement.Names(tenant))
            {
                found.AddRange(reset.Remove(session, out var before) ? before : []);
                working.Add(session);
                found.Add(statement);
            }
            else if (working.Contains(session))
            {
                found.Add(statement);
            }
        }

        return found;
    }

    private async Task<string[]> ReadToAsync(long start, string mark)
    {
        for (var attempt = 0; attempt < 100; attempt++)
        {
            var text = await administrator.ValueAsync<string>("select pg_read_file(pg_current_logfile('jsonlog'), $1, 50000000)", start);
            if (text.Contains(mark, StringComparison.Ordinal))
            {
                return text.Split('\n', StringSplitOptions.RemoveEmptyEntries)[..^1];
            }

            await Task.Delay(100);
        }

        throw new InvalidOperationException("PostgreSQL's log stays behind.");
    }

    private static string Text(JsonElement entry, string name) => entry.TryGetProperty(name, out var value) ? value.ToString() : "";

    private static List<string?> Values(string detail) =>
        [.. Value().Matches(detail).Select(match => match.Groups[1].Success ? match.Groups[1].Value.Replace("''", "'", StringComparison.Ordinal) : null)];

    [GeneratedRegex(@"^(?:execute [^:]+|statement): (.*)$", RegexOptions.Singleline)]
    private static partial Regex Logged();

    [GeneratedRegex(@"\$\d+ = (?:'((?:[^']|'')*)'|NULL)")]
    private static partial Regex Value();
}

/// <summary>One statement and its values.</summary>
internal sealed partial record Statement(string Sql, IReadOnlyList<string?> Values)
{
    public bool IsReset => Sql.StartsWith("DISCARD", StringComparison.OrdinalIgnoreCase) || Sql.Contains("RESET ALL", StringComparison.OrdinalIgnoreCase);

    /// <summary>Says for which commune the session works.</summary>
    public bool IsSetting => Sql.Contains("saas.tenant_id", StringComparison.Ordinal);

    public bool IsQuery => Sql.StartsWith("select", StringComparison.OrdinalIgnoreCase) && !IsSetting;

    public bool IsInsert => Sql.StartsWith("insert", StringComparison.OrdinalIgnoreCase);

    public bool Names(Guid tenant) => IsSetting && (Sql.Contains($"{tenant:D}", StringComparison.Ordinal) || Values.Contains($"{tenant:D}"));

    /// <summary>The statement with its values in place, or with what is written instead of a value.</summary>
    public string Written(Func<string, string?>? instead = null) =>
        Place().Replace(Sql, place => Values[int.Parse(place.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture) - 1] is { } value ? instead?.Invoke(value) ?? Literal(value) : "null");

    /// <summary>A colon would be a variable of pgbench.</summary>
    public static string Literal(string value)
    {
        var escaped = value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal).Replace(":", "\\x3a", StringComparison.Ordinal).Replace("\r", "\\r", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);
        return escaped == value ? $"'{value}'" : $"E'{escaped}'";
    }

    [GeneratedRegex(@"\$(\d+)")]
    private static partial Regex Place();
}
