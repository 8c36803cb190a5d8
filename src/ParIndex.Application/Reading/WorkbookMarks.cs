using System.Globalization;
using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;

namespace ParIndex.Application.Reading;

/// <summary>What a workbook says of a cell beyond the value that the library reads.</summary>
/// <param name="Text">The text to take in place of the value: an error, a text without its struck parts; otherwise <c>null</c>.</param>
/// <param name="Left">What of it is struck out or hidden, and so not taken; otherwise <c>null</c>.</param>
/// <param name="Formula">The formula, or <c>null</c>.</param>
/// <param name="HasValue">Whether a value is stored with the formula.</param>
internal sealed record CellMark(string? Text, string? Left, string? Formula, bool HasValue);

/// <summary>What a sheet hides, and its marked cells, by row and column from 1.</summary>
internal sealed class SheetMarks
{
    internal Dictionary<(int Row, int Column), CellMark> Cells { get; } = [];

    internal HashSet<int> HiddenRows { get; } = [];

    internal HashSet<int> HiddenColumns { get; } = [];
}

/// <summary>
/// What the library does not tell of a workbook: error values, formulas and whether their value is stored, struck, raised
/// and hidden text, hidden rows and columns. It is looked up in the sheets themselves.
/// </summary>
internal sealed class WorkbookMarks
{
    private readonly Dictionary<string, SheetMarks> sheets = new(StringComparer.Ordinal);
    private readonly WorkbookFonts fonts;
    private readonly List<XElement> shared;

    private WorkbookMarks(ZipArchive package)
    {
        fonts = WorkbookFonts.Of(package.GetEntry("xl/styles.xml") is null ? [] : [.. Elements(package, "xl/styles.xml", "styleSheet")]);
        shared = package.GetEntry("xl/sharedStrings.xml") is null ? [] : Elements(package, "xl/sharedStrings.xml", "si");
        HasMacros = package.GetEntry("xl/vbaProject.bin") is not null || package.Entries.Any(part => part.FullName.StartsWith("xl/macrosheets/", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Whether the workbook carries a program. It is never run.</summary>
    internal bool HasMacros { get; }

    internal SheetMarks this[string sheet] => sheets.GetValueOrDefault(sheet) ?? new SheetMarks();

    /// <summary>Reads a package that <see cref="WorkbookPackage.Check(byte[], string, string)"/> has passed.</summary>
    internal static WorkbookMarks Read(byte[] content)
    {
        using var package = new ZipArchive(new MemoryStream(content, writable: false), ZipArchiveMode.Read);
        var marks = new WorkbookMarks(package);
        var targets = Elements(package, "xl/_rels/workbook.xml.rels", "Relationship")
            .ToDictionary(relation => (string?)relation.Attribute("Id") ?? "", relation => (string?)relation.Attribute("Target") ?? "", StringComparer.Ordinal);
        foreach (var sheet in Elements(package, "xl/workbook.xml", "sheet"))
        {
            var id = sheet.Attributes().FirstOrDefault(attribute => attribute.Name.LocalName == "id" && attribute.Name.NamespaceName.Length > 0)?.Value ?? "";
            if (targets.TryGetValue(id, out var target) && package.GetEntry(target.StartsWith('/') ? target[1..] : "xl/" + target) is { } part)
            {
                marks.sheets[(string?)sheet.Attribute("name") ?? ""] = marks.ReadSheet(part);
            }
        }

        return marks;
    }

    private static List<XElement> Elements(ZipArchive package, string part, string name)
    {
        using var xml = Open(package.GetEntry(part) ?? throw new InvalidDataException(part));
        return XDocument.Load(xml, LoadOptions.PreserveWhitespace).Descendants().Where(element => element.Name.LocalName == name).ToList();
    }

    private static XmlReader Open(ZipArchiveEntry part) => XmlReader.Create(
        part.Open(), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CloseInput = true });

    private SheetMarks ReadSheet(ZipArchiveEntry part)
    {
        var marks = new SheetMarks();
        using var xml = Open(part);
        var (row, column) = (0, 0);
        while (!xml.EOF)
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "c" })
            {
                column = Column(xml.GetAttribute("r")) ?? column + 1;
                if (MarkOf((XElement)XNode.ReadFrom(xml)) is { } mark)
                {
                    marks.Cells[(row, column)] = mark;
                }

                continue;
            }

            if (xml is { NodeType: XmlNodeType.Element, LocalName: "row" })
            {
                row = Number(xml.GetAttribute("r")) ?? row + 1;
                column = 0;
                if (IsOn(xml.GetAttribute("hidden")) || xml.GetAttribute("ht") == "0")
                {
                    marks.HiddenRows.Add(row);
                }
            }
            else if (xml is { NodeType: XmlNodeType.Element, LocalName: "col" } && (IsOn(xml.GetAttribute("hidden")) || xml.GetAttribute("width") == "0"))
            {
                var (first, last) = (Number(xml.GetAttribute("min")) ?? 0, Number(xml.GetAttribute("max")) ?? 0);
                marks.HiddenColumns.UnionWith(Enumerable.Range(first, Math.Clamp(last - first + 1, 0, SourceTable.MostColumns)));
            }

            xml.Read();
        }

        return marks;
    }

    /// <summary>What there is to say of a cell, or <c>null</c>.</summary>
    private CellMark? MarkOf(XElement cell)
    {
        var type = (string?)cell.Attribute("t");
        var value = Child(cell, "v");
        var formula = Child(cell, "f") is { } written ? written.Value.Length > 0 ? "=" + written.Value : "=…" : null;
        var hasValue = type == "str" ? value is not null : value is { Value.Length: > 0 } || Child(cell, "is") is not null;
        var item = type switch
        {
            "s" when Number(value?.Value) is { } index && index < shared.Count => shared[index],
            "inlineStr" => Child(cell, "is"),
            _ => null,
        };
        var (text, left) = type == "e" ? (value is { Value.Length: > 0 } ? value.Value : "#N/A", null) : item is null ? (null, null) : WorkbookFonts.TextOf(item);
        if (Number((string?)cell.Attribute("s")) is { } style && fonts.IsLeftOut(style) && (item?.Value ?? value?.Value) is { Length: > 0 } whole)
        {
            (text, left) = ("", whole);
        }

        return text is null && left is null && formula is null ? null : new CellMark(text, left, formula, hasValue);
    }

    private static XElement? Child(XElement cell, string name) => cell.Elements().FirstOrDefault(element => element.Name.LocalName == name);

    private static bool IsOn(string? flag) => flag is "1" or "true";

    private static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>“AB12” → 28.</summary>
    private static int? Column(string? reference)
    {
        var letters = reference?.TakeWhile(char.IsAsciiLetterUpper).ToList();
        return letters is { Count: > 0 and <= 3 } ? letters.Aggregate(0, (column, letter) => (column * 26) + (letter - 'A' + 1)) : null;
    }
}
