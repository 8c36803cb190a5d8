using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Data;
using ParIndex.Application.Releases;
using ParIndex.Application.Tables;
using ParIndex.Domain.NationalIndices;
using ParIndex.Domain.Tables;

namespace ParIndex.Application.NationalIndices;

/// <summary>The public register of provinces' figures in national indices.</summary>
public sealed class NationalIndexRegister(ParIndexDb db)
{
    /// <summary>The order in which pages show the indices; others follow by name.</summary>
    private static readonly string[] Order = ["PAR INDEX", "SIPAS", "PAPI", "PCI"];

    /// <summary>The columns, in every format.</summary>
    public static readonly IReadOnlyList<Column<NationalIndex>> Columns =
    [
        new("province", "Tỉnh", row => Cell.Of(row.Province)),
        new("index", "Chỉ số", row => Cell.Of(row.Name)),
        new("year", "Năm", row => Cell.Of(row.Year)),
        new("score", "Điểm", row => Cell.Of(row.Score, 2)),
        new("scale", "Thang điểm", row => Cell.Trimmed(row.Scale)),
        new("rank", "Thứ hạng", row => Cell.Of(row.Rank)),
        new("rankedProvinces", "Số tỉnh, thành phố được xếp hạng", row => Cell.Of(row.RankedProvinces)),
        new("derived", "Suy ra từ số trích dẫn", row => Cell.Of(row.IsDerived)),
    ];

    /// <summary>All figures by province, index and year.</summary>
    public async Task<IReadOnlyList<NationalIndex>> AllAsync(CancellationToken cancel = default) =>
        [.. (await db.NationalIndices.AsNoTracking().ToListAsync(cancel))
            .OrderBy(row => row.Province, StringComparer.Ordinal).ThenBy(row => Position(row.Name)).ThenBy(row => row.Name, StringComparer.Ordinal).ThenBy(row => row.Year)];

    /// <summary>The whole register.</summary>
    public static Table<NationalIndex> TableOf(IReadOnlyList<NationalIndex> rows) => new("Chỉ số của tỉnh trong các bảng xếp hạng quốc gia", "chi-so-quoc-gia", Columns, rows);

    /// <summary>The whole register as JSON.</summary>
    public static byte[] Json(IReadOnlyList<NationalIndex> rows) => ReleaseJson.Document(json =>
    {
        json.WriteStartObject();
        json.WritePropertyName("nationalIndices");
        JsonTable.WriteRows(json, Columns, rows);
        json.WriteEndObject();
    });

    private static int Position(string name) => Array.IndexOf(Order, name) is >= 0 and var known ? known : Order.Length;
}
