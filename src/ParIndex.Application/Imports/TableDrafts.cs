using ParIndex.Application.Data;
using ParIndex.Application.Imports.Reading;
using ParIndex.Application.Staff;

namespace ParIndex.Application.Imports;

/// <summary>What was said beside the file of a published table.</summary>
/// <param name="Import">Year, group, decision, rules.</param>
/// <param name="Reading">How figures are read.</param>
public sealed record TableDraftRequest(ImportRequest Import, ReadingOptions Reading);

/// <summary>A table as understood and as reconciled.</summary>
/// <param name="Table">What each column and row was understood as.</param>
/// <param name="Report">What agrees with our own computation and what does not.</param>
public sealed record ReconciledTable(PublishedTable Table, ReconciliationReport Report);

/// <summary>Reconciles published tables that staff bring, and keeps them for the decision.</summary>
public sealed class TableDrafts(ParIndexDb db, ImportDrafts drafts, TableImport import)
{
    /// <summary>Reads and reconciles a file; when that succeeds the file is kept for the decision.</summary>
    /// <exception cref="UnreadableTableException">The file cannot be read in full; nothing is kept.</exception>
    public async Task<ImportDraft> KeepAsync(string fileName, byte[] content, TableDraftRequest request, StaffActor actor, CancellationToken cancel = default)
    {
        await ReconcileAsync(fileName, content, request, cancel);
        // What reconciling looked up is not part of what is kept.
        db.ChangeTracker.Clear();
        return await drafts.KeepAsync(ImportKind.PublishedTable, fileName, content, request, actor, cancel);
    }

    /// <summary>Reads a kept file again and reconciles it with the register as it is now.</summary>
    /// <exception cref="UnreadableTableException">The register changed so that the file no longer fits.</exception>
    public Task<ReconciledTable> ReconcileAsync(ImportDraft draft, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(draft);
        return ReconcileAsync(draft.FileName, draft.Content, ImportDrafts.RequestOf<TableDraftRequest>(draft), cancel);
    }

    private async Task<ReconciledTable> ReconcileAsync(string fileName, byte[] content, TableDraftRequest request, CancellationToken cancel)
    {
        var choice = new TableChoice(request.Reading.Table, request.Import.Group, request.Import.Hints.Table);
        var table = PublishedTableReader.Read(SourceTableReader.Read(content, fileName, choice), request.Reading with { Year = request.Import.Year });
        return new(table, await import.ReconcileAsync(table, request.Import, cancel));
    }
}
