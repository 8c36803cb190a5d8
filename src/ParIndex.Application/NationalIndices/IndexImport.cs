using ParIndex.Application.Accounts;
using ParIndex.Application.Imports;
using ParIndex.Application.Reading;
using ParIndex.Domain;
using ParIndex.Domain.Imports;

namespace ParIndex.Application.NationalIndices;

/// <summary>A workbook of figures beside what stands.</summary>
/// <param name="Rows">Its rows.</param>
/// <param name="Remarks">What of the file was passed over or assumed.</param>
public sealed record IndexComparison(IReadOnlyList<IndexRow> Rows, IReadOnlyList<Finding> Remarks)
{
    /// <summary>The mark of it: another as soon as one of the figures was changed.</summary>
    public string Stamp => ImportStamp.Of(Rows.Select(row => $"{row.Key} {row.Was?.Version}"));
}

/// <summary>Takes figures beside the index in from a workbook: shown row by row, then all of them or none.</summary>
public sealed class IndexImport(NationalIndexRegister register, ImportDraftStore drafts)
{
    /// <summary>Reads a workbook; when that succeeds it is kept for its sender's confirmation, in place of one sent before.</summary>
    /// <exception cref="UnreadableTableException">Something in it is not understood; nothing is kept.</exception>
    public async Task<ImportDraft> KeepAsync(string ownProvince, string fileName, byte[] content, StaffAccount actor, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return (await Path(ownProvince).KeepAsync(drafts.Draft(ImportKind.IndexSeries, new(fileName, content), new { }, actor.Id), cancel))!;
    }

    /// <summary>The workbook that waits for this person's confirmation, or <c>null</c>: it expired, or never was.</summary>
    public Task<ImportDraft?> FindAsync(Guid draftId, StaffAccount actor, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return drafts.FindOwnAsync(draftId, ImportKind.IndexSeries, actor.Id, target: null, cancel);
    }

    /// <summary>Compares a kept workbook with what is stored now.</summary>
    /// <exception cref="UnreadableTableException">It fits no longer.</exception>
    public async Task<IndexComparison> CompareAsync(string ownProvince, ImportDraft draft, CancellationToken cancel = default) => (await Path(ownProvince).CompareAsync(draft, cancel))!;

    /// <summary>Takes a kept workbook, all of it or none.</summary>
    /// <param name="ownProvince">The own province, without its type.</param>
    /// <param name="draft">The kept workbook.</param>
    /// <param name="shown">The stamp of the comparison that was shown; <c>null</c> for the one it was kept with.</param>
    /// <param name="actor">Who confirms.</param>
    /// <param name="cancel">Gives up; nothing is taken then.</param>
    /// <returns>How many figures were entered or corrected.</returns>
    /// <exception cref="UnreadableTableException">It fits no longer.</exception>
    /// <exception cref="RefusedException">A figure changed since it was shown.</exception>
    public Task<int> ApplyAsync(string ownProvince, ImportDraft draft, string? shown, StaffAccount actor, CancellationToken cancel = default) =>
        Path(ownProvince).ApplyAsync(draft, shown, compared => register.TakeAsync(compared.Rows, actor, cancel),
            _ => new RefusedException("Có người khác vừa thay đổi số liệu; xem lại nội dung dưới đây rồi nhận."), cancel);

    private ImportPath<IndexComparison> Path(string ownProvince) => new(drafts, (draft, cancel) => ReadAsync(ownProvince, draft, cancel), (_, compared) => compared.Stamp);

    private async Task<IndexComparison?> ReadAsync(string ownProvince, ImportDraft draft, CancellationToken cancel)
    {
        var (rows, remarks) = IndexWorkbook.Read(draft.Content, ownProvince, await register.UnitCodesAsync(cancel), await register.WholeAsync(cancel));
        return new(rows, remarks);
    }
}
