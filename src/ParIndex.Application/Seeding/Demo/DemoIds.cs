using System.Security.Cryptography;
using System.Text;
using ParIndex.Application.Data;
using ParIndex.Domain.Evidence;

namespace ParIndex.Application.Seeding.Demo;

/// <summary>Gives rows of the demonstration keys that follow from their names, so that addresses stay the same when it is made anew.</summary>
internal sealed class DemoIds(ParIndexDb db)
{
    /// <summary>Sets the key of a row that is not yet saved, and its version where it has one.</summary>
    public T Fix<T>(T row, string name)
        where T : class
    {
        var entry = db.Entry(row);
        entry.Property("Id").CurrentValue = Of($"{typeof(T).Name}/{name}");
        if (entry.Metadata.FindProperty("Version") is not null)
        {
            entry.Property("Version").CurrentValue = Of($"{typeof(T).Name}/{name}/version");
        }

        return row;
    }

    /// <summary>Sets the key of a file's row, and its name in the store, which is random elsewhere.</summary>
    public StoredFile FixStored(StoredFile file, string name)
    {
        Fix(file, name);
        db.Entry(file).Property(row => row.StoreName).CurrentValue = Of($"StoredFile/{name}/store").ToString("N");
        return file;
    }

    /// <summary>A key from a name: the first half of its SHA-256, marked as version 8 (RFC 9562: custom).</summary>
    public static Guid Of(string name)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes("parindex-demo/" + name)).AsSpan(0, 16).ToArray();
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
