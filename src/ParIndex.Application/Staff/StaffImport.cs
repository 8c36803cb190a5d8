using ParIndex.Application.Accounts;
using ParIndex.Application.Imports;
using ParIndex.Application.Reading;
using ParIndex.Application.Units;
using ParIndex.Domain;
using ParIndex.Domain.Imports;

namespace ParIndex.Application.Staff;

/// <summary>Makes accounts from a list: shown as understood first, then all of it or nothing.</summary>
public sealed class StaffImport(StaffRegister register, UnitDirectory directory, ImportDraftStore drafts, TimeProvider clock)
{
    /// <summary>The name of a list that was pasted.</summary>
    private const string Pasted = "danh-sach.tsv";

    /// <summary>The way of a list: its stamp is made of every person as understood.</summary>
    private ImportPath<StaffList> Path => new(drafts, ReadAsync, (_, list) => ImportStamp.Of(list.People.Select(person => $"{person.Entry} {person.Unit}")));

    /// <summary>Reads a list; when all of it is understood it is kept for its sender's confirmation.</summary>
    /// <param name="fileName">The file's name; <c>null</c> for cells that were pasted.</param>
    /// <param name="content">Its bytes, or the pasted text as UTF-8.</param>
    /// <param name="by">The account that brought it.</param>
    /// <param name="cancel">Ends the work before anything is stored.</param>
    /// <exception cref="UnreadableTableException">Something in it is not understood; nothing is kept.</exception>
    public async Task<ImportDraft> KeepAsync(string? fileName, byte[] content, Guid by, CancellationToken cancel = default) =>
        (await Path.KeepAsync(drafts.Draft(ImportKind.StaffList, new(fileName ?? Pasted, content), new { }, by), cancel))!;

    /// <summary>The list that waits for this person's confirmation, or <c>null</c>: it expired, or never was.</summary>
    public Task<ImportDraft?> FindAsync(Guid draftId, Guid by, CancellationToken cancel = default) => drafts.FindOwnAsync(draftId, ImportKind.StaffList, by, target: null, cancel);

    /// <summary>A kept list as it is understood now.</summary>
    /// <exception cref="UnreadableTableException">It fits no longer.</exception>
    public async Task<StaffList> CompareAsync(ImportDraft draft, CancellationToken cancel = default) => (await Path.CompareAsync(draft, cancel))!;

    /// <summary>Makes the accounts of a kept list, or asks a second person for those that take two. Made again, the list meets the accounts it made and is refused.</summary>
    /// <param name="draft">The kept list.</param>
    /// <param name="actor">Who confirms.</param>
    /// <param name="cancel">Gives up; nothing is made then.</param>
    /// <exception cref="UnreadableTableException">It fits no longer.</exception>
    /// <exception cref="RefusedException">A person is understood otherwise than when it was shown, or the rules refuse.</exception>
    public async Task<StaffOutcome> ApplyAsync(ImportDraft draft, StaffActor actor, CancellationToken cancel = default) =>
        (await Path.ApplyAsync(draft, shown: null, list => register.AddAsync(actor, [.. list.People.Select(person => person.Entry)], cancel),
            _ => new RefusedException("Danh mục đơn vị đã thay đổi từ lúc xem trước nên chưa lưu gì; hãy gửi lại danh sách."), cancel))!;

    private async Task<StaffList?> ReadAsync(ImportDraft draft, CancellationToken cancel)
    {
        var table = StaffList.TableOf(draft.Content, draft.FileName);
        return StaffList.Read(table, await directory.AllAsync(cancel), clock.GetUtcNow().Year, await register.TakenAsync(StaffList.CodesIn(table), cancel));
    }
}
