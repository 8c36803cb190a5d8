using System.Globalization;
using System.Text;

namespace ParIndex.Application.Seeding.Demo;

/// <summary>
/// The signed reports of the demonstration: one page of PDF, the same bytes every time. The title in its properties is
/// the full one; the page itself shows what the fonts that every reader of PDF has can write.
/// </summary>
internal static class DemoReport
{
    /// <summary>A page.</summary>
    /// <param name="title">The title, in any letters.</param>
    /// <param name="lines">The lines of the page, in letters of Latin-1.</param>
    public static byte[] Write(string title, params IReadOnlyList<string> lines)
    {
        var page = string.Join('\n', lines.Select((line, i) => string.Create(CultureInfo.InvariantCulture, $"BT /F1 {(i == 0 ? 22 : 14)} Tf 72 {740 - (32 * i)} Td ({Escaped(line)}) Tj ET")));
        string[] objects =
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 4 0 R >> >> /Contents 5 0 R >>",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
            string.Create(CultureInfo.InvariantCulture, $"<< /Length {Encoding.Latin1.GetByteCount(page)} >>\nstream\n{page}\nendstream"),
            $"<< /Title <FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(title))}> >>",
        ];

        var text = new StringBuilder("%PDF-1.4\n");
        var offsets = new List<int>();
        for (var i = 0; i < objects.Length; i++)
        {
            offsets.Add(text.Length);
            text.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }

        // One byte for each letter, so that lengths of the text are offsets in the file.
        var start = text.Length;
        text.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n");
        offsets.ForEach(offset => text.Append(CultureInfo.InvariantCulture, $"{offset:0000000000} 00000 n \n"));
        text.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {objects.Length + 1} /Root 1 0 R /Info 6 0 R >>\nstartxref\n{start}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(text.ToString());
    }

    private static string Escaped(string line) =>
        line.Replace("\\", @"\\", StringComparison.Ordinal).Replace("(", @"\(", StringComparison.Ordinal).Replace(")", @"\)", StringComparison.Ordinal);
}
