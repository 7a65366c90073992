using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace Saas.Shell.Tests.Servers;

/// <summary>A server in JavaScript that lives as long as this process: it goes when its standard input is closed.</summary>
internal sealed class NodeServer
{
    private readonly ConcurrentQueue<string> _lines = new();
    private readonly Process _process;

    private readonly TaskCompletionSource<int> _port = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private NodeServer(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.BeginOutputReadLine();
    }

    public int Port { get; private set; }

    /// <summary>What it has said so far.</summary>
    public IReadOnlyCollection<string> Lines => _lines;

    /// <summary>The script says its port on its first line.</summary>
    public static async Task<NodeServer> StartAsync(string script, params string[] arguments)
    {
        var folder = Repository.PathOf("tests", "Saas.Shell.Tests");
        var start = new ProcessStartInfo("node") { WorkingDirectory = folder, RedirectStandardInput = true, RedirectStandardOutput = true };
        start.ArgumentList.Add(Path.Combine(folder, "Servers", script));
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        var server = new NodeServer(Process.Start(start)!);
        server.Port = await server._port.Task.WaitAsync(TimeSpan.FromMinutes(1));
        return server;
    }

    public void Stop() => _process.Kill();

    private void Hear(string? line)
    {
        if (line is null)
        {
            _port.TrySetException(new InvalidOperationException("The server did not start: bin/setup --tests installs what it needs."));
        }
        else if (!_port.Task.IsCompleted)
        {
            _port.SetResult(int.Parse(line, CultureInfo.InvariantCulture));
        }
        else
        {
            _lines.Enqueue(line);
        }
    }
}
