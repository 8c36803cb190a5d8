using System.Collections.Concurrent;
using ParIndex.Domain.NationalIndices;
using ParIndex.Domain.Releases;
using ParIndex.Domain.Remarks;
using ParIndex.Domain.Seals;
using ParIndex.Domain.Units;

namespace ParIndex.Application.Data;

/// <summary>
/// Which state of the releases and the two public registers is the present one, as a number that only grows. What was made
/// from them under another number is out of date. One for each database in a process: every context that saves there
/// renews it when its save is committed, and <see cref="PublicRowsWatch"/> tells of other processes.
/// </summary>
public sealed class PublicEdition
{
    private static readonly ConcurrentDictionary<string, PublicEdition> Databases = new(StringComparer.Ordinal);

    private long _number;

    private PublicEdition()
    {
    }

    /// <summary>The present number, from 0.</summary>
    public long Number => Volatile.Read(ref _number);

    /// <summary>The edition of the database that is reached by these words.</summary>
    internal static PublicEdition Of(string connectionString) => Databases.GetOrAdd(connectionString, _ => new());

    /// <summary>Whether public pages may read the row. Rows of a release come with it and never change.</summary>
    internal static bool Covers(object row) => row is Release or ReleaseSeal or Unit or UnitName or UnitAlias or Succession or UnitGroup or NationalIndex or PublicRemark { IsPublic: true };

    /// <summary>What public pages read has changed, or may have.</summary>
    public void Renew() => Interlocked.Increment(ref _number);
}
