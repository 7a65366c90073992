using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Saas.Bench;

/// <summary>One node of the application, or the bare server it is compared with: a process of its own.</summary>
internal sealed class Node : IAsyncDisposable
{
    private readonly Process _process;
    private readonly string _allocated;

    private Node(Process process, int port, string allocated)
    {
        _process = process;
        _allocated = allocated;
        Port = port;
    }

    public int Port { get; }

    /// <summary>From the start of the process to the first answer that says it is ready.</summary>
    public TimeSpan ReadyAfter { get; private set; }

    /// <summary>As published, with the settings of production but for limits that one client would meet at once.</summary>
    public static Task<Node> ApplicationAsync(BenchSettings settings, params (string Name, string Value)[] more) => StartAsync(settings, [settings.Application], "/health/ready",
    [
        ("ASPNETCORE_ENVIRONMENT", "Production"),
        ("Platform__Domain", BenchSettings.Domain),
        ("Data__Folder", settings.Folder),
        ("RateLimits__FilingsPerWindow", "1000000"),
        ("Forms__LeastSeconds", "0"),
        ("PGGSSENCMODE", "disable"),
        .. more,
    ]);

    public static Task<Node> BareAsync(BenchSettings settings, string answers) =>
        StartAsync(settings, [typeof(Node).Assembly.Location, "kestrel", "", answers], "/", [("ASPNETCORE_ENVIRONMENT", "Production")]);

    /// <summary>One connection per visitor, to this node whatever the host's name; what is compressed stays so.</summary>
    public HttpClient Visit(string host) => new(
        new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            CookieContainer = new CookieContainer(),
            ConnectCallback = async (_, cancel) =>
            {
                var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                await socket.ConnectAsync(IPAddress.Loopback, Port, cancel);
                return new NetworkStream(socket, ownsSocket: true);
            },
        })
    {
        BaseAddress = new Uri($"http://{host}:{Port}"),
        Timeout = TimeSpan.FromSeconds(60),
    };

    /// <summary>VmRSS, in bytes.</summary>
    public async Task<long> ResidentAsync()
    {
        var line = (await File.ReadAllLinesAsync($"/proc/{_process.Id}/status")).Single(line => line.StartsWith("VmRSS:", StringComparison.Ordinal));
        return long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1024;
    }

    /// <summary>Time of its core that the process has had: does not depend on what else the machine does.</summary>
    public TimeSpan Worked()
    {
        _process.Refresh();
        return _process.TotalProcessorTime;
    }

    /// <summary>Bytes allocated since the process started.</summary>
    public async Task<long> AllocatedAsync()
    {
        File.Delete(_allocated);
        await Programs.SignalAsync(_process, "CONT");
        for (var attempt = 0; attempt < 500; attempt++)
        {
            if (File.Exists(_allocated))
            {
                return long.Parse(await File.ReadAllTextAsync(_allocated), CultureInfo.InvariantCulture);
            }

            await Task.Delay(10);
        }

        throw new InvalidOperationException("The process does not say what it allocated.");
    }

    public async ValueTask DisposeAsync() => await Programs.StopAsync(_process);

    private static async Task<Node> StartAsync(BenchSettings settings, string[] words, string path, (string Name, string Value)[] environment)
    {
        var port = FreePort();
        var number = port.ToString(CultureInfo.InvariantCulture);
        var allocated = Path.Combine(settings.Folder, $"allocated-{number}");
        string[] arguments = words.Length == 1 ? [words[0], "--urls", $"http://127.0.0.1:{number}"] : [.. words.Select(word => word.Length == 0 ? number : word)];
        var started = Stopwatch.StartNew();
        var process = Programs.Start(settings.Cores?.Served, "dotnet", arguments, Path.Combine(settings.Folder, $"node-{number}.log"),
        [
            .. environment,
            ("DOTNET_STARTUP_HOOKS", typeof(Node).Assembly.Location),
            ("SAAS_BENCH_ALLOCATED", allocated),
        ]);
        var node = new Node(process, port, allocated);
        using var probe = node.Visit("127.0.0.1");
        while (started.Elapsed < TimeSpan.FromMinutes(2))
        {
            try
            {
                using var answer = await probe.GetAsync(path);
                if (answer.IsSuccessStatusCode || path == "/")
                {
                    node.ReadyAfter = started.Elapsed;
                    return node;
                }
            }
            catch (HttpRequestException)
            {
                // Nobody listens yet, or ever will.
                if (process.HasExited)
                {
                    break;
                }
            }

            await Task.Delay(20);
        }

        await node.DisposeAsync();
        throw new InvalidOperationException($"The node is not ready: {Path.Combine(settings.Folder, $"node-{number}.log")}");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
