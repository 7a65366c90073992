using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Saas.Shell.Tests.Servers;

/// <summary>A real clamd that knows one signature, written here: it starts within a second.</summary>
internal sealed class Clamd
{
    /// <summary>The test string of EICAR, in two parts so that no scanner stops at this source.</summary>
    public const string Eicar = @"X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-STANDARD" + "-ANTIVIRUS-TEST-FILE!$H+H*";

    private static readonly Lazy<Task<Clamd>> Shared = new(StartAsync);

    /// <summary>Held on to: collected, it would close the standard input that keeps clamd alive.</summary>
    private readonly Process _keeper;

    private Clamd(Process keeper, int port)
    {
        _keeper = keeper;
        Port = port;
    }

    public int Port { get; }

    public int ProcessId => _keeper.Id;

    public static Task<Clamd> SharedAsync() => Shared.Value;

    private static async Task<Clamd> StartAsync()
    {
        var program = $"{Environment.GetEnvironmentVariable("PATH")}:/usr/sbin:/usr/local/sbin".Split(':').Select(folder => Path.Combine(folder, "clamd")).FirstOrDefault(File.Exists)
            ?? throw new InvalidOperationException("clamd is not installed: bin/setup --tests installs it where it may use apt; elsewhere, install ClamAV.");
        var folder = Directory.CreateTempSubdirectory("parvis-clamd-").FullName;
        var signature = Convert.ToHexStringLower(System.Text.Encoding.ASCII.GetBytes(Eicar));
        await File.WriteAllTextAsync(Path.Combine(folder, "parvis.ndb"), $"Parvis.Eicar:0:*:{signature}\n");
        var port = FreePort();
        var settings = Path.Combine(folder, "clamd.conf");
        await File.WriteAllTextAsync(settings, $"DatabaseDirectory {folder}\nTCPSocket {port}\nTCPAddr 127.0.0.1\nForeground yes\nTemporaryDirectory {folder}\nStreamMaxLength 500M\n");

        // It goes with the tests' process, however that ends.
        var start = new ProcessStartInfo("sh") { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add($"{program} --config-file={settings} >/dev/null 2>&1 </dev/null & child=$!; cat >/dev/null; kill $child; rm -rf {folder}");
        var keeper = Process.Start(start)!;
        for (var attempt = 0; attempt < 300; attempt++)
        {
            try
            {
                using var probe = new TcpClient();
                await probe.ConnectAsync(IPAddress.Loopback, port);
                return keeper.HasExited ? throw new InvalidOperationException("clamd did not stay.") : new Clamd(keeper, port);
            }
            catch (SocketException)
            {
                await Task.Delay(100);
            }
        }

        throw new InvalidOperationException("clamd did not start.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
