using ParIndex.Domain.Releases;

namespace ParIndex.Application.Documents;

/// <summary>A part of a paper, from the top to the bottom.</summary>
public abstract record DocumentBlock
{
    private DocumentBlock()
    {
    }

    /// <summary>The kind of paper and what it is about, in the middle above a rule.</summary>
    /// <param name="Kind">“BÁO CÁO”, “BIÊN BẢN”, “Phụ lục”; it is set in capitals.</param>
    /// <param name="Subject">What it is about.</param>
    /// <param name="Under">A line in italics and brackets below, as an annex names its decision; <c>null</c> for none.</param>
    public sealed record Title(string Kind, string Subject, string? Under = null) : DocumentBlock;

    /// <summary>A heading of the text.</summary>
    /// <param name="Text">Its words, with their number: “1. Kết quả chung”.</param>
    /// <param name="Level">1 to 3.</param>
    public sealed record Heading(string Text, int Level = 1) : DocumentBlock;

    /// <summary>A paragraph, justified, its first line indented.</summary>
    /// <param name="Runs">Its words; what is strong is set in bold.</param>
    public sealed record Paragraph(params IReadOnlyList<Run> Runs) : DocumentBlock
    {
        /// <summary>A paragraph of plain words.</summary>
        public Paragraph(string text)
            : this(new Run(text))
        {
        }
    }

    /// <summary>A remark in smaller italics: sources, meanings of signs.</summary>
    /// <param name="Text">Its words.</param>
    public sealed record Note(string Text) : DocumentBlock;

    /// <summary>A table with its header on every page; a row is never broken between two.</summary>
    /// <param name="Description">What it shows, for those who cannot see it.</param>
    /// <param name="Columns">Its columns.</param>
    /// <param name="Rows">Its rows.</param>
    public sealed record Table(string Description, IReadOnlyList<TableColumn> Columns, IReadOnlyList<TableRow> Rows) : DocumentBlock;

    /// <summary>The end of a paper: recipients at the left, who signs at the right; without recipients the signers side by side.</summary>
    /// <param name="Recipients">“Hội đồng thẩm định”, “Lưu: VT”, without dash and sign at the end.</param>
    /// <param name="Signers">Those who sign, from left to right.</param>
    public sealed record Signatures(IReadOnlyList<string> Recipients, params IReadOnlyList<Signer> Signers) : DocumentBlock;

    /// <summary>What follows begins on a new page.</summary>
    public sealed record NewPage : DocumentBlock;
}

/// <summary>How the cells of a column stand.</summary>
public enum CellAlignment
{
    /// <summary>Words.</summary>
    Left,

    /// <summary>Numbers of rows, ratings.</summary>
    Center,

    /// <summary>Figures.</summary>
    Right,
}

/// <summary>A column of a paper's table.</summary>
/// <param name="Header">Its heading.</param>
/// <param name="Share">Its part of the width, in the unit of the other columns, more than 0.</param>
/// <param name="Alignment">How its cells stand.</param>
public sealed record TableColumn(string Header, int Share, CellAlignment Alignment = CellAlignment.Left);

/// <summary>A row of a paper's table.</summary>
/// <param name="Cells">Its cells, one a column; a line each where a cell has several; a single cell goes over the whole width.</param>
public sealed record TableRow(params IReadOnlyList<string> Cells)
{
    /// <summary>Whether it is set in bold: a field, a sum.</summary>
    public bool IsStrong { get; init; }
}
