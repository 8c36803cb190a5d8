using ParIndex.Application.Accounts;
using ParIndex.Application.Imports;
using ParIndex.Application.Reading;
using ParIndex.Domain;
using ParIndex.Domain.Imports;

namespace ParIndex.Application.Archives;

/// <summary>What was said beside the file of a published table.</summary>
/// <param name="Import">Year, group, decision, rules.</param>
/// <param name="Reading">How figures are read.</param>
public sealed record TableDraftRequest(ImportRequest Import, ReadingOptions Reading);

/// <summary>A table as understood and as reconciled.</summary>
/// <param name="Table">What each column and row was understood as.</param>
/// <param name="Report">What agrees with our own computation and what does not.</param>
public sealed record ReconciledTable(PublishedTable Table, ReconciliationReport Report);

/// <summary>A reconciled table with what publishing it would do, or why it cannot be published as things stand.</summary>
internal sealed record PlannedTable(ReconciliationReport Report, ArchivePlan? Plan, RefusedException? Refusal = null);

/// <summary>Reconciles published tables that staff bring, and keeps them for the decision.</summary>
public sealed class TableDrafts(ImportDraftStore drafts, TableImport import)
{
    /// <summary>The way of a table: its stamp is the mark of file, request and the release they lead to.</summary>
    internal ImportPath<PlannedTable> Path => new(drafts, async (draft, cancel) => await PlanAsync((await ReconcileAsync(draft, cancel)).Report, cancel), (draft, table) => table.Plan is { } plan ? StampOf(draft, table.Report, plan) : "");

    /// <summary>Reads and reconciles a file; when that succeeds the file is kept for the decision.</summary>
    /// <exception cref="UnreadableTableException">The file cannot be read in full; nothing is kept.</exception>
    public async Task<ImportDraft> KeepAsync(string fileName, byte[] content, TableDraftRequest request, StaffActor actor, CancellationToken cancel = default)
    {
        var draft = drafts.Draft(ImportKind.PublishedTable, new(fileName, content), request, actor.Id);
        return (await Path.KeepAsync(draft, cancel))!;
    }

    /// <summary>Reads a kept file again and reconciles it with the register as it is now.</summary>
    /// <exception cref="UnreadableTableException">The register changed so that the file no longer fits.</exception>
    public async Task<ReconciledTable> ReconcileAsync(ImportDraft draft, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(draft);
        var request = ImportDraftStore.RequestOf<TableDraftRequest>(draft);
        var choice = new TableChoice(request.Reading.Table, request.Import.Group, request.Import.Hints.Table);
        var table = PublishedTableReader.Read(SourceTableReader.Read(draft.Content, draft.FileName, choice), request.Reading with { Year = request.Import.Year });
        return new(table, await import.ReconcileAsync(table, request.Import, cancel));
    }

    /// <summary>The mark of file, request and the release they lead to: another byte, unit or current version gives another.</summary>
    public static string StampOf(ImportDraft draft, ReconciliationReport report, ArchivePlan plan) =>
        ImportStamp.Of([draft.Sha256, draft.Request, $"{plan.Release.VersionNumber}", plan.Release.ResultsDigest, plan.Current?.ResultsDigest ?? "", string.Join(',', report.NewUnits.Select(unit => unit.Code))]);

    private async Task<PlannedTable> PlanAsync(ReconciliationReport report, CancellationToken cancel)
    {
        try
        {
            return new(report, await import.PlanAsync(report, cancel));
        }
        catch (RefusedException refusal)
        {
            // Its report says so; the file may wait until it can be.
            return new(report, Plan: null, refusal);
        }
    }
}
