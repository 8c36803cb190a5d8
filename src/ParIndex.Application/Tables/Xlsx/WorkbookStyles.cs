using ParIndex.Domain.Numbers;
using Spreadsheet = DocumentFormat.OpenXml.Spreadsheet;

namespace ParIndex.Application.Tables.Xlsx;

/// <summary>The fonts of a workbook, in the order of the style sheet.</summary>
internal enum CellFont
{
    Body,
    Bold,
    Title,
    Link,
}

/// <summary>How a cell looks.</summary>
/// <param name="Format">Number format, or <c>null</c> for the general one.</param>
/// <param name="Font">Its font.</param>
/// <param name="IsWrapped">Whether long text breaks into lines.</param>
/// <param name="IsQuoted">Whether the text stays text when a person edits the cell, though it begins like a formula.</param>
/// <param name="IsOpen">Whether it can be filled in on a locked sheet.</param>
internal readonly record struct CellStyle(string? Format = null, CellFont Font = CellFont.Body, bool IsWrapped = false, bool IsQuoted = false, bool IsOpen = false);

/// <summary>Collects the styles that were used; a style's index is the order of its first use.</summary>
internal sealed class WorkbookStyles
{
    internal const string DayFormat = "dd/mm/yyyy";

    /// <summary>Whatever is typed stays text.</summary>
    internal const string TextFormat = "@";

    /// <summary>The fill of cells to be filled in; the two before it belong to the format itself.</summary>
    private const uint OpenFill = 2;

    private const uint FirstCustomFormat = 164;

    private readonly Dictionary<CellStyle, int> _indices = new() { [default] = 0 };
    private readonly List<string> _numberFormats = [];

    /// <summary>The index a cell refers to.</summary>
    internal int IndexOf(CellStyle style)
    {
        if (!_indices.TryGetValue(style, out var index))
        {
            index = _indices.Count;
            _indices.Add(style, index);
        }

        return index;
    }

    /// <summary>The style of a number: exactly so many places, or general when trailing zeros are left off.</summary>
    internal int IndexOfNumber(int? places)
    {
        if (places is not { } count)
        {
            return IndexOf(default);
        }

        while (_numberFormats.Count <= count)
        {
            _numberFormats.Add(NumberWriter.Data(0, _numberFormats.Count));
        }

        return IndexOf(new(_numberFormats[count]));
    }

    /// <summary>The style sheet of all styles asked for so far.</summary>
    internal Spreadsheet.Stylesheet ToStylesheet()
    {
        var styles = _indices.Keys.ToList();
        var custom = styles.Select(style => style.Format).OfType<string>().Where(format => BuiltIn(format) is null).Distinct().ToList();
        var formats = new Spreadsheet.NumberingFormats(custom.Select((format, i) => new Spreadsheet.NumberingFormat { NumberFormatId = FirstCustomFormat + (uint)i, FormatCode = format }));
        var sheet = new Spreadsheet.Stylesheet();
        if (custom.Count > 0)
        {
            formats.Count = (uint)custom.Count;
            sheet.Append(formats);
        }

        List<Spreadsheet.Fill> fills = [Fill(Spreadsheet.PatternValues.None), Fill(Spreadsheet.PatternValues.Gray125)];
        if (styles.Exists(style => style.IsOpen))
        {
            fills.Add(new(new Spreadsheet.PatternFill(new Spreadsheet.ForegroundColor { Rgb = "FFFFF8DC" }) { PatternType = Spreadsheet.PatternValues.Solid }));
        }

        sheet.Append(
            Fonts(),
            new Spreadsheet.Fills(fills) { Count = (uint)fills.Count },
            new Spreadsheet.Borders(new Spreadsheet.Border(new Spreadsheet.LeftBorder(), new Spreadsheet.RightBorder(), new Spreadsheet.TopBorder(), new Spreadsheet.BottomBorder(), new Spreadsheet.DiagonalBorder())) { Count = 1 },
            new Spreadsheet.CellStyleFormats(new Spreadsheet.CellFormat { NumberFormatId = 0, FontId = 0, FillId = 0, BorderId = 0 }) { Count = 1 },
            new Spreadsheet.CellFormats(styles.Select(style => CellFormat(style, custom))) { Count = (uint)styles.Count },
            new Spreadsheet.CellStyles(new Spreadsheet.CellStyle { Name = "Normal", FormatId = 0, BuiltinId = 0 }) { Count = 1 });
        return sheet;
    }

    private static Spreadsheet.CellFormat CellFormat(CellStyle style, List<string> custom)
    {
        var format = new Spreadsheet.CellFormat
        {
            NumberFormatId = style.Format is null ? 0 : BuiltIn(style.Format) ?? FirstCustomFormat + (uint)custom.IndexOf(style.Format),
            FontId = (uint)style.Font,
            FillId = 0,
            BorderId = 0,
            FormatId = 0,
            ApplyAlignment = true,

            // Beside a text of several lines the figures stand at its first.
            Alignment = new() { Vertical = Spreadsheet.VerticalAlignmentValues.Top, WrapText = style.IsWrapped ? true : null },
        };
        if (style.Format is not null)
        {
            format.ApplyNumberFormat = true;
        }

        if (style.Font != CellFont.Body)
        {
            format.ApplyFont = true;
        }

        if (style.IsQuoted)
        {
            format.QuotePrefix = true;
        }

        if (style.IsOpen)
        {
            (format.FillId, format.ApplyFill, format.ApplyProtection) = (OpenFill, true, true);
            format.Protection = new() { Locked = false };
        }

        return format;
    }

    /// <summary>Formats that every spreadsheet program knows by number.</summary>
    private static uint? BuiltIn(string format) => format switch
    {
        "0" => 1,
        "0.00" => 2,
        TextFormat => 49,
        _ => null,
    };

    private static Spreadsheet.Fonts Fonts() => new(
        Enum.GetValues<CellFont>().Select(font =>
        {
            var properties = new Spreadsheet.Font();
            if (font is CellFont.Bold or CellFont.Title)
            {
                properties.Append(new Spreadsheet.Bold());
            }

            if (font == CellFont.Link)
            {
                properties.Append(new Spreadsheet.Underline());
            }

            properties.Append(new Spreadsheet.FontSize { Val = font == CellFont.Title ? 14 : 11 });
            properties.Append(new Spreadsheet.Color { Rgb = font == CellFont.Link ? "FF0B4F9E" : "FF000000" });
            properties.Append(new Spreadsheet.FontName { Val = "Arial" });
            properties.Append(new Spreadsheet.FontFamilyNumbering { Val = 2 });
            return properties;
        }))
    {
        Count = (uint)Enum.GetValues<CellFont>().Length,
    };

    private static Spreadsheet.Fill Fill(Spreadsheet.PatternValues pattern) => new(new Spreadsheet.PatternFill { PatternType = pattern });
}
