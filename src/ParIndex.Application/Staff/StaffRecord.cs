using ParIndex.Application.Data;

namespace ParIndex.Application.Staff;

/// <summary>The history of accounts for one request, read when first asked for.</summary>
public sealed class StaffRecord(ParIndexDb db)
{
    private StaffHistory? _history;

    /// <summary>Reads it, once.</summary>
    public async Task<StaffHistory> ReadAsync(CancellationToken cancel = default) => _history ??= await StaffHistory.ReadAsync(db, cancel);
}
