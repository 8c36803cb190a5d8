using System.Globalization;
using System.Text;

namespace ParIndex.Application.Seeding.Demo;

/// <summary>
/// The reports of the demonstration: pages of PDF, the same bytes every time. The title in its properties is the full one; the
/// pages themselves show what the fonts that every reader of PDF has can write.
/// </summary>
internal static class DemoReport
{
    /// <summary>One page.</summary>
    /// <param name="title">The title, in any letters.</param>
    /// <param name="lines">The lines of the page, in letters of Latin-1.</param>
    public static byte[] Write(string title, params IReadOnlyList<string> lines) => Write(title, 1, lines);

    /// <summary>Pages that differ by their number alone, which stands below.</summary>
    /// <param name="title">The title, in any letters.</param>
    /// <param name="pages">How many.</param>
    /// <param name="lines">The lines of each, in letters of Latin-1.</param>
    public static byte[] Write(string title, int pages, IReadOnlyList<string> lines)
    {
        const int before = 4;
        List<string> objects =
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            string.Create(CultureInfo.InvariantCulture, $"<< /Type /Pages /Kids [{string.Join(' ', Enumerable.Range(0, pages).Select(page => $"{before + 1 + (2 * page)} 0 R"))}] /Count {pages} >>"),
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
            $"<< /Title <FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(title))}> >>",
        ];
        for (var page = 1; page <= pages; page++)
        {
            var drawn = Drawn(pages == 1 ? lines : [.. lines, $"{page} / {pages}"]);
            objects.Add(string.Create(CultureInfo.InvariantCulture, $"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents {objects.Count + 2} 0 R >>"));
            objects.Add(string.Create(CultureInfo.InvariantCulture, $"<< /Length {Encoding.Latin1.GetByteCount(drawn)} >>\nstream\n{drawn}\nendstream"));
        }

        var text = new StringBuilder("%PDF-1.4\n");
        var offsets = new List<int>();
        for (var i = 0; i < objects.Count; i++)
        {
            offsets.Add(text.Length);
            text.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }

        // One byte for each letter, so that lengths of the text are offsets in the file.
        var start = text.Length;
        text.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n");
        offsets.ForEach(offset => text.Append(CultureInfo.InvariantCulture, $"{offset:0000000000} 00000 n \n"));
        text.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {objects.Count + 1} /Root 1 0 R /Info 4 0 R >>\nstartxref\n{start}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(text.ToString());
    }

    private static string Drawn(IReadOnlyList<string> lines) =>
        string.Join('\n', lines.Select((line, i) => string.Create(CultureInfo.InvariantCulture, $"BT /F1 {(i == 0 ? 22 : 14)} Tf 72 {740 - (32 * i)} Td ({Escaped(line)}) Tj ET")));

    private static string Escaped(string line) =>
        line.Replace("\\", @"\\", StringComparison.Ordinal).Replace("(", @"\(", StringComparison.Ordinal).Replace(")", @"\)", StringComparison.Ordinal);
}
