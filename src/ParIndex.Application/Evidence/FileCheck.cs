using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using System.Xml;
using ParIndex.Application.Reading;
using ParIndex.Domain;
using ParIndex.Domain.Evidence;

namespace ParIndex.Application.Evidence;

/// <summary>
/// Tells what a file is by its content and refuses what is not taken: anything but PDF, DOCX, XLSX, JPEG and PNG;
/// packages with macros; packages that unpack beyond measure.
/// </summary>
public static class FileCheck
{
    /// <summary>What is accepted, for people.</summary>
    public const string Accepted = "Chấp nhận tệp PDF, DOCX, XLSX, JPEG hoặc PNG, tối đa 20 MB mỗi tệp";

    /// <summary>The refusal of a large file.</summary>
    public const string TooLarge = "Tệp lớn hơn 20 MB. Hãy giảm độ phân giải bản quét hoặc tách thành nhiều tệp.";

    private const int PdfTail = 2048;

    /// <summary>Wider or higher pictures are made to exhaust whoever opens them.</summary>
    private const int MostPixels = 50_000;

    private static ReadOnlySpan<byte> Png => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    private static ReadOnlySpan<byte> Zip => [0x50, 0x4B, 0x03, 0x04];

    private static ReadOnlySpan<byte> OldOffice => [0xD0, 0xCF, 0x11, 0xE0];

    /// <summary>The kind of a file.</summary>
    /// <param name="content">Its bytes, seekable.</param>
    /// <exception cref="FileRefusedException">It is of none of the kinds, damaged or hostile.</exception>
    public static FileKind KindOf(Stream content)
    {
        ArgumentNullException.ThrowIfNull(content);
        var head = new byte[8];
        content.Position = 0;
        // A shorter file leaves noughts behind, with which none of the kinds begins.
        _ = content.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        try
        {
            return head switch
            {
                _ when head.AsSpan().StartsWith("%PDF-"u8) => CheckPdf(content),
                _ when head.AsSpan().StartsWith(Png) => CheckPng(content),
                [0xFF, 0xD8, 0xFF, ..] => CheckJpeg(content),
                _ when head.AsSpan().StartsWith(Zip) => CheckPackage(content),
                _ when head.AsSpan().StartsWith(OldOffice) => throw Refused(UploadWords.OldOffice()),
                _ => throw Refused(UploadWords.OtherKind()),
            };
        }
        catch (Exception damaged) when (damaged is EndOfStreamException or InvalidDataException or XmlException)
        {
            throw Refused(UploadWords.CutShort(), damaged);
        }
    }

    /// <summary>Header and trailer; an encrypted document is a document.</summary>
    private static FileKind CheckPdf(Stream content)
    {
        var tail = new byte[Math.Min(PdfTail, content.Length)];
        content.Seek(-tail.Length, SeekOrigin.End);
        content.ReadExactly(tail);
        return tail.AsSpan().IndexOf("%%EOF"u8) >= 0 && tail.AsSpan().IndexOf("startxref"u8) >= 0
            ? FileKind.Pdf
            : throw Refused(UploadWords.PdfCutShort());
    }

    /// <summary>The chunks from the header to the end mark.</summary>
    private static FileKind CheckPng(Stream content)
    {
        content.Position = Png.Length;
        Span<byte> chunk = stackalloc byte[8];
        Span<byte> size = stackalloc byte[8];
        for (var isFirst = true; ; isFirst = false)
        {
            content.ReadExactly(chunk);
            var length = BinaryPrimitives.ReadUInt32BigEndian(chunk);
            var next = content.Position + length + sizeof(uint);
            if (isFirst)
            {
                Require(chunk[4..].SequenceEqual("IHDR"u8) && length == 13);
                content.ReadExactly(size);
                RequireSize(BinaryPrimitives.ReadUInt32BigEndian(size), BinaryPrimitives.ReadUInt32BigEndian(size[4..]));
            }

            Require(next <= content.Length);
            if (chunk[4..].SequenceEqual("IEND"u8))
            {
                return FileKind.Png;
            }

            content.Position = next;
        }
    }

    /// <summary>The segments up to the picture's data; one of them states its size.</summary>
    private static FileKind CheckJpeg(Stream content)
    {
        content.Position = 2;
        Span<byte> segment = stackalloc byte[4];
        Span<byte> frame = stackalloc byte[5];
        var hasFrame = false;
        while (true)
        {
            content.ReadExactly(segment[..2]);
            Require(segment[0] == 0xFF);
            while (segment[1] == 0xFF)
            {
                content.ReadExactly(segment[1..2]);
            }

            if (segment[1] == 0xDA)
            {
                Require(hasFrame);
                return FileKind.Jpeg;
            }

            content.ReadExactly(segment[2..]);
            var length = BinaryPrimitives.ReadUInt16BigEndian(segment[2..]);
            var next = content.Position + length - 2;
            Require(length >= 2 && next <= content.Length);
            if (segment[1] is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                content.ReadExactly(frame);
                RequireSize(BinaryPrimitives.ReadUInt16BigEndian(frame[3..]), BinaryPrimitives.ReadUInt16BigEndian(frame[1..]));
                hasFrame = true;
            }

            content.Position = next;
        }
    }

    private static FileKind CheckPackage(Stream content)
    {
        try
        {
            var kind = KindOfPackage(content);
            content.Position = 0;
            WorkbookPackage.Check(content, kind == FileKind.Docx ? WorkbookPackage.Document : WorkbookPackage.Workbook);
            return kind;
        }
        catch (UnreadableTableException refusal)
        {
            throw Refused(UploadWords.PackageUnfit(), refusal);
        }
    }

    private static FileKind KindOfPackage(Stream content)
    {
        using var package = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
        if (package.Entries.Any(entry => IsMacro(entry.FullName)) || DeclaresMacros(package))
        {
            throw Refused(UploadWords.HasMacros());
        }

        return package.GetEntry("[Content_Types].xml") is null ? throw NoOfficeFile()
            : package.GetEntry(WorkbookPackage.Document) is not null ? FileKind.Docx
            : package.GetEntry(WorkbookPackage.Workbook) is not null ? FileKind.Xlsx
            : throw NoOfficeFile();
    }

    private static FileRefusedException NoOfficeFile() => Refused(UploadWords.NoOfficeFile());

    private static bool IsMacro(string name) =>
        name.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)
        || name.Contains("/macrosheets/", StringComparison.OrdinalIgnoreCase)
        || name.Contains("/activeX/", StringComparison.OrdinalIgnoreCase);

    /// <summary>The list of parts says so even where the macros' part has another name.</summary>
    private static bool DeclaresMacros(ZipArchive package)
    {
        if (package.GetEntry("[Content_Types].xml") is not { } types)
        {
            return false;
        }

        using var text = new StreamReader(types.Open(), Encoding.UTF8);
        // The list of an honest package is a few kilobytes; what lies behind is counted by the check that follows.
        var start = new char[256 * 1024];
        var read = text.ReadBlock(start);
        return new ReadOnlySpan<char>(start, 0, read) is var list
            && (list.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase) || list.Contains("vbaProject", StringComparison.OrdinalIgnoreCase));
    }

    private static void RequireSize(uint width, uint height) => Require(width is > 0 and <= MostPixels && height is > 0 and <= MostPixels);

    private static void Require(bool holds)
    {
        if (!holds)
        {
            throw Refused(UploadWords.PictureDamaged());
        }
    }

    private static FileRefusedException Refused(Finding why, Exception? cause = null) => new(FileRefusal.File, why, cause);
}
