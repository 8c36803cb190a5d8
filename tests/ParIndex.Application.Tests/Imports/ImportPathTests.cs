using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using ParIndex.Application.Accounts;
using ParIndex.Application.Archives;
using ParIndex.Application.Data;
using ParIndex.Application.Imports;
using ParIndex.Application.Reading;
using ParIndex.Application.Staff;
using ParIndex.Domain.Imports;
using ParIndex.Domain.Staff;
using ParIndex.Testing;

namespace ParIndex.Application.Tests.Imports;

/// <summary>Whatever a file holds: it waits for its own person, for a while, and is applied while what was shown holds.</summary>
public class ImportPathTests
{
    private readonly FakeTimeProvider _clock = TestClock.Now();

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Apply_WhatWasShown_IsApplied(DatabaseKind kind)
    {
        await using var world = await World.CreateAsync(kind, _clock);
        var path = world.PathTo(() => "stored");
        var draft = (await path.KeepAsync(world.Draft("a"), default))!;

        Assert.Equal("a beside stored", await path.ApplyAsync(draft, path.StampOf(draft, "a beside stored"), Task.FromResult, _ => new InvalidOperationException(), default));
        Assert.Equal("a beside stored", await path.ApplyAsync(draft, shown: null, Task.FromResult, _ => new InvalidOperationException(), default));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Apply_AfterWhatIsStoredChanged_IsRefused(DatabaseKind kind)
    {
        await using var world = await World.CreateAsync(kind, _clock);
        var stored = "stored";
        var path = world.PathTo(() => stored);
        var draft = (await path.KeepAsync(world.Draft("a"), default))!;
        stored = "changed";

        var applied = false;
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => path.ApplyAsync(draft, shown: null, compared => Task.FromResult(applied = true), compared => new InvalidOperationException(compared), default));

        Assert.Equal(("a beside changed", false), (refused.Message, applied));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Request_KeepsWhichHintsAreGiven_AndNotTheirWords(DatabaseKind kind)
    {
        await using var world = await World.CreateAsync(kind, _clock);
        var request = new TableDraftRequest(TestData.Request(2021) with { Hints = ImportHints.Form }, new());

        var draft = world.Drafts.Draft(ImportKind.PublishedTable, new("a.csv", []), request, world.Owner.Id);
        var earlier = new ImportDraft(ImportKind.PublishedTable, new("a.csv", []), draft.Request.Replace("\"form\"", "{\"CreateUnits\":\"x\",\"Table\":\"y\"}", StringComparison.Ordinal), world.Owner.Id, DateTime.UnixEpoch);

        Assert.Contains("\"Hints\":\"form\"", draft.Request, StringComparison.Ordinal);
        Assert.All([draft, earlier], kept => Assert.Equal(ImportHints.Form, ImportDraftStore.RequestOf<TableDraftRequest>(kept).Import.Hints));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Find_AnotherPersonsOrTargets_IsNotThere(DatabaseKind kind)
    {
        await using var world = await World.CreateAsync(kind, _clock);
        var draft = (await world.PathTo(() => "").KeepAsync(world.Draft("a"), default))!;

        Assert.NotNull(await world.Drafts.FindOwnAsync(draft.Id, draft.Kind, world.Owner.Id, "one"));
        Assert.Null(await world.Drafts.FindOwnAsync(draft.Id, draft.Kind, world.Owner.Id, "two"));
        Assert.Null(await world.Drafts.FindOwnAsync(draft.Id, draft.Kind, Guid.NewGuid(), "one"));
        Assert.Null(await world.Drafts.FindOwnAsync(draft.Id, ImportKind.UnitSheet, world.Owner.Id, "one"));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Keep_AnotherForTheSameTarget_TakesItsPlace(DatabaseKind kind)
    {
        await using var world = await World.CreateAsync(kind, _clock);
        var path = world.PathTo(() => "");
        await path.KeepAsync(world.Draft("first"), default);
        await path.KeepAsync(world.Draft("other", "two"), default);

        await path.KeepAsync(world.Draft("second"), default);

        Assert.Equal(["other", "second"], (await world.Db.ImportDrafts.AsNoTracking().ToListAsync()).Select(draft => Encoding.UTF8.GetString(draft.Content)).Order());
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Sweep_RemovesWhatExpired_ButNotWhatASecondPersonIsAskedAbout(DatabaseKind kind)
    {
        await using var world = await World.CreateAsync(kind, _clock);
        var (preview, table, asked) = (world.Draft("preview"), world.Draft("table", target: null, ImportKind.PublishedTable), world.Draft("asked", target: null, ImportKind.PublishedTable));
        world.Db.AddRange(preview, table, asked, new TwoPersonRequest(TwoPersonAct.PublishArchive, asked.Id, "{}", "Công bố", "Báo cáo năm", world.Owner.Id, _clock.GetUtcNow().UtcDateTime));
        await world.Db.SetUpAsync();

        _clock.Advance(TimeSpan.FromHours(2) - TimeSpan.FromSeconds(1));
        await world.Drafts.SweepAsync();
        Assert.Equal(3, await world.Db.ImportDrafts.CountAsync());

        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(await world.Drafts.FindAsync(preview.Id, preview.Kind));
        await world.Drafts.SweepAsync();
        Assert.Equal(2, await world.Db.ImportDrafts.CountAsync());

        _clock.Advance(TimeSpan.FromDays(30));
        await world.Drafts.SweepAsync();
        Assert.Equal(asked.Id, (await world.Db.ImportDrafts.SingleAsync()).Id);
        Assert.NotNull(await world.Drafts.FindAsync(asked.Id, asked.Kind));
    }

    private sealed class World(TestDatabase database, ParIndexDb db, StaffAccount owner, TimeProvider clock) : IAsyncDisposable
    {
        public ParIndexDb Db => db;

        public StaffAccount Owner => owner;

        public ImportDraftStore Drafts { get; } = new(db, clock);

        public static async Task<World> CreateAsync(DatabaseKind kind, TimeProvider clock)
        {
            var database = await TestDatabase.CreateAsync(kind);
            var db = database.NewContext();
            var owner = new StaffAccount("NV01", "Nguyễn Văn An", StaffRoles.Coordinator, unitId: null);
            db.Add(owner);
            await db.SetUpAsync();
            return new(database, db, owner, clock);
        }

        public ImportDraft Draft(string content, string? target = "one", ImportKind kind = ImportKind.SurveyPoints) =>
            Drafts.Draft(kind, new("a.xlsx", Encoding.UTF8.GetBytes(content)), new { }, owner.Id, target);

        public ImportPath<string> PathTo(Func<string> stored) =>
            new(Drafts, (draft, _) => Task.FromResult<string?>($"{Encoding.UTF8.GetString(draft.Content)} beside {stored()}"), (_, compared) => ImportStamp.Of([compared]));

        public async ValueTask DisposeAsync()
        {
            await db.DisposeAsync();
            await database.DisposeAsync();
        }
    }
}
