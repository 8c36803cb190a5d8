using System.IO.Compression;
using System.Xml.Linq;
using CsvHelper;
using CsvHelper.Configuration;
using System.Globalization;
using System.Text;

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

    /// <summary>A CSV file.</summary>
    public static ReadTable OfCsv(byte[] file, string delimiter = ",")
    {
        using var parser = new CsvParser(new StreamReader(new MemoryStream(file), Encoding.UTF8), new CsvConfiguration(CultureInfo.InvariantCulture) { Delimiter = delimiter });
        List<string[]> rows = [];
        while (parser.Read())
        {
            rows.Add([.. parser.Record!]);
        }

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
