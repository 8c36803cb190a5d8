using System.IO.Compression;
using System.Xml;

namespace ParIndex.Application.Reading;

/// <summary>
/// Opens an XLSX or DOCX package far enough to know that it is one and that unpacking it is harmless. What is unpacked is
/// counted, not believed.
/// </summary>
internal static class WorkbookPackage
{
    private const int MostEntries = 2_000;
    private const long MostUnpacked = 100L * 1024 * 1024;
    private const int MostRatio = 100;

    /// <summary>Small packages may well be packed a hundredfold; they do no harm.</summary>
    private const long RatioFrom = 1024 * 1024;

    /// <summary>What an XLSX holds and a DOCX does not, and the other way round.</summary>
    internal const string Workbook = "xl/workbook.xml";

    internal const string Document = "word/document.xml";

    /// <summary>Deeper markup is not written by people, and costs its readers their stack.</summary>
    private const int MostDepth = 256;

    internal static void Check(byte[] content, string mainPart = Workbook, string accepted = SourceTableReader.Accepted) =>
        Check(new MemoryStream(content, writable: false), mainPart, accepted);

    /// <summary>The same of bytes that are not in memory.</summary>
    internal static void Check(Stream content, string mainPart, string accepted = SourceTableReader.Accepted)
    {
        try
        {
            using var package = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            CheckKind(package, mainPart, accepted);
            CheckParts(package, content.Length);
        }
        catch (Exception damaged) when (damaged is InvalidDataException or IOException or XmlException or NotSupportedException)
        {
            throw UnreadableTableException.Of(mainPart == Document ? ReadingWords.ForbiddenDocument() : ReadingWords.ForbiddenWorkbook(), cause: damaged);
        }
    }

    /// <summary>Whether a package has a part; damaged ones have none.</summary>
    internal static bool Has(byte[] content, string part)
    {
        try
        {
            using var package = new ZipArchive(new MemoryStream(content, writable: false), ZipArchiveMode.Read);
            return package.GetEntry(part) is not null;
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    private static void CheckKind(ZipArchive package, string mainPart, string accepted)
    {
        if (package.Entries.Count > MostEntries)
        {
            throw UnreadableTableException.Of(ReadingWords.TooManyParts(MostEntries, accepted));
        }

        if (package.GetEntry(mainPart) is null)
        {
            throw UnreadableTableException.Of(ReadingWords.OtherKind(Kind(package), accepted));
        }
    }

    private static FileSort Kind(ZipArchive package)
    {
        if (package.GetEntry(Document) is not null)
        {
            return FileSort.Docx;
        }

        return package.GetEntry("xl/workbook.bin") is not null ? FileSort.Xlsb : FileSort.Zip;
    }

    private static void CheckParts(ZipArchive package, long packed)
    {
        var most = Math.Min(MostUnpacked, Math.Max(RatioFrom, packed * MostRatio));
        var unpacked = 0L;
        foreach (var part in package.Entries)
        {
            using var counted = new CountingStream(part.Open(), most - unpacked);
            if (IsXml(part.FullName))
            {
                ReadXml(counted);
            }

            counted.ReadToEnd();
            unpacked += counted.Count;
        }
    }

    private static bool IsXml(string name) =>
        name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase);

    private static void ReadXml(Stream part)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };
        using var xml = XmlReader.Create(part, settings);
        while (xml.Read())
        {
            // Reading is the check: a document type definition or broken markup throws.
            if (xml.Depth > MostDepth)
            {
                throw new InvalidDataException("markup nested too deeply");
            }
        }
    }

    private sealed class CountingStream(Stream inner, long most) : Stream
    {
        internal long Count { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => Count;
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            var read = inner.Read(buffer);
            Count += read;
            return Count <= most ? read : throw UnreadableTableException.Of(ReadingWords.UnpacksTooLarge());
        }

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        internal void ReadToEnd()
        {
            Span<byte> buffer = stackalloc byte[8192];
            while (Read(buffer) > 0)
            {
                // Counted by Read.
            }
        }

        protected override void Dispose(bool disposing)
        {
            inner.Dispose();
            base.Dispose(disposing);
        }
    }
}
