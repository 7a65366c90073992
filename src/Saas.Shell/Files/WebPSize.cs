using System.Buffers.Binary;

namespace Saas.Shell.Files;

/// <summary>Reads width and height of a WebP (RFC 9649) from its first chunk.</summary>
internal static class WebPSize
{
    private const int Needed = 30;

    /// <summary>Null for what is no WebP.</summary>
    public static PictureSize? Of(ReadOnlySpan<byte> picture)
    {
        if (picture.Length < Needed || !picture.StartsWith("RIFF"u8) || !picture[8..12].SequenceEqual("WEBP"u8))
        {
            return null;
        }

        // Widths and heights are kept less one, on 24 bits (extended) or on 14 (without loss); as they are, on 14, with loss.
        var chunk = picture[12..16];
        if (chunk.SequenceEqual("VP8X"u8))
        {
            return new PictureSize(1 + Read24(picture[24..]), 1 + Read24(picture[27..]));
        }

        if (chunk.SequenceEqual("VP8L"u8))
        {
            var bits = BinaryPrimitives.ReadUInt32LittleEndian(picture[21..]);
            return new PictureSize(1 + (int)(bits & 0x3fff), 1 + (int)((bits >> 14) & 0x3fff));
        }

        return chunk.SequenceEqual("VP8 "u8)
            ? new PictureSize(BinaryPrimitives.ReadUInt16LittleEndian(picture[26..]) & 0x3fff, BinaryPrimitives.ReadUInt16LittleEndian(picture[28..]) & 0x3fff)
            : null;
    }

    private static int Read24(ReadOnlySpan<byte> bytes) => bytes[0] | (bytes[1] << 8) | (bytes[2] << 16);
}
