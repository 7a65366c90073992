using System.IO.Compression;
using System.Text;

namespace Saas.Bench;

/// <summary>What a browser that comes for the first time fetches to show the home page.</summary>
internal static class FirstVisit
{
    private const int MostBytes = 150_000;
    private const int MostRequests = 25;

    public static async Task MeasureAsync(BenchSettings settings, Report report)
    {
        await using var node = await Node.ApplicationAsync(settings);
        var rows = new List<string[]> { new[] { "commune", "requests", "bytes", "of which pictures of the commune", "html", "kept for ever", "goal" } };
        foreach (var slug in new[] { "claret", "saint-clement-de-riviere", "les-matelles" })
        {
            rows.Add(await VisitAsync(node, slug));
        }

        report.Title("First visit");
        report.Say($"Bodies as they are transferred ({Wrk.AcceptEncoding}), of everything that the home page and its style sheets name, fonts included: more than a browser fetches, which leaves out what it does not show. Goal: ≤ {Report.Count(MostBytes / 1000)} kB without the commune's pictures, ≤ {MostRequests} requests.");
        report.Table([.. rows]);
    }

    private static async Task<string[]> VisitAsync(Node node, string slug)
    {
        using var visitor = node.Visit($"{slug}.{BenchSettings.Domain}");
        var page = await FetchAsync(visitor, "/");
        var fetched = new Dictionary<string, Fetched>(StringComparer.Ordinal) { ["/"] = page };
        var waiting = new Queue<string>(Page.Parts(page.Text));
        while (waiting.TryDequeue(out var address))
        {
            if (fetched.ContainsKey(address))
            {
                continue;
            }

            var part = await FetchAsync(visitor, address);
            fetched[address] = part;
            foreach (var inner in part.IsStyle ? Page.PartsOfStyles(part.Text) : [])
            {
                waiting.Enqueue(new Uri(new Uri($"http://host{address}"), inner).PathAndQuery);
            }
        }

        var own = fetched.Where(part => part.Key.StartsWith("/identite/images/", StringComparison.Ordinal)).Sum(part => part.Value.Bytes);
        var all = fetched.Values.Sum(part => part.Bytes);
        var parts = fetched.Values.Where(part => part != page).ToList();
        return
        [
            slug,
            Report.Count(fetched.Count),
            Report.Count(all),
            Report.Count(own),
            Report.Count(page.Bytes),
            $"{parts.Count(part => part.Immutable)} of {parts.Count}",
            Report.Goal(all - own <= MostBytes && fetched.Count <= MostRequests),
        ];
    }

    private static async Task<Fetched> FetchAsync(HttpClient visitor, string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("Accept-Encoding", Wrk.AcceptEncoding);
        using var answer = await visitor.SendAsync(request);
        if (!answer.IsSuccessStatusCode)
        {
            throw new InvalidOperationException($"The page names {address}, which answers {answer.StatusCode}.");
        }

        var body = await answer.Content.ReadAsByteArrayAsync();
        var type = answer.Content.Headers.ContentType?.MediaType ?? "";
        var text = type.StartsWith("text/", StringComparison.Ordinal) ? Decode(body, answer.Content.Headers.ContentEncoding.SingleOrDefault()) : "";
        return new Fetched(body.Length, type == "text/css", answer.Headers.CacheControl?.ToString().Contains("immutable", StringComparison.Ordinal) == true, text);
    }

    private static string Decode(byte[] body, string? encoding)
    {
        using var stream = new MemoryStream(body);
        using Stream plain = encoding switch
        {
            "br" => new BrotliStream(stream, CompressionMode.Decompress),
            "gzip" => new GZipStream(stream, CompressionMode.Decompress),
            _ => stream,
        };
        using var reader = new StreamReader(plain, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    private sealed record Fetched(int Bytes, bool IsStyle, bool Immutable, string Text);
}
