using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Accounts;
using ParIndex.Application.Data;
using ParIndex.Application.Tables;
using ParIndex.Domain;
using ParIndex.Domain.NationalIndices;
using ParIndex.Domain.Tables;
using ParIndex.Domain.Units;

namespace ParIndex.Application.NationalIndices;

/// <summary>The public register of figures beside the index: of provinces in national indices, and of units where published so.</summary>
public sealed class NationalIndexRegister(ParIndexDb db)
{
    private const string Conflict = "Số liệu này vừa được người khác thay đổi. Xem lại số liệu hiện lưu; nếu vẫn đúng, ghi lần nữa.";

    /// <summary>All figures of provinces, by province, index and year.</summary>
    public async Task<IReadOnlyList<NationalIndex>> AllAsync(CancellationToken cancel = default) =>
        Ordered(await db.NationalIndices.AsNoTracking().Where(row => row.UnitCode == "").ToListAsync(cancel));

    /// <summary>All figures of a unit, by index and year.</summary>
    public async Task<IReadOnlyList<NationalIndex>> OfUnitAsync(string code, CancellationToken cancel = default) =>
        Ordered(await db.NationalIndices.AsNoTracking().Where(row => row.UnitCode == code).ToListAsync(cancel));

    /// <summary>Every figure of the register: provinces first, then units by code.</summary>
    public async Task<IReadOnlyList<NationalIndex>> WholeAsync(CancellationToken cancel = default) => Ordered(await db.NationalIndices.AsNoTracking().ToListAsync(cancel));

    /// <summary>A figure to be corrected, or <c>null</c>.</summary>
    public Task<NationalIndex?> FindAsync(Guid id, CancellationToken cancel = default) => db.NationalIndices.FirstOrDefaultAsync(row => row.Id == id, cancel);

    /// <summary>Codes of the register of units.</summary>
    public async Task<IReadOnlySet<string>> UnitCodesAsync(CancellationToken cancel = default) => await db.Units.Select(unit => unit.Code).ToHashSetAsync(cancel);

    /// <summary>The units a figure can be of, by name.</summary>
    public async Task<IReadOnlyList<Unit>> UnitsAsync(CancellationToken cancel = default) =>
        [.. (await db.Units.AsNoTracking().ToListAsync(cancel)).OrderBy(unit => unit.CurrentName.Name, UnitNaming.Comparer)];

    /// <summary>Present names of units, by code.</summary>
    public async Task<IReadOnlyDictionary<string, string>> NamesAsync(IReadOnlyCollection<string> codes, CancellationToken cancel = default) =>
        (await db.Units.AsNoTracking().Where(unit => codes.Contains(unit.Code)).ToListAsync(cancel)).ToDictionary(unit => unit.Code, unit => unit.CurrentName.Name);

    /// <summary>Enters a figure.</summary>
    /// <exception cref="RefusedException">There is one of this subject, index and year already.</exception>
    public async Task AddAsync(NationalIndex row, StaffAccount actor, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(row);
        db.Add(row);
        await SaveAsync(actor, "Ghi chỉ số tham khảo", row, $"Đã có số liệu {row.Name} năm {row.Year} của {Subject(row)}; hãy sửa dòng đó.", cancel);
    }

    /// <summary>Corrects a figure; of whom, of which index and year it is stays.</summary>
    /// <param name="row">The figure, from <see cref="FindAsync"/>.</param>
    /// <param name="version">The version the form showed.</param>
    /// <param name="figures">What was published.</param>
    /// <param name="actor">Who does it.</param>
    /// <param name="cancel">Ends the work before anything is stored.</param>
    /// <exception cref="RefusedException">Somebody changed it meanwhile.</exception>
    public async Task CorrectAsync(NationalIndex row, Guid version, IndexFigures figures, StaffAccount actor, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(row);
        row.Correct(figures);
        db.Entry(row).Property(changed => changed.Version).OriginalValue = version;
        await SaveAsync(actor, "Sửa chỉ số tham khảo", row, Conflict, cancel);
    }

    /// <summary>Takes a figure out.</summary>
    /// <exception cref="RefusedException">Somebody changed it meanwhile.</exception>
    public async Task RemoveAsync(NationalIndex row, Guid version, StaffAccount actor, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(row);
        db.Remove(row);
        db.Entry(row).Property(changed => changed.Version).OriginalValue = version;
        await SaveAsync(actor, "Bỏ chỉ số tham khảo", row, Conflict, cancel);
    }

    /// <summary>Takes rows of a workbook, all of them or none: those that are there are corrected, the others entered.</summary>
    /// <exception cref="RefusedException">Somebody changed one of them meanwhile.</exception>
    public async Task<int> TakeAsync(IReadOnlyList<IndexRow> rows, StaffAccount actor, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(actor);
        var changing = rows.Where(row => row.Changes).ToList();
        var ids = changing.Where(row => row.Was is not null).Select(row => row.Was!.Id).ToList();
        var stored = await db.NationalIndices.Where(row => ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id, cancel);
        foreach (var row in changing)
        {
            if (row.Was is null)
            {
                db.Add(new NationalIndex(row.Key.Province, row.Key.UnitCode, row.Key.Name, row.Key.Year, row.Figures));
            }
            else
            {
                (stored.GetValueOrDefault(row.Was.Id) ?? throw new RefusedException(Conflict)).Correct(row.Figures);
            }
        }

        await SaveAsync(new(actor.StaffCode, "Nhập chỉ số tham khảo từ XLSX", $"{changing.Count} dòng"), Conflict, cancel);
        return changing.Count;
    }

    /// <summary>The public table.</summary>
    public static Table<NationalIndex> TableOf(IReadOnlyList<NationalIndex> rows) => new("Chỉ số của tỉnh trong các bảng xếp hạng quốc gia", "chi-so-quoc-gia", IndexColumns.All, rows);

    /// <summary>The public table as JSON, or part of it.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="part">Which part of the whole they are; absent for the whole.</param>
    public static byte[] Json(IReadOnlyList<NationalIndex> rows, ListPart? part = null) => JsonTable.Document(json =>
    {
        json.WriteStartObject();
        part?.Write(json);
        json.WritePropertyName("nationalIndices");
        JsonTable.WriteRows(json, IndexColumns.All, rows);
        json.WriteEndObject();
    });

    private static string Subject(NationalIndex row) => row.UnitCode.Length > 0 ? row.UnitCode : row.Province;

    private Task SaveAsync(StaffAccount actor, string verb, NationalIndex row, string conflict, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return SaveAsync(new(actor.StaffCode, verb, $"{row.Name} {row.Year}, {Subject(row)}"), conflict, cancel);
    }

    private async Task SaveAsync(Act act, string conflict, CancellationToken cancel)
    {
        try
        {
            await db.SaveAsync(act, cancel);
        }
        catch (Exception failure) when (SaveConflict.Is(failure))
        {
            db.ChangeTracker.Clear();
            throw new RefusedException(conflict);
        }
    }

    private static IReadOnlyList<NationalIndex> Ordered(IEnumerable<NationalIndex> rows) =>
        [.. rows.OrderBy(row => row.UnitCode, StringComparer.Ordinal).ThenBy(row => row.Province, StringComparer.Ordinal).ThenBy(row => Position(row.Name)).ThenBy(row => row.Name, StringComparer.Ordinal).ThenBy(row => row.Year)];

    private static int Position(string name) => NationalIndex.KnownNames.Index().Where(known => known.Item == name).Select(known => known.Index).FirstOrDefault(NationalIndex.KnownNames.Count);
}
