using ParIndex.Application.Data;
using ParIndex.Web.Configuration;

namespace ParIndex.Web.Security;

/// <summary>Whether the schema is up to date and the keys in it are ready for use; once they are, nobody asks again.</summary>
internal sealed class DatabaseState(StoredKeys keys)
{
    private volatile bool _ready;

    /// <exception cref="SettingsException">The keys do not open with the secret of this node.</exception>
    public async Task<bool> IsReadyAsync(ParIndexDb db, CancellationToken cancel)
    {
        if (!_ready && await db.IsUpToDateAsync(cancel))
        {
            await keys.OpenAsync(db, cancel);
            _ready = true;
        }

        return _ready;
    }
}
