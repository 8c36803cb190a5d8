using System.Text;
using ParIndex.Application.CriteriaSets.Reading;
using ParIndex.Application.Imports;
using ParIndex.Application.Reading;
using ParIndex.Domain;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Imports;
using ParIndex.Domain.Numbers;

namespace ParIndex.Application.CriteriaSets;

/// <summary>The criteria tables of an annex.</summary>
/// <param name="Tables">In the order of the file, at least one.</param>
public sealed record AnnexContent(IReadOnlyList<AnnexTable> Tables);

/// <summary>
/// Takes a criteria set in from the annex of a decision. It becomes a set of its own and changes nothing that is stored, so
/// its stamp is the file itself; which table, what its columns mean and what was corrected at its rows is kept beside it.
/// </summary>
public sealed class CriteriaImport(CriteriaSetRegister register, ImportDraftStore drafts, LayoutMemory memory)
{
    private const int MostPasted = 1_000_000;

    private ImportPath<AnnexContent> Path => new(drafts, (draft, _) => Task.FromResult(Read(draft)), (draft, _) => draft.Sha256);

    /// <summary>Reads a file; when it holds criteria tables it is kept for its sender's acceptance, with what was said of its layout before.</summary>
    /// <param name="fileName">The file's name.</param>
    /// <param name="content">Its bytes.</param>
    /// <param name="request">The year and group it is for.</param>
    /// <param name="by">The account that brings it.</param>
    /// <param name="cancel">Gives up; nothing is kept then.</param>
    /// <returns>The draft; <c>null</c> when nothing in the file is a criteria table.</returns>
    /// <exception cref="UnreadableTableException">It cannot be read; nothing is kept.</exception>
    public Task<ImportDraft?> KeepAsync(string fileName, byte[] content, AnnexRequest request, Guid by, CancellationToken cancel = default) =>
        KeepAsync(new ImportSource(fileName, content), request with { IsPasted = false }, by, cancel);

    /// <summary>Reads a table that was pasted, as <see cref="KeepAsync(string, byte[], AnnexRequest, Guid, CancellationToken)"/> a file.</summary>
    /// <inheritdoc cref="KeepAsync(string, byte[], AnnexRequest, Guid, CancellationToken)" path="/exception" />
    public Task<ImportDraft?> KeepPastedAsync(string text, AnnexRequest request, Guid by, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length > MostPasted
            ? throw UnreadableTableException.Of(AnnexWords.PastedTooLong())
            : KeepAsync(new ImportSource("", Encoding.UTF8.GetBytes(text)), request with { IsPasted = true }, by, cancel);
    }

    /// <summary>The annex that waits for this person's acceptance, or <c>null</c>: it expired, or never was.</summary>
    public Task<ImportDraft?> FindAsync(Guid draftId, Guid by, CancellationToken cancel = default) => drafts.FindOwnAsync(draftId, ImportKind.CriteriaSet, by, target: null, cancel);

    /// <summary>The annexes this person has not finished with, newest first.</summary>
    public Task<IReadOnlyList<ImportDraftHead>> WaitingAsync(Guid by, CancellationToken cancel = default) => drafts.OwnAsync(ImportKind.CriteriaSet, by, cancel);

    /// <summary>A kept annex, read with everything that was said of it.</summary>
    public async Task<AnnexView> ViewAsync(ImportDraft draft, CancellationToken cancel = default)
    {
        var tables = (await Path.CompareAsync(draft, cancel))!.Tables;
        var request = RequestOf(draft);
        var chosen = tables.Count == 1 ? 0 : request.Table is { } table && table < tables.Count ? table : (int?)null;
        var understood = chosen is { } shown ? Read(tables[shown], request.Of(shown)) : null;
        return new(request, tables, chosen, understood) { SinceEarlier = await DifferenceAsync(request, understood, cancel) };
    }

    /// <summary>What a correction would give at its row; nothing is kept.</summary>
    /// <param name="view">The annex as shown.</param>
    /// <param name="given">The correction.</param>
    /// <returns>The node the row would become; <c>null</c> where it would become none.</returns>
    public static DraftNode? Try(AnnexView view, RowCorrection given)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(given);
        return view.Table is { } table ? Read(view.Tables[table], view.Request.Of(table).With(given)).Nodes.FirstOrDefault(node => node.Row == given.Row) : null;
    }

    /// <summary>Keeps what is said beside an annex.</summary>
    /// <param name="draft">The kept annex.</param>
    /// <param name="request">Everything that is said.</param>
    /// <param name="who">Staff code of whoever says it.</param>
    /// <param name="cancel">Gives up.</param>
    public Task SayAsync(ImportDraft draft, AnnexRequest request, string who, CancellationToken cancel = default) =>
        drafts.SayAsync(draft, request, new(who, "Sửa cách hiểu phụ lục bộ tiêu chí"), cancel);

    /// <summary>Says the year and group an annex is for.</summary>
    public Task NameAsync(ImportDraft draft, string? year, string? group, string who, CancellationToken cancel = default) =>
        SayAsync(draft, RequestOf(draft) with { Year = year, Group = group }, who, cancel);

    /// <summary>Corrects a row of the table that is shown; of what is given, only what differs from the reading is kept.</summary>
    /// <exception cref="RefusedException">No table is chosen, or it has no such row.</exception>
    public async Task CorrectAsync(ImportDraft draft, RowCorrection given, string who, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(given);
        var view = await ViewAsync(draft, cancel);
        if (view.Table is not { } table || given.Row < 0 || given.Row >= view.Tables[table].Table.Rows.Count)
        {
            throw new RefusedException("Không có dòng này trong bảng đang xem; chưa sửa gì.");
        }

        var reading = view.Request.Of(table);
        var asRead = Read(view.Tables[table], reading.With(new RowCorrection(given.Row) { Meaning = given.Meaning == RowMeaning.Node ? RowMeaning.Node : RowMeaning.AsRead }));
        await SayAsync(draft, view.Request.With(reading.With(given.Against(asRead))), who, cancel);
    }

    /// <summary>Adds the set that was understood, and remembers what was said of its layout; its annex waits on for the other tables it may hold.</summary>
    /// <param name="draft">The kept annex.</param>
    /// <param name="set">The set, as it was shown.</param>
    /// <param name="who">Staff code of whoever adds it.</param>
    /// <param name="cancel">Gives up; nothing is added then.</param>
    /// <exception cref="RefusedException">The year and group have a set.</exception>
    public Task AddAsync(ImportDraft draft, CriteriaSet set, string who, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(draft);
        return Path.ApplyAsync(draft, draft.Sha256, AddedAsync, _ => new InvalidOperationException($"Import draft {draft.Id} is another file."), cancel);

        async Task<CriteriaSet> AddedAsync(AnnexContent content)
        {
            var request = RequestOf(draft);
            if ((content.Tables.Count == 1 ? 0 : request.Table) is { } table)
            {
                await memory.RememberAsync(content.Tables[table].Table, request.Of(table), cancel);
            }

            await register.AddAsync(set, new(who, "Nhập bộ tiêu chí từ phụ lục"), cancel);
            return set;
        }
    }

    private async Task<YearDifference?> DifferenceAsync(AnnexRequest request, CriteriaDraft? understood, CancellationToken cancel)
    {
        if (understood is not { IsTree: true, Nodes.Count: > 0 } || string.IsNullOrEmpty(request.Group) || CountText.Read(request.Year).Value is not { } year)
        {
            return null;
        }

        var set = understood.ToSet((int)year, request.Group, "?");
        return await register.BeforeAsync(set, cancel) is { } earlier ? YearDifference.Of(earlier, set) : null;
    }

    private async Task<ImportDraft?> KeepAsync(ImportSource source, AnnexRequest request, Guid by, CancellationToken cancel)
    {
        var draft = drafts.Draft(ImportKind.CriteriaSet, source, request, by);
        if (Read(draft) is { } content)
        {
            foreach (var (table, annex) in content.Tables.Index())
            {
                // A table in which no headings can be told is refused before it is kept.
                Read(annex, new(table));
                request = await memory.RecallAsync(annex.Table, table, cancel) is { } before ? request.With(before) : request;
            }

            draft = drafts.Draft(ImportKind.CriteriaSet, source, request, by);
        }

        return await Path.KeepAsync(draft, cancel);
    }

    private static AnnexRequest RequestOf(ImportDraft draft) => ImportDraftStore.RequestOf<AnnexRequest>(draft);

    private static CriteriaDraft Read(AnnexTable annex, TableReading reading) => CriteriaTableReader.Read(annex.Table, reading.Columns, reading.Corrections);

    private static AnnexContent? Read(ImportDraft draft)
    {
        var tables = RequestOf(draft).IsPasted
            ? CriteriaSourceReader.ReadPasted(Encoding.UTF8.GetString(draft.Content))
            : CriteriaSourceReader.ReadAll(draft.Content, draft.FileName);
        return tables.Count > 0 ? new(tables) : null;
    }
}
