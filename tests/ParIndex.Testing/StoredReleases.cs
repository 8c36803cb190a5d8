using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Data;
using ParIndex.Application.Releases;
using ParIndex.Domain.Releases;

namespace ParIndex.Testing;

/// <summary>Every version that a database holds.</summary>
public static class StoredReleases
{
    /// <summary>Each with every leaf, oldest first.</summary>
    public static async Task<IReadOnlyList<Release>> AllAsync(ParIndexDb db)
    {
        ArgumentNullException.ThrowIfNull(db);
        var found = new List<Release>();
        foreach (var version in await db.Releases.OrderBy(release => release.Year).ThenBy(release => release.VersionNumber).Select(release => new { release.Year, release.VersionNumber }).ToListAsync())
        {
            found.Add((await new PublicReleases(db).WholeAsync(version.Year, version.VersionNumber))!);
        }

        return found;
    }
}
