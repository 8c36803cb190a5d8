using System.Globalization;
using DocumentFormat.OpenXml;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Tables;
using Spreadsheet = DocumentFormat.OpenXml.Spreadsheet;

namespace ParIndex.Application.Tables.Xlsx;

/// <summary>
/// Writes the rows of one sheet, one cell after the other. Text is always an inline string, so that nothing a person
/// typed can become a formula and no list of strings grows with the table.
/// </summary>
internal sealed class RowWriter(OpenXmlWriter xml, WorkbookStyles styles, int columnCount)
{
    /// <summary>Longer text breaks into lines instead of widening its column.</summary>
    internal const int WidestText = 60;

    /// <summary>Day 0 of a spreadsheet, counting its 29/2/1900 that never was.</summary>
    private static readonly int DayZero = new DateOnly(1899, 12, 30).DayNumber;

    private static readonly DateOnly FirstTrueDay = new(1900, 3, 1);

    private static readonly OpenXmlAttribute[] None = [];

    private static readonly OpenXmlAttribute[] KeepSpaces = [new("xml", "space", "http://www.w3.org/XML/1998/namespace", "preserve")];

    // One element of each kind serves as the name of all, so that a cell costs no object.
    private readonly Spreadsheet.Row _row = new();
    private readonly Spreadsheet.Cell _cell = new();
    private readonly Spreadsheet.CellValue _value = new();
    private readonly Spreadsheet.InlineString _inline = new();
    private readonly Spreadsheet.Text _text = new();
    private readonly OpenXmlAttribute[] _rowAttributes = new OpenXmlAttribute[1];
    private readonly OpenXmlAttribute[] _numberAttributes = new OpenXmlAttribute[2];
    private readonly OpenXmlAttribute[] _textAttributes = [default, default, new("t", "", "inlineStr")];
    private readonly string[] _letters = [.. Enumerable.Range(0, columnCount).Select(CellReference.Letters)];
    private readonly List<OpenXmlAttribute> _styleAttributes = [];
    private string _number = "";

    /// <summary>The number of the row being written, from 1; 0 before the first.</summary>
    internal int Row { get; private set; }

    internal void StartRow()
    {
        Row++;
        _number = Row.ToString(CultureInfo.InvariantCulture);
        _rowAttributes[0] = new("r", "", _number);
        Start(_row, _rowAttributes);
    }

    internal void EndRow() => xml.WriteEndElement();

    /// <summary>Writes a cell; an absent value leaves it out.</summary>
    /// <param name="column">From 0.</param>
    /// <param name="cell">The value.</param>
    internal void Write(int column, Cell cell)
    {
        switch (cell)
        {
            case Cell.Text text:
                WriteText(column, text.Value);
                break;
            case Cell.Number number:
                WriteNumber(column, number.AsData, styles.IndexOfNumber(number.Places));
                break;
            case Cell.YesNo yes:
                WriteText(column, yes.Value ? "Có" : "Không");
                break;
            case Cell.Day day when day.Value >= FirstTrueDay:
                WriteNumber(column, (day.Value.DayNumber - DayZero).ToString(CultureInfo.InvariantCulture), styles.IndexOf(new(WorkbookStyles.DayFormat)));
                break;
            case Cell.Day day:
                WriteText(column, DateWriter.Vietnamese(day.Value));
                break;
        }
    }

    /// <summary>Writes a cell of a form; an open one is written though nothing stands in it.</summary>
    /// <param name="column">From 0.</param>
    /// <param name="cell">The cell.</param>
    internal void Write(int column, FormCell cell)
    {
        var format = cell.IsText ? WorkbookStyles.TextFormat : null;
        switch (cell.Value)
        {
            case Cell.Text text when XmlText.OfCell(text.Value).Length > 0:
                WriteText(column, XmlText.OfCell(text.Value), new(format, cell.IsBold ? CellFont.Bold : CellFont.Body, IsWrapped: true, IsOpen: cell.IsOpen));
                break;
            case Cell.Number number:
                WriteNumber(column, number.AsData, styles.IndexOf(new(format, cell.IsBold ? CellFont.Bold : CellFont.Body, IsOpen: cell.IsOpen)));
                break;
            case Cell.Text or Cell.Empty when cell.IsOpen:
                (_numberAttributes[0], _numberAttributes[1]) = (Reference(column), Style(styles.IndexOf(new(format, IsWrapped: cell.IsText, IsOpen: true))));
                Start(_cell, _numberAttributes);
                xml.WriteEndElement();
                break;
        }
    }

    /// <summary>Writes text; empty text leaves the cell out.</summary>
    /// <param name="column">From 0.</param>
    /// <param name="text">Whatever a person typed.</param>
    /// <param name="font">Its font.</param>
    /// <param name="isWrapped">Whether it breaks into lines; by its length when absent.</param>
    internal void WriteText(int column, string text, CellFont font = CellFont.Body, bool? isWrapped = null)
    {
        var clean = XmlText.OfCell(text);
        if (clean.Length == 0)
        {
            return;
        }

        var wraps = isWrapped ?? (clean.Length > WidestText || clean.Contains('\n', StringComparison.Ordinal));
        WriteText(column, clean, new CellStyle(Font: font, IsWrapped: wraps));
    }

    private void WriteText(int column, string clean, CellStyle look)
    {
        var style = look with { IsQuoted = clean[0] is '=' or '+' or '-' or '@' };
        (_textAttributes[0], _textAttributes[1]) = (Reference(column), Style(styles.IndexOf(style)));
        Start(_cell, _textAttributes);
        Start(_inline, None);
        Start(_text, IsSpaced(clean) ? KeepSpaces : None);
        xml.WriteString(clean);
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static bool IsSpaced(string text) => char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1]) || text.Contains('\n', StringComparison.Ordinal);

    private void WriteNumber(int column, string digits, int style)
    {
        (_numberAttributes[0], _numberAttributes[1]) = (Reference(column), Style(style));
        Start(_cell, _numberAttributes);
        Start(_value, None);
        xml.WriteString(digits);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private void Start(OpenXmlElement element, OpenXmlAttribute[] attributes) => xml.WriteStartElement(element, attributes, []);

    private OpenXmlAttribute Reference(int column) => new("r", "", _letters[column] + _number);

    private OpenXmlAttribute Style(int index)
    {
        while (_styleAttributes.Count <= index)
        {
            _styleAttributes.Add(new("s", "", _styleAttributes.Count.ToString(CultureInfo.InvariantCulture)));
        }

        return _styleAttributes[index];
    }
}
