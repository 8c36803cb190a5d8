using ParIndex.Application.Accounts;
using ParIndex.Application.Imports;
using ParIndex.Application.Reading;
using ParIndex.Application.Rounds;
using ParIndex.Domain;
using ParIndex.Domain.Imports;

namespace ParIndex.Application.Surveys;

/// <summary>A workbook of survey points beside what stands.</summary>
/// <param name="Rows">Its rows.</param>
/// <param name="Remarks">What of the file was passed over or assumed.</param>
public sealed record SurveyComparison(IReadOnlyList<SurveyRow> Rows, IReadOnlyList<Finding> Remarks)
{
    /// <summary>The mark of it: another as soon as one of the cells was changed.</summary>
    public string Stamp => ImportStamp.Of(Rows.Select(row => $"{row.Line.Cell.Id} {row.Line.Cell.Version}"));
}

/// <summary>Takes survey points of a group in from its workbook: shown row by row, then all of them or none.</summary>
public sealed class SurveyImport(SurveyPoints points, ImportDraftStore drafts)
{
    /// <summary>Reads a workbook; when that succeeds it is kept for its sender's confirmation, in place of one sent before.</summary>
    /// <exception cref="UnreadableTableException">Something in it is not understood, or changes what its reader may not; nothing is kept.</exception>
    public async Task<ImportDraft> KeepAsync(RoundSetup setup, GroupSetup group, string fileName, byte[] content, StaffAccount actor, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return (await Path(setup, group, actor).KeepAsync(drafts.Draft(ImportKind.SurveyPoints, new(fileName, content), new { }, actor.Id, TargetOf(setup, group)), cancel))!;
    }

    /// <summary>The workbook that waits for this person's confirmation, or <c>null</c>: it expired, or never was.</summary>
    public Task<ImportDraft?> FindAsync(RoundSetup setup, GroupSetup group, Guid draftId, StaffAccount actor, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return drafts.FindOwnAsync(draftId, ImportKind.SurveyPoints, actor.Id, TargetOf(setup, group), cancel);
    }

    /// <summary>Compares a kept workbook with what is stored now.</summary>
    /// <exception cref="UnreadableTableException">It fits no longer.</exception>
    public async Task<SurveyComparison> CompareAsync(RoundSetup setup, GroupSetup group, ImportDraft draft, StaffAccount actor, CancellationToken cancel = default) =>
        (await Path(setup, group, actor).CompareAsync(draft, cancel))!;

    /// <summary>Takes a kept workbook, all of it or none. Taken again, it meets the points it made and is refused.</summary>
    /// <param name="setup">The round.</param>
    /// <param name="group">The group.</param>
    /// <param name="draft">The kept workbook.</param>
    /// <param name="shown">The stamp of the comparison that was shown; <c>null</c> for the one it was kept with.</param>
    /// <param name="actor">Who confirms.</param>
    /// <param name="cancel">Gives up; nothing is taken then.</param>
    /// <returns>How many cells changed.</returns>
    /// <exception cref="UnreadableTableException">It fits no longer.</exception>
    /// <exception cref="RefusedException">A cell changed since it was shown, or the rules refuse.</exception>
    public async Task<int> ApplyAsync(RoundSetup setup, GroupSetup group, ImportDraft draft, string? shown, StaffAccount actor, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(setup);
        ArgumentNullException.ThrowIfNull(draft);
        return await Path(setup, group, actor).ApplyAsync(draft, shown,
            compared => points.SaveAsync(setup.Round.Id, [.. compared.Rows.Select(row => row.Entry)], "Nhập điểm điều tra từ XLSX", actor, cancel),
            _ => new RefusedException("Có người khác vừa thay đổi điểm điều tra; xem lại nội dung dưới đây rồi nhận."), cancel);
    }

    private static string TargetOf(RoundSetup setup, GroupSetup group) => $"{setup.Round.Id:N}/{group.UnitGroup.Slug}";

    private ImportPath<SurveyComparison> Path(RoundSetup setup, GroupSetup group, StaffAccount actor) => new(drafts, (draft, cancel) => ReadAsync(setup, group, draft, actor, cancel), (_, compared) => compared.Stamp);

    private async Task<SurveyComparison?> ReadAsync(RoundSetup setup, GroupSetup group, ImportDraft draft, StaffAccount actor, CancellationToken cancel)
    {
        var table = SurveyWorkbook.TableOf(draft.Content, setup.Round.Year);
        return new(SurveyWorkbook.Read(table, await points.LinesAsync(setup, group, actor, cancel)), SurveyWorkbook.Remarks(table));
    }
}
