using System.IO.Compression;
using System.Security;
using System.Text;

namespace ParIndex.Application.Tests.Imports.Reading;

/// <summary>A workbook written as its own markup, for what office programs write and our writer never does.</summary>
internal sealed class RawWorkbook
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private readonly List<(string Name, string State, string Before, string Rows, string After)> _sheets = [];
    private readonly List<(string Name, string Content)> _parts = [];
    private string _main = Main;
    private string _relations = Relations;

    /// <summary>Style 1 is struck out, 2 is 0.00 %, 3 is 00000, 4 shows nothing, 5 is "CB-"0000.</summary>
    private const string Styles = "<numFmts count=\"3\"><numFmt numFmtId=\"164\" formatCode=\"00000\"/><numFmt numFmtId=\"165\" formatCode=\";;;\"/><numFmt numFmtId=\"166\" formatCode=\"&quot;CB-&quot;0000\"/></numFmts>"
        + "<fonts count=\"2\"><font/><font><strike/></font></fonts><fills count=\"1\"><fill/></fills><borders count=\"1\"><border/></borders><cellStyleXfs count=\"1\"><xf/></cellStyleXfs>"
        + "<cellXfs count=\"6\"><xf numFmtId=\"0\" fontId=\"0\"/><xf numFmtId=\"0\" fontId=\"1\"/><xf numFmtId=\"10\" fontId=\"0\"/><xf numFmtId=\"164\" fontId=\"0\"/><xf numFmtId=\"165\" fontId=\"0\"/><xf numFmtId=\"166\" fontId=\"0\"/></cellXfs>";

    /// <summary>A sheet of rows; a cell is text, a number, or markup that begins with a less-than sign, with # for its reference.</summary>
    public RawWorkbook Sheet(string name, params object?[][] rows) => Sheet(name, "", "", rows);

    /// <summary>The same with markup before and after the rows.</summary>
    public RawWorkbook Sheet(string name, string before, string after, params object?[][] rows)
    {
        _sheets.Add((name, "visible", before, string.Concat(rows.Select((row, i) => Row(row, i + 1))), after));
        return this;
    }

    public RawWorkbook Part(string name, string content)
    {
        _parts.Add((name, content));
        return this;
    }

    public RawWorkbook Strict()
    {
        (_main, _relations) = ("http://purl.oclc.org/ooxml/spreadsheetml/main", "http://purl.oclc.org/ooxml/officeDocument/relationships");
        return this;
    }

    public byte[] Bytes()
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            var sheets = _sheets.Select((sheet, i) => (sheet, Number: i + 1)).ToList();
            Write(zip, "[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/></Types>");
            Write(zip, "_rels/.rels", Related([("rId1", "officeDocument", "xl/workbook.xml")]));
            Write(zip, "xl/workbook.xml", $"<workbook xmlns=\"{_main}\" xmlns:r=\"{_relations}\"><sheets>{string.Concat(sheets.Select(entry => $"<sheet name=\"{SecurityElement.Escape(entry.sheet.Name)}\" sheetId=\"{entry.Number}\" r:id=\"rId{entry.Number}\"/>"))}</sheets></workbook>");
            Write(zip, "xl/_rels/workbook.xml.rels", Related([.. sheets.Select(entry => ($"rId{entry.Number}", "worksheet", $"worksheets/sheet{entry.Number}.xml")), ("rId90", "styles", "styles.xml")]));
            Write(zip, "xl/styles.xml", $"<styleSheet xmlns=\"{_main}\">{Styles}</styleSheet>");
            foreach (var ((_, _, before, rows, after), number) in sheets)
            {
                Write(zip, $"xl/worksheets/sheet{number}.xml", $"<worksheet xmlns=\"{_main}\">{before}<sheetData>{rows}</sheetData>{after}</worksheet>");
            }

            foreach (var (name, content) in _parts)
            {
                Write(zip, name, content);
            }
        }

        return stream.ToArray();
    }

    /// <summary>A number or text under a style.</summary>
    public static string Styled(int style, string value) => $"<c r=\"#\" s=\"{style}\"><v>{value}</v></c>";

    /// <summary>A formula with the value stored with it, or none.</summary>
    public static string Formula(string formula, string? value = null, int style = 0) => $"<c r=\"#\" s=\"{style}\"><f>{formula}</f>{(value is null ? "" : $"<v>{value}</v>")}</c>";

    /// <summary>Text in runs, each with the properties of its font.</summary>
    public static string Runs(params (string Font, string Text)[] runs) =>
        $"<c r=\"#\" t=\"inlineStr\"><is>{string.Concat(runs.Select(run => $"<r>{(run.Font.Length > 0 ? $"<rPr>{run.Font}</rPr>" : "")}<t xml:space=\"preserve\">{run.Text}</t></r>"))}</is></c>";

    /// <summary>A row that is hidden.</summary>
    public static object?[] HiddenRow(params object?[] cells) => ["hidden", .. cells];

    private string Related((string Id, string Type, string Target)[] relations) =>
        $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{string.Concat(relations.Select(relation => $"<Relationship Id=\"{relation.Id}\" Type=\"{_relations}/{relation.Type}\" Target=\"{relation.Target}\"/>"))}</Relationships>";

    private static string Row(object?[] cells, int number)
    {
        var hidden = cells is ["hidden", ..];
        var shown = hidden ? cells[1..] : cells;
        return $"<row r=\"{number}\"{(hidden ? " hidden=\"1\"" : "")}>{string.Concat(shown.Select((cell, i) => Cell(cell, $"{(char)('A' + i)}{number}")))}</row>";
    }

    private static string Cell(object? cell, string reference) => cell switch
    {
        null => "",
        string markup when markup.StartsWith("<c ", StringComparison.Ordinal) => markup.Replace("r=\"#\"", $"r=\"{reference}\"", StringComparison.Ordinal),
        string text => $"<c r=\"{reference}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{SecurityElement.Escape(text)}</t></is></c>",
        _ => $"<c r=\"{reference}\"><v>{Convert.ToString(cell, System.Globalization.CultureInfo.InvariantCulture)}</v></c>",
    };

    private static void Write(ZipArchive zip, string name, string content)
    {
        using var part = zip.CreateEntry(name).Open();
        part.Write(Encoding.UTF8.GetBytes(content));
    }
}
