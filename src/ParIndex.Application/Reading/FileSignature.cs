using System.Text;

namespace ParIndex.Application.Reading;

/// <summary>Recognises by their first bytes the files people send by mistake, to name them in the refusal.</summary>
internal static class FileSignature
{
    private static readonly (byte[] Start, string Name)[] ForeignFiles =
    [
        ("%PDF"u8.ToArray(), "Tệp PDF"),
        ([0x89, 0x50, 0x4E, 0x47], "Tệp ảnh PNG"),
        ([0xFF, 0xD8, 0xFF], "Tệp ảnh JPEG"),
        ("GIF8"u8.ToArray(), "Tệp ảnh GIF"),
        ("{\\rtf"u8.ToArray(), "Tệp RTF"),
        ("MIME-Version:"u8.ToArray(), "Trang web lưu dạng một tệp MHTML"),
        ("From: <Saved"u8.ToArray(), "Trang web lưu dạng một tệp MHTML"),
        ([0x1F, 0x8B], "Tệp nén"),
        ("Rar!"u8.ToArray(), "Tệp nén"),
        ([0x37, 0x7A, 0xBC, 0xAF], "Tệp nén"),
    ];

    private static readonly byte[] CompoundFile = [0xD0, 0xCF, 0x11, 0xE0];

    internal static bool IsZip(ReadOnlySpan<byte> content) => content.StartsWith("PK"u8) && content.Length > 3 && content[2] < 0x20;

    /// <summary>What the file is, when it is certainly none of the accepted kinds.</summary>
    internal static string? Foreign(ReadOnlySpan<byte> content)
    {
        if (content.StartsWith(CompoundFile))
        {
            return OldOfficeFile(content);
        }

        foreach (var (start, name) in ForeignFiles)
        {
            if (content.StartsWith(start))
            {
                return name;
            }
        }

        return null;
    }

    /// <summary>The names of the streams inside are in UTF-16.</summary>
    private static string OldOfficeFile(ReadOnlySpan<byte> content)
    {
        if (Contains(content, "EncryptedPackage"))
        {
            return "Tệp Excel có mật khẩu";
        }

        return Contains(content, "WordDocument") ? "Tệp Word (.doc)" : "Tệp Excel kiểu cũ (.xls)";
    }

    private static bool Contains(ReadOnlySpan<byte> content, string name) => content.IndexOf(Encoding.Unicode.GetBytes(name)) >= 0;
}
