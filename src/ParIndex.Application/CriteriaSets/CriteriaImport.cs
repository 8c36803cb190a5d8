using System.Text;
using ParIndex.Application.CriteriaSets.Reading;
using ParIndex.Application.Imports;
using ParIndex.Application.Reading;
using ParIndex.Domain;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Imports;

namespace ParIndex.Application.CriteriaSets;

/// <summary>What was said beside an annex.</summary>
/// <param name="IsPasted">Whether it is a table that was pasted, as UTF-8, and no file.</param>
public sealed record AnnexRequest(bool IsPasted);

/// <summary>The criteria tables of an annex.</summary>
/// <param name="Tables">In the order of the file, at least one.</param>
public sealed record AnnexContent(IReadOnlyList<AnnexTable> Tables);

/// <summary>
/// Takes a criteria set in from the annex of a decision. It becomes a set of its own and changes nothing that is stored, so
/// its stamp is the file itself; which table and what its columns mean is said at each look.
/// </summary>
public sealed class CriteriaImport(CriteriaSetRegister register, ImportDraftStore drafts)
{
    private const int MostPasted = 1_000_000;

    private ImportPath<AnnexContent> Path => new(drafts, (draft, _) => Task.FromResult(Read(draft)), (draft, _) => draft.Sha256);

    /// <summary>Reads a file; when it holds criteria tables it is kept for its sender's acceptance.</summary>
    /// <returns>The draft; <c>null</c> when nothing in the file is a criteria table.</returns>
    /// <exception cref="UnreadableTableException">It cannot be read; nothing is kept.</exception>
    public Task<ImportDraft?> KeepAsync(string fileName, byte[] content, Guid by, CancellationToken cancel = default) => KeepAsync(new ImportSource(fileName, content), new(IsPasted: false), by, cancel);

    /// <summary>Reads a table that was pasted, as <see cref="KeepAsync(string, byte[], Guid, CancellationToken)"/> a file.</summary>
    /// <inheritdoc cref="KeepAsync(string, byte[], Guid, CancellationToken)" path="/exception" />
    public Task<ImportDraft?> KeepPastedAsync(string text, Guid by, CancellationToken cancel = default) =>
        text.Length > MostPasted ? throw UnreadableTableException.Of(AnnexWords.PastedTooLong()) : KeepAsync(new ImportSource("", Encoding.UTF8.GetBytes(text)), new(IsPasted: true), by, cancel);

    /// <summary>The annex that waits for this person's acceptance, or <c>null</c>: it expired, or never was.</summary>
    public Task<ImportDraft?> FindAsync(Guid draftId, Guid by, CancellationToken cancel = default) => drafts.FindOwnAsync(draftId, ImportKind.CriteriaSet, by, target: null, cancel);

    /// <summary>The criteria tables of a kept annex.</summary>
    public async Task<IReadOnlyList<AnnexTable>> TablesAsync(ImportDraft draft, CancellationToken cancel = default) => (await Path.CompareAsync(draft, cancel))!.Tables;

    /// <summary>Adds the set that was understood; its annex waits on for the other tables it may hold.</summary>
    /// <param name="draft">The kept annex.</param>
    /// <param name="set">The set, as it was shown.</param>
    /// <param name="who">Staff code of whoever adds it.</param>
    /// <param name="cancel">Gives up; nothing is added then.</param>
    /// <exception cref="RefusedException">The year and group have a set.</exception>
    public Task AddAsync(ImportDraft draft, CriteriaSet set, string who, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(draft);
        return Path.ApplyAsync(draft, draft.Sha256, AddedAsync, _ => new InvalidOperationException($"Import draft {draft.Id} is another file."), cancel);

        async Task<CriteriaSet> AddedAsync(AnnexContent tables)
        {
            await register.AddAsync(set, new(who, "Nhập bộ tiêu chí từ phụ lục"), cancel);
            return set;
        }
    }

    private Task<ImportDraft?> KeepAsync(ImportSource source, AnnexRequest request, Guid by, CancellationToken cancel) =>
        Path.KeepAsync(drafts.Draft(ImportKind.CriteriaSet, source, request, by), cancel);

    private static AnnexContent? Read(ImportDraft draft)
    {
        var tables = ImportDraftStore.RequestOf<AnnexRequest>(draft).IsPasted
            ? CriteriaSourceReader.ReadPasted(Encoding.UTF8.GetString(draft.Content))
            : CriteriaSourceReader.ReadAll(draft.Content, draft.FileName);
        return tables.Count > 0 ? new(tables) : null;
    }
}
