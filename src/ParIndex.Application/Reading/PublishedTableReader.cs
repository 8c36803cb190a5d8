namespace ParIndex.Application.Reading;

/// <summary>Understands a table: which column is what, which rows are units, headings and means.</summary>
public static class PublishedTableReader
{
    /// <summary>Reads every unit of the table, or nothing.</summary>
    /// <exception cref="UnreadableTableException">
    /// No header is recognised, two columns mean the same, or some row is not understood; lists all of it.
    /// </exception>
    public static PublishedTable Read(SourceTable table, ReadingOptions options)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(options);
        var header = (HeaderRow.Find(table) ?? throw HeaderRow.NotFound(table)).Settled(table.Rows, options.Year) with { IsOfText = table.IsText };
        var body = new TableBody(header, options, table.Notes);
        body.ReadTitles(table.Rows.Take(header.First));
        for (var i = header.First; i < table.Rows.Count; i++)
        {
            if (HeaderRow.At(table.Rows, i) is { } next)
            {
                body.Meet(next.Settled(table.Rows, options.Year) with { IsOfText = table.IsText });
                i += next.Height - 1;
            }
            else if (table.Rows[i].Count > 0)
            {
                body.Meet(table.Rows[i]);
            }
        }

        return body.Finish();
    }
}
