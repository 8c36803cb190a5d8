using ParIndex.Application.Accounts;
using ParIndex.Application.Imports;
using ParIndex.Application.Reading;
using ParIndex.Domain;
using ParIndex.Domain.Imports;

namespace ParIndex.Application.Units;

/// <summary>Adds units from a list: shown as understood first, then all of it or nothing.</summary>
public sealed class UnitImport(UnitAdministration administration, UnitDirectory directory, ImportDraftStore drafts)
{
    /// <summary>The name of a list that was pasted.</summary>
    private const string Pasted = "danh-sach.tsv";

    /// <summary>The way of a list: its stamp is made of every unit as understood.</summary>
    private ImportPath<UnitList> Path => new(drafts, ReadAsync, (_, list) => ImportStamp.Of(list.Units.Select(unit => unit.ToString())));

    /// <summary>Reads a list; when all of it is understood it is kept for its sender's confirmation.</summary>
    /// <param name="fileName">The file's name; <c>null</c> for cells that were pasted.</param>
    /// <param name="content">Its bytes, or the pasted text as UTF-8.</param>
    /// <param name="by">The account that brought it.</param>
    /// <param name="cancel">Ends the work before anything is stored.</param>
    /// <exception cref="UnreadableTableException">Something in it is not understood; nothing is kept.</exception>
    public async Task<ImportDraft> KeepAsync(string? fileName, byte[] content, Guid by, CancellationToken cancel = default) =>
        (await Path.KeepAsync(drafts.Draft(ImportKind.UnitList, new(fileName ?? Pasted, content), new { }, by), cancel))!;

    /// <summary>The list that waits for this person's confirmation, or <c>null</c>: it expired, or never was.</summary>
    public Task<ImportDraft?> FindAsync(Guid draftId, Guid by, CancellationToken cancel = default) => drafts.FindOwnAsync(draftId, ImportKind.UnitList, by, target: null, cancel);

    /// <summary>A kept list as it is understood now.</summary>
    /// <exception cref="UnreadableTableException">It fits no longer.</exception>
    public async Task<UnitList> CompareAsync(ImportDraft draft, CancellationToken cancel = default) => (await Path.CompareAsync(draft, cancel))!;

    /// <summary>Adds the units of a kept list that the register does not have.</summary>
    /// <returns>How many were added.</returns>
    /// <exception cref="UnreadableTableException">It fits no longer; sent again it meets the units it added.</exception>
    /// <exception cref="RefusedException">A unit is understood otherwise than when it was shown, or another has its name at the same time.</exception>
    public async Task<int> ApplyAsync(ImportDraft draft, StaffAccount actor, CancellationToken cancel = default)
    {
        var added = await Path.ApplyAsync(draft, shown: null, list => administration.AddAsync([.. list.Units.Where(unit => !unit.IsKnown)], actor, cancel),
            _ => new RefusedException("Danh mục đơn vị đã thay đổi từ lúc xem trước nên chưa lưu gì; hãy gửi lại danh sách."), cancel);
        return added!.Count;
    }

    private async Task<UnitList?> ReadAsync(ImportDraft draft, CancellationToken cancel) =>
        UnitList.Read(UnitList.TableOf(draft.Content, draft.FileName), await directory.AllAsync(cancel));
}
