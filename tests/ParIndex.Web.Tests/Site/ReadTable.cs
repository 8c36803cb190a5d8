using System.IO.Compression;
using System.Text;
using System.Xml.Linq;

namespace ParIndex.Web.Tests.Site;

/// <summary>A table as a test reads it from a file: headings and rows of texts, numbers as they are written.</summary>
/// <param name="Headers">The headings.</param>
/// <param name="Rows">The rows, each as long as the headings.</param>
public sealed record ReadTable(IReadOnlyList<string> Headers, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    /// <summary>A cell.</summary>
    public string this[int row, string header] => Rows[row][Headers.ToList().IndexOf(header)];

    /// <summary>A column.</summary>
    public IReadOnlyList<string> Column(string header) => [.. Enumerable.Range(0, Rows.Count).Select(row => this[row, header])];

    /// <summary>A CSV file, by RFC 4180.</summary>
    public static ReadTable OfCsv(byte[] file, char delimiter = ',')
    {
        var text = new UTF8Encoding(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true).GetString(file).TrimStart('\uFEFF');
        List<List<string>> rows = [[]];
        var cell = new StringBuilder();
        var quoted = false;
        for (var place = 0; place < text.Length; place++)
        {
            var letter = text[place];
            if (quoted)
            {
                if (letter != '"')
                {
                    cell.Append(letter);
                }
                else if (place + 1 < text.Length && text[place + 1] == '"')
                {
                    cell.Append(text[++place]);
                }
                else
                {
                    quoted = false;
                }
            }
            else if (letter == '"')
            {
                quoted = true;
            }
            else if (letter == delimiter || letter == '\n')
            {
                rows[^1].Add(cell.ToString());
                cell.Clear();
                if (letter == '\n')
                {
                    rows.Add([]);
                }
            }
            else
            {
                cell.Append(letter);
            }
        }

        rows.RemoveAt(rows.Count - 1);
        Assert.All(rows, row => Assert.Equal(rows[0].Count, row.Count));
        return new(rows[0], [.. rows.Skip(1)]);
    }

    /// <summary>A sheet of a workbook, the cover being 1.</summary>
    public static ReadTable OfSheet(byte[] file, int number)
    {
        XNamespace ns = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        using var zip = new ZipArchive(new MemoryStream(file));
        using var part = zip.GetEntry($"xl/worksheets/sheet{number}.xml")!.Open();
        var rows = XDocument.Load(part).Descendants(ns + "row").Select(row => row.Elements(ns + "c").ToDictionary(
            cell => new string([.. cell.Attribute("r")!.Value.TakeWhile(char.IsLetter)]),
            cell => cell.Element(ns + "is")?.Value ?? cell.Element(ns + "v")?.Value ?? "", StringComparer.Ordinal)).ToList();
        var columns = rows[0].Keys.ToList();
        return new([.. rows[0].Values], [.. rows.Skip(1).Select(row => columns.Select(column => row.GetValueOrDefault(column, "")).ToList())]);
    }
}
