using ParIndex.Application.Documents;

namespace ParIndex.Application.Council;

/// <summary>The minutes as an official paper.</summary>
public static class MinutesPaper
{
    /// <summary>The paper, to be signed by secretary and chair; its number is written by hand.</summary>
    /// <param name="minutes">What is in it.</param>
    /// <param name="authority">The authority of the round, above the council.</param>
    /// <param name="day">Its day.</param>
    public static OfficialDocument Of(CouncilMinutes minutes, string authority, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(minutes);
        return new(minutes.Title,
        [
            new DocumentBlock.Title(minutes.Title, minutes.Subject),
            .. minutes.Parts.SelectMany(Of),
            new DocumentBlock.Signatures([], new Signer("Thư ký", minutes.Secretary), new Signer("Chủ trì", minutes.Chair)),
        ])
        {
            Head = new(authority, "Hội đồng thẩm định", Number: null, "BB-HĐTĐ", Place: null, day),
            Creator = authority,
        };
    }

    private static IEnumerable<DocumentBlock> Of(MinutesPart part)
    {
        yield return new DocumentBlock.Heading(part.Heading);
        foreach (var paragraph in part.Paragraphs)
        {
            yield return new DocumentBlock.Paragraph(paragraph);
        }

        if (part.Rows.Count > 0)
        {
            yield return new DocumentBlock.Table(part.Heading, [.. part.Rows[0].Select(header => new TableColumn(header, header == "STT" ? 1 : 4))], [.. part.Rows.Skip(1).Select(row => new TableRow(row))]);
        }
    }
}
