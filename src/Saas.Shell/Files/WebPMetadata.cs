using System.Buffers.Binary;

namespace Saas.Shell.Files;

/// <summary>
/// Takes out of a WebP (RFC 9649) what a camera wrote beside the picture: place, date, names. libvips 8.14 keeps it whatever it is told.
/// The colour profile stays.
/// </summary>
internal static class WebPMetadata
{
    private const int HeaderBytes = 12;
    private const int ChunkHeaderBytes = 8;

    /// <summary>In the flags of VP8X: there is XMP, there is Exif.</summary>
    private const byte Announced = 0x04 | 0x08;

    public static byte[] Without(ReadOnlySpan<byte> picture)
    {
        var kept = new List<byte>(picture.Length);
        kept.AddRange(picture[..HeaderBytes]);
        for (var rest = picture[HeaderBytes..]; rest.Length >= ChunkHeaderBytes;)
        {
            var size = BinaryPrimitives.ReadUInt32LittleEndian(rest[4..]);
            var length = (int)Math.Min(rest.Length, ChunkHeaderBytes + size + (size % 2));
            if (!rest.StartsWith("EXIF"u8) && !rest.StartsWith("XMP "u8))
            {
                var flags = rest.StartsWith("VP8X"u8) ? kept.Count + ChunkHeaderBytes : -1;
                kept.AddRange(rest[..length]);
                if (flags >= 0)
                {
                    kept[flags] &= unchecked((byte)~Announced);
                }
            }

            rest = rest[length..];
        }

        var result = kept.ToArray();
        BinaryPrimitives.WriteUInt32LittleEndian(result.AsSpan(4), (uint)(result.Length - 8));
        return result;
    }
}
