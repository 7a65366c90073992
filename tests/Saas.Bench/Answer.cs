using System.Globalization;

namespace Saas.Bench;

/// <summary>What the application answered, by host, as the bare server repeats it.</summary>
internal sealed record Answer(IReadOnlyList<(string Name, string Value)> Headers, byte[] Body)
{
    /// <summary>Asks as a browser does, until the answer comes from the cache: what is compared is the warm page.</summary>
    public static async Task<Dictionary<string, Answer>> AskAsync(Node node, IEnumerable<string> hosts)
    {
        var answers = new Dictionary<string, Answer>(StringComparer.Ordinal);
        foreach (var host in hosts)
        {
            using var visitor = node.Visit(host);
            await AskAsync(visitor);
            answers[host] = await AskAsync(visitor);
        }

        return answers;
    }

    public static async Task WriteAsync(string file, IReadOnlyDictionary<string, Answer> answers)
    {
        await using var stream = File.Create(file);
        await using var writer = new BinaryWriter(stream);
        writer.Write(answers.Count);
        foreach (var (host, answer) in answers)
        {
            writer.Write(host);
            writer.Write(answer.Headers.Count);
            foreach (var (name, value) in answer.Headers)
            {
                writer.Write(name);
                writer.Write(value);
            }

            writer.Write(answer.Body.Length);
            writer.Write(answer.Body);
        }
    }

    public static Dictionary<string, Answer> Read(string file)
    {
        using var reader = new BinaryReader(File.OpenRead(file));
        var answers = new Dictionary<string, Answer>(StringComparer.Ordinal);
        for (var left = reader.ReadInt32(); left > 0; left--)
        {
            var host = reader.ReadString();
            var headers = new (string, string)[reader.ReadInt32()];
            for (var at = 0; at < headers.Length; at++)
            {
                headers[at] = (reader.ReadString(), reader.ReadString());
            }

            answers[host] = new Answer(headers, reader.ReadBytes(reader.ReadInt32()));
        }

        return answers;
    }

    private static async Task<Answer> AskAsync(HttpClient visitor)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.TryAddWithoutValidation("Accept-Encoding", Wrk.AcceptEncoding);
        using var answer = await visitor.SendAsync(request);
        answer.EnsureSuccessStatusCode();
        var body = await answer.Content.ReadAsByteArrayAsync();
        var headers = answer.Headers.NonValidated.Concat(answer.Content.Headers.NonValidated)
            .Where(header => header.Key is not ("Date" or "Transfer-Encoding" or "Content-Length"))
            .Select(header => (header.Key, header.Value.ToString()))
            .Append(("Content-Length", body.Length.ToString(CultureInfo.InvariantCulture)));
        return new Answer([.. headers], body);
    }
}
