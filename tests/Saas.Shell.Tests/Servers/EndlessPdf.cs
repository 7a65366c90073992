namespace Saas.Shell.Tests.Servers;

/// <summary>What begins as a PDF and goes on for so many bytes, made as it is read.</summary>
internal sealed class EndlessPdf(long size) : Stream
{
    private static readonly byte[] Start = "%PDF-1.7 "u8.ToArray();

    public int MostAtOnce { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get; set; }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        MostAtOnce = Math.Max(MostAtOnce, buffer.Length);
        var read = (int)Math.Min(buffer.Length, size - Position);
        buffer[..read].Fill((byte)'a');
        if (Position == 0)
        {
            Start.CopyTo(buffer);
        }

        Position += read;
        return read;
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => ValueTask.FromResult(Read(buffer.Span));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
