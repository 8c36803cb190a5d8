using System.Text;

namespace ParIndex.Application.Reading;

/// <summary>What people send instead of a table.</summary>
internal enum FileSort
{
    Pdf,
    Png,
    Jpeg,
    Gif,
    Rtf,
    Mhtml,

    /// <summary>Packed in a way that is not opened.</summary>
    Archive,

    /// <summary>A workbook under a password.</summary>
    LockedXlsx,
    Doc,
    Xls,
    Docx,
    Xlsb,

    /// <summary>A package that is no workbook.</summary>
    Zip,
}

/// <summary>Recognises by their first bytes the files people send by mistake, to name them in the refusal.</summary>
internal static class FileSignature
{
    private static readonly (byte[] Start, FileSort Sort)[] ForeignFiles =
    [
        ("%PDF"u8.ToArray(), FileSort.Pdf),
        ([0x89, 0x50, 0x4E, 0x47], FileSort.Png),
        ([0xFF, 0xD8, 0xFF], FileSort.Jpeg),
        ("GIF8"u8.ToArray(), FileSort.Gif),
        ("{\\rtf"u8.ToArray(), FileSort.Rtf),
        ("MIME-Version:"u8.ToArray(), FileSort.Mhtml),
        ("From: <Saved"u8.ToArray(), FileSort.Mhtml),
        ([0x1F, 0x8B], FileSort.Archive),
        ("Rar!"u8.ToArray(), FileSort.Archive),
        ([0x37, 0x7A, 0xBC, 0xAF], FileSort.Archive),
    ];

    private static readonly byte[] CompoundFile = [0xD0, 0xCF, 0x11, 0xE0];

    internal static bool IsZip(ReadOnlySpan<byte> content) => content.StartsWith("PK"u8) && content.Length > 3 && content[2] < 0x20;

    /// <summary>What the file is, when it is certainly none of the accepted kinds.</summary>
    internal static FileSort? Foreign(ReadOnlySpan<byte> content)
    {
        if (content.StartsWith(CompoundFile))
        {
            return OldOfficeFile(content);
        }

        foreach (var (start, sort) in ForeignFiles)
        {
            if (content.StartsWith(start))
            {
                return sort;
            }
        }

        return null;
    }

    /// <summary>The names of the streams inside are in UTF-16.</summary>
    private static FileSort OldOfficeFile(ReadOnlySpan<byte> content)
    {
        if (Contains(content, "EncryptedPackage"))
        {
            return FileSort.LockedXlsx;
        }

        return Contains(content, "WordDocument") ? FileSort.Doc : FileSort.Xls;
    }

    private static bool Contains(ReadOnlySpan<byte> content, string name) => content.IndexOf(Encoding.Unicode.GetBytes(name)) >= 0;
}
