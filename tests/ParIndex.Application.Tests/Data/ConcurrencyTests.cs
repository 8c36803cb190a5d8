using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Data;
using ParIndex.Domain.Scorecards;
using ParIndex.Domain.Units;
using ParIndex.Testing;

namespace ParIndex.Application.Tests.Data;

/// <summary>Two people who changed the same row: the second is told, and nothing of theirs is stored.</summary>
public class ConcurrencyTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Save_RenewsTheVersionOfWhatChanged(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var before = await AddAsync(database);
        await using var db = database.NewContext();
        var cell = await db.Set<ScoreCell>().SingleAsync(cell => cell.Points == 0.0625m);
        var leaf = await db.Set<Domain.Criteria.Criterion>().SingleAsync(criterion => criterion.Id == cell.CriterionId);

        cell.Score(leaf, 1);
        await db.SetUpAsync();

        await using var after = database.NewContext();
        Assert.NotEqual(before.Scorecard.Cells[0].Version, (await after.Set<ScoreCell>().SingleAsync(c => c.Id == cell.Id)).Version);
        // Typing in a cell is no change of the scorecard: two people type in two cells.
        Assert.Equal(before.Scorecard.Version, (await after.Scorecards.SingleAsync()).Version);
        Assert.Equal(before.Scorecard.Cells[1].Version, (await after.Set<ScoreCell>().SingleAsync(c => c.Id == before.Scorecard.Cells[1].Id)).Version);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task StaleVersion_SetAsOriginal_IsAConflict(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var shown = (await AddAsync(database)).Unit.Version;
        await RenameAsync(database, "Sở Nội vụ mới", 2025, shown);
        await using var before = database.NewContext();
        var events = await before.AuditEvents.CountAsync();

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => RenameAsync(database, "Sở Nội vụ khác", 2026, shown));

        await using var after = database.NewContext();
        Assert.Equal("Sở Nội vụ mới", (await after.Units.SingleAsync()).CurrentName.Name);
        Assert.Equal(events, await after.AuditEvents.CountAsync());
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task DeletionOfWhatAnotherChanged_IsAConflict(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using (var db = database.NewContext())
        {
            db.Add(new UnitGroup("xa", "Xã, phường", nameEn: null, UnitKind.Commune, 2));
            await db.SetUpAsync();
        }

        await using var slow = database.NewContext();
        var mine = await slow.UnitGroups.SingleAsync();
        await using (var fast = database.NewContext())
        {
            fast.Entry(await fast.UnitGroups.SingleAsync()).Property(group => group.Name).CurrentValue = "Cấp xã";
            await fast.SetUpAsync();
        }

        slow.Remove(mine);

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => slow.SetUpAsync());
    }

    private static async Task RenameAsync(TestDatabase database, string name, int year, Guid shown)
    {
        await using var db = database.NewContext();
        var unit = await db.Units.SingleAsync();
        db.Entry(unit).Property(u => u.Version).OriginalValue = shown;
        unit.Rename(name, new DateOnly(year, 3, 1));
        await db.SetUpAsync();
    }

    private static async Task<SampleData.Scored> AddAsync(TestDatabase database)
    {
        await using var db = database.NewContext();
        var graph = SampleData.NewGraph();
        db.AddRange(graph.Rows);
        await db.SetUpAsync();
        return graph;
    }
}
