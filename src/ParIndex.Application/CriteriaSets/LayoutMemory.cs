using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using ParIndex.Application.CriteriaSets.Reading;
using ParIndex.Application.Data;
using ParIndex.Application.Reading;
using ParIndex.Domain.Imports;
using ParIndex.Domain.Text;

namespace ParIndex.Application.CriteriaSets;

/// <summary>
/// Remembers what was said of an annex whose set was taken over. The next annex with the same headings has its columns read
/// so, and every row that says word for word the same, and stands there once, is corrected as it was.
/// </summary>
public sealed class LayoutMemory(ParIndexDb db)
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Converters = { new JsonStringEnumConverter() } };

    /// <summary>What was said of the same layout before, as said of this table; <c>null</c> where nothing fits.</summary>
    internal async Task<TableReading?> RecallAsync(SourceTable annex, int table, CancellationToken cancel)
    {
        if (FingerprintOf(annex) is not { } fingerprint || await db.AnnexLayouts.AsNoTracking().SingleOrDefaultAsync(layout => layout.Fingerprint == fingerprint, cancel) is not { } known)
        {
            return null;
        }

        var said = JsonSerializer.Deserialize<SaidOfLayout>(known.Said, Json)!;
        var rows = annex.Rows.Index().ToLookup(row => KeyOf(row.Item), row => row.Index, StringComparer.Ordinal);
        var corrections = said.Rows.Where(row => rows[row.Key].Count() == 1).Select(row => row.Correction with { Row = rows[row.Key].Single() }).ToList();
        var remembered = corrections.Count + (said.Columns is null ? 0 : 1);
        return remembered > 0 ? new(table) { Columns = said.Columns, Corrections = corrections, Remembered = remembered } : null;
    }

    /// <summary>Remembers what was said of a table in place of what was said of its layout before; saved with what is saved next.</summary>
    internal async Task RememberAsync(SourceTable annex, TableReading reading, CancellationToken cancel)
    {
        if (FingerprintOf(annex) is not { } fingerprint)
        {
            return;
        }

        var known = await db.AnnexLayouts.SingleOrDefaultAsync(layout => layout.Fingerprint == fingerprint, cancel);
        if (reading is { Columns: null, Corrections.Count: 0 })
        {
            if (known is not null)
            {
                db.Remove(known);
            }

            return;
        }

        var said = JsonSerializer.Serialize(new SaidOfLayout(reading.Columns, [.. reading.Corrections.Select(correction => new SaidOfRow(KeyOf(annex.Rows[correction.Row]), correction with { Row = 0 }))]), Json);
        if (known is null)
        {
            db.Add(new AnnexLayout(fingerprint, said));
        }
        else
        {
            known.Say(said);
        }
    }

    /// <summary>The mark of the headings; <c>null</c> of a table that has none.</summary>
    private static string? FingerprintOf(SourceTable annex) => (CriteriaHeader.Find(annex) ?? CriteriaHeader.Guess(annex)) is { } header ? Mark(header.Texts) : null;

    private static string KeyOf(IReadOnlyList<SourceCell> row) => Mark(row.Select(cell => cell.Text));

    private static string Mark(IEnumerable<string> texts) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001f', texts.Select(VietnameseText.Normalize)))));

    /// <summary>What was said of a layout.</summary>
    private sealed record SaidOfLayout(IReadOnlyList<CriteriaMeaning?>? Columns, IReadOnlyList<SaidOfRow> Rows);

    /// <summary>What was said of a row, by the mark of its text.</summary>
    private sealed record SaidOfRow(string Key, RowCorrection Correction);
}
