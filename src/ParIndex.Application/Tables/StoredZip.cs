using System.Buffers.Binary;
using System.IO.Hashing;
using System.Text;

namespace ParIndex.Application.Tables;

/// <summary>
/// A ZIP of files as they are, uncompressed: every byte of it follows from their names and contents, today and by any later
/// version, so that a byte that was changed shows. Servers compress it on the way.
/// </summary>
internal static class StoredZip
{
    private const uint LocalHeader = 0x04034b50, CentralHeader = 0x02014b50, End = 0x06054b50;

    // Version 2.0, names in UTF-8, stored; midnight of the first day an archive can name.
    private const ushort Version = 20, Utf8 = 1 << 11, Stored = 0, Time = 0, Day = (1 << 5) | 1;

    /// <summary>The archive.</summary>
    /// <param name="files">The files in their order.</param>
    /// <exception cref="OverflowException">It would be too large for a plain ZIP.</exception>
    public static byte[] Write(IReadOnlyList<(string Path, byte[] Content)> files)
    {
        using var output = new MemoryStream();
        using var central = new MemoryStream();
        foreach (var (path, content) in files)
        {
            var (name, offset, crc) = (Encoding.UTF8.GetBytes(path), checked((uint)output.Position), Crc32.HashToUInt32(content));
            Put(output, LocalHeader);
            Common(output, name, crc, content.Length);
            Put(output, (ushort)0);
            output.Write(name);
            output.Write(content);

            Put(central, CentralHeader);
            Put(central, Version);
            Common(central, name, crc, content.Length);
            // No extra field, comment, disk or attributes.
            Put(central, (ushort)0);
            Put(central, (ushort)0);
            Put(central, (ushort)0);
            Put(central, (ushort)0);
            Put(central, 0u);
            Put(central, offset);
            central.Write(name);
        }

        var start = checked((uint)output.Position);
        central.WriteTo(output);
        Put(output, End);
        Put(output, 0u);
        Put(output, checked((ushort)files.Count));
        Put(output, checked((ushort)files.Count));
        Put(output, checked((uint)central.Length));
        Put(output, start);
        Put(output, (ushort)0);
        return output.ToArray();
    }

    /// <summary>What both headers say of a file, up to the length of its name.</summary>
    private static void Common(MemoryStream output, byte[] name, uint crc, int length)
    {
        Put(output, Version);
        Put(output, Utf8);
        Put(output, Stored);
        Put(output, Time);
        Put(output, Day);
        Put(output, crc);
        Put(output, (uint)length);
        Put(output, (uint)length);
        Put(output, checked((ushort)name.Length));
    }

    private static void Put(MemoryStream output, ushort value)
    {
        Span<byte> bytes = stackalloc byte[sizeof(ushort)];
        BinaryPrimitives.WriteUInt16LittleEndian(bytes, value);
        output.Write(bytes);
    }

    private static void Put(MemoryStream output, uint value)
    {
        Span<byte> bytes = stackalloc byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, value);
        output.Write(bytes);
    }
}
