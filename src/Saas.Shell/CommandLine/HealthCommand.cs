using Microsoft.Extensions.Configuration;

namespace Saas.Shell.CommandLine;

/// <summary>Asks the node that runs beside, in the same container: an image needs no other program for it.</summary>
internal static class HealthCommand
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public static async Task<int> RunAsync(IConfiguration configuration, string question, CancellationToken cancel)
    {
        var port = (configuration["HTTP_PORTS"] ?? configuration["ASPNETCORE_HTTP_PORTS"] ?? "8080").Split(';')[0];
        using var client = new HttpClient { Timeout = Patience };
        try
        {
            using var answer = await client.GetAsync(new Uri($"http://127.0.0.1:{port}/health/{question}"), cancel);
            Console.WriteLine(await answer.Content.ReadAsStringAsync(cancel));
            return answer.IsSuccessStatusCode ? 0 : 1;
        }
        catch (Exception silent) when (silent is HttpRequestException or TaskCanceledException)
        {
            await Console.Error.WriteLineAsync($"No node answers on port {port}.");
            return 1;
        }
    }
}
