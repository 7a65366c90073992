using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Saas.Shell.Files;

/// <summary>Asks clamd over TCP, by its command INSTREAM: pieces preceded by their length, a length of zero at the end.</summary>
internal sealed class ClamScanner(IOptions<FilesOptions> options, ILogger<ClamScanner> log) : IFileScanner
{
    private const int Piece = 65_536;

    public bool IsConfigured => options.Value.ScannerHost.Length > 0;

    public async Task<ScanResult> ScanAsync(Stream content, CancellationToken cancel)
    {
        if (!IsConfigured)
        {
            return new ScanResult(FileScan.NotScanned, null);
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(TimeSpan.FromSeconds(options.Value.ScannerSeconds));
        try
        {
            return Read(await AskAsync(content, limit.Token));
        }
        catch (Exception away) when (away is SocketException or IOException || (away is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            log.LogWarning(away, "The scanner of files does not answer");
            return new ScanResult(FileScan.Pending, null);
        }
    }

    private ScanResult Read(string answer)
    {
        const string Stream = "stream: ";
        const string Found = " FOUND";
        if (answer == "stream: OK")
        {
            return new ScanResult(FileScan.Clean, null);
        }

        if (answer.StartsWith(Stream, StringComparison.Ordinal) && answer.EndsWith(Found, StringComparison.Ordinal))
        {
            return new ScanResult(FileScan.Infected, answer[Stream.Length..^Found.Length]);
        }

        log.LogWarning("The scanner of files answered {Answer}", answer);
        return new ScanResult(FileScan.Pending, null);
    }

    private async Task<string> AskAsync(Stream content, CancellationToken cancel)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(options.Value.ScannerHost, options.Value.ScannerPort, cancel);
        await using var line = socket.GetStream();
        await line.WriteAsync("zINSTREAM\0"u8.ToArray(), cancel);
        var piece = new byte[4 + Piece];
        int read;
        while ((read = await content.ReadAsync(piece.AsMemory(4), cancel)) > 0)
        {
            BinaryPrimitives.WriteInt32BigEndian(piece, read);
            await line.WriteAsync(piece.AsMemory(0, 4 + read), cancel);
        }

        await line.WriteAsync(new byte[4], cancel);
        using var answer = new StreamReader(line, Encoding.ASCII);
        return (await answer.ReadToEndAsync(cancel)).TrimEnd('\0', '\n');
    }
}
