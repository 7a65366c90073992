using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Saas.Shell.Data;
using Saas.Shell.Files;
using Saas.Shell.Jobs;
using Saas.Shell.Tests.Servers;

namespace Saas.Shell.Tests.Files;

/// <summary>Against a real clamd.</summary>
public sealed class ClamScannerTests(SaasHost host) : IClassFixture<SaasHost>
{
    private static readonly FileLimits Limits = new(1_000_000, [ContentTypes.Pdf]);

    [Fact]
    public async Task A_clean_file_is_kept_and_an_infected_one_refused_with_the_reason()
    {
        var clamd = await Clamd.SharedAsync();
        var clean = await ReceiveAsync(clamd.Port, "propre");
        var infected = await ReceiveAsync(clamd.Port, Clamd.Eicar);

        Assert.Equal(FileScan.Clean, clean.File?.Scan);
        Assert.Null(infected.File);
        Assert.Contains("contient un virus (Parvis.Eicar", infected.Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_could_not_be_looked_at_is_not_served_until_it_was()
    {
        var silent = SilentPort(out var listener);
        var received = await ReceiveAsync(silent, "en attente", seconds: 1);
        listener.Dispose();

        Assert.Equal(FileScan.Pending, received.File?.Scan);
        var waiting = await OpenAsync(silent, received.File!.Id);
        Assert.Null(waiting.Content);
        Assert.Contains("pas encore été vérifié", waiting.Refusal, StringComparison.Ordinal);

        await ScanAsync((await Clamd.SharedAsync()).Port, received.File.Id);
        var served = await OpenAsync(silent, received.File.Id);
        Assert.NotNull(served.Content);
        await served.Content.DisposeAsync();
    }

    [Fact]
    public async Task A_job_that_finds_the_scanner_away_is_run_again()
    {
        var nobody = SilentPort(out var listener);
        listener.Dispose();
        var received = await ReceiveAsync(nobody, "encore");

        await Assert.ThrowsAsync<FileNotScannedException>(() => ScanAsync(nobody, received.File!.Id));
    }

    [Fact]
    public async Task A_virus_found_later_is_never_served()
    {
        var clamd = await Clamd.SharedAsync();
        var nobody = SilentPort(out var listener);
        listener.Dispose();
        var received = await ReceiveAsync(nobody, Clamd.Eicar);
        await ScanAsync(clamd.Port, received.File!.Id);

        var refused = await OpenAsync(clamd.Port, received.File.Id);

        Assert.Null(refused.Content);
        Assert.Contains("Parvis.Eicar", refused.Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_from_before_the_scanner_is_looked_at_before_it_is_served()
    {
        var clamd = await Clamd.SharedAsync();
        var before = await ReceiveAsync(port: null, Clamd.Eicar);

        var refused = await OpenAsync(clamd.Port, before.File!.Id);

        Assert.Equal(FileScan.NotScanned, before.File.Scan);
        Assert.Null(refused.Content);
    }

    private static int SilentPort(out TcpListener listener)
    {
        listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static ClamScanner Scanner(int? port, int seconds = 10) =>
        new(Options.Create(new FilesOptions { ScannerHost = port is null ? "" : "127.0.0.1", ScannerPort = port ?? 0, ScannerSeconds = seconds }), NullLogger<ClamScanner>.Instance);

    /// <summary>Received, with its scan's due work taken away: no node of the tests runs it.</summary>
    private Task<ReceivedFile> ReceiveAsync(int? port, string text, int seconds = 10) => host.InAsync(SaasHost.Claret, async services =>
    {
        var db = services.GetRequiredService<SaasDbContext>();
        using var content = new MemoryStream(Encoding.ASCII.GetBytes($"%PDF-1.7 {text}"));
        var received = await ActivatorUtilities.CreateInstance<FileStore>(services, Scanner(port, seconds)).SaveAsync("test", "lettre.pdf", content, Limits, CancellationToken.None);
        foreach (var work in db.ChangeTracker.Entries<DueWork>().ToList())
        {
            work.State = EntityState.Detached;
        }

        await db.SaveChangesAsync();
        return received;
    });

    private Task<OpenedFile> OpenAsync(int port, Guid id) => host.InAsync(SaasHost.Claret, async services =>
        (await ActivatorUtilities.CreateInstance<FileStore>(services, Scanner(port, seconds: 1)).OpenAsync(id, CancellationToken.None))!);

    private Task ScanAsync(int port, Guid id) => host.InAsync(SaasHost.Claret, services =>
        ActivatorUtilities.CreateInstance<ScanFile>(services, Scanner(port)).RunAsync(id, CancellationToken.None));
}
