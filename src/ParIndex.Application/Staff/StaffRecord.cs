using ParIndex.Application.Data;

namespace ParIndex.Application.Staff;

/// <summary>The history of accounts for one request, read when first asked for.</summary>
public sealed class StaffRecord(ParIndexDb db)
{
    private readonly HashSet<Guid> _asked = [];
    private StaffFaceLookup? _faces;
    private StaffHistory? _history;

    /// <summary>Reads who people were, once for those that are asked about together.</summary>
    public async Task<StaffFaceLookup> OfAsync(IEnumerable<Guid> accountIds, CancellationToken cancel = default)
    {
        var before = _asked.Count;
        _asked.UnionWith(accountIds);
        return _faces is not null && _asked.Count == before ? _faces : _faces = await StaffFaceLookup.OfAsync(db, _asked, cancel);
    }

    /// <summary>Reads all of it, once.</summary>
    public async Task<StaffHistory> ReadAsync(CancellationToken cancel = default) => _history ??= await StaffHistory.ReadAsync(db, cancel);
}
