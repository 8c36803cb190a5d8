using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Data;

namespace ParIndex.Application.Releases;

/// <summary>
/// The results of rounds as they were last computed, so that pages which only show them compute them once per state of the database.
/// An act computes them anew, inside its transaction, and never uses what is kept here.
/// </summary>
public sealed class ResultsMemory
{
    /// <summary>So many rounds are at work at once in a province and its districts.</summary>
    private const int MostRounds = 16;

    private readonly ConcurrentDictionary<Guid, (ResultsState State, ResultsDraft Draft)> _kept = new();

    /// <summary>The results kept of a round, if the database still is in that state.</summary>
    internal ResultsDraft? Find(Guid roundId, ResultsState state) => _kept.TryGetValue(roundId, out var kept) && kept.State == state ? kept.Draft : null;

    /// <summary>Keeps the results of a round.</summary>
    internal void Keep(Guid roundId, ResultsState state, ResultsDraft draft)
    {
        if (_kept.Count >= MostRounds && !_kept.ContainsKey(roundId))
        {
            _kept.Clear();
        }

        _kept[roundId] = (state, draft);
    }
}

/// <summary>
/// What tells two states of the database apart: every act is in the audit log, in the save of its changes.
/// </summary>
/// <param name="Newest">Number of the newest event.</param>
/// <param name="Recent">How many there are of the newest thousand numbers: an act that was numbered earlier can be committed later.</param>
/// <param name="Releases">How many releases there are: a restored database has another number.</param>
internal sealed record ResultsState(long Newest, int Recent, int Releases)
{
    private const long Window = 1000;

    public static async Task<ResultsState> ReadAsync(ParIndexDb db, CancellationToken cancel)
    {
        var newest = await db.AuditEvents.MaxAsync(row => row.Sequence, cancel) ?? 0;
        return new(newest, await db.AuditEvents.CountAsync(row => row.Sequence > newest - Window, cancel), await db.Releases.CountAsync(cancel));
    }
}
