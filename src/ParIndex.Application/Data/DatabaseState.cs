namespace ParIndex.Application.Data;

/// <summary>Whether the schema is up to date; once it is, nobody asks again.</summary>
public sealed class DatabaseState
{
    private volatile bool _ready;

    /// <summary>Whether the schema is that of this program.</summary>
    public async Task<bool> IsReadyAsync(ParIndexDb db, CancellationToken cancel)
    {
        if (!_ready && await db.IsUpToDateAsync(cancel))
        {
            _ready = true;
        }

        return _ready;
    }
}
