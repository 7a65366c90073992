using System.Text.Json;

namespace Saas.Shell.Tests.Servers;

/// <summary>The relay most tests hand over to, and what it took.</summary>
internal static class Relays
{
    public static Lazy<Task<NodeServer>> Usual { get; } = new(() => NodeServer.StartAsync("smtp.mjs"));

    public static async Task<JsonElement> TakenAsync(string to)
    {
        for (var attempt = 0; attempt < 200; attempt++)
        {
            if (await AllTakenAsync(to) is [.., var last])
            {
                return last;
            }

            await Task.Delay(20);
        }

        throw new InvalidOperationException($"Nothing came for {to}.");
    }

    public static async Task<IReadOnlyList<JsonElement>> AllTakenAsync(string to)
    {
        var relay = await Usual.Value;
        return relay.Lines
            .Where(line => line.StartsWith('{'))
            .Select(line => JsonDocument.Parse(line).RootElement)
            .Where(taken => taken.GetProperty("to").GetString() == to)
            .ToList();
    }
}
