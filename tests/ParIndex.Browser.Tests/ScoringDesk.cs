using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using ParIndex.Application.Accounts;
using ParIndex.Application.Data;
using ParIndex.Application.Scorecards;
using ParIndex.Domain.Scorecards;
using ParIndex.Domain.Staff;
using ParIndex.Testing;

namespace ParIndex.Browser.Tests;

/// <summary>The program on a port with an open round, and the session of an officer of Sở Tư pháp.</summary>
internal sealed class ScoringDesk : IAsyncDisposable
{
    private readonly TestDatabase _database;
    private readonly TestApp _app;
    private readonly Guid _cardId;

    private ScoringDesk(TestDatabase database, TestApp app, OpenRound round, Guid cardId)
    {
        (_database, _app, Round, _cardId) = (database, app, round, cardId);
        Home = app.Listen();
    }

    public OpenRound Round { get; }

    public Uri Home { get; }

    public string Address => $"/lam-viec/phieu-cham-diem/{_cardId}";

    /// <summary>The session's cookie, as a header has it.</summary>
    public string SignedInAs { get; private set; } = "";

    /// <summary>The same, for the browser.</summary>
    public Cookie Session => Portal.Session(Home, SignedInAs);

    public static async Task<ScoringDesk> OpenAsync()
    {
        _ = Require.Chromium();
        var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var round = await OpenRound.AddAsync(database);
        // Cookies of production want https, which a port of the test's has not.
        var desk = new ScoringDesk(database, new TestApp(database) { Environment = "Development" }, round, await round.CardIdAsync(round.Test.Justice));
        await desk.SignInAsync(StaffRoles.UnitOfficer, round.Test.Justice.Id);
        return desk;
    }

    public async Task AppraiseAsync()
    {
        await Round.MoveAsync(Round.Test.Justice, ScorecardAct.Submit);
        await Round.AssignAsync(await SignInAsync(StaffRoles.Appraiser, Round.Test.Office.Id));
    }

    /// <summary>Puts the panel away, so that the column of notes has its place.</summary>
    public static async Task ShutPanelAsync(IPage page)
    {
        await page.Locator(".sheet tbody select, .sheet tbody input:not([type=hidden])").First.FocusAsync();
        await page.Keyboard.PressAsync("d");
    }

    public Task SavedAsync(IPage page, string leaf) => page.WaitForSelectorAsync($"[id='t-{leaf}'] [data-s=saved]");

    public Task<ScorecardFolder> FolderAsync() => Round.ReadAsync(Round.Test.Justice);

    public async Task<decimal?> PointsAsync(string leaf) => (await FolderAsync()).Card.Cell(ScoreStage.SelfScore, Round.Test.Leaf(leaf).Id)!.Points;

    public async Task SaveAsColleagueAsync(string leaf, string points)
    {
        var colleague = await Round.AddOfficerAsync(Round.Test.Justice, "CB02");
        var cell = (await FolderAsync()).Card.Cell(ScoreStage.SelfScore, Round.Test.Leaf(leaf).Id)!;
        await using var db = _database.NewContext();
        await new ScoreEntry(db, new ScorecardReader(db), TimeProvider.System).SaveAsync(colleague, _cardId, [new(Guid.NewGuid(), leaf, ScoreStage.SelfScore, cell.Version, new() { Points = points })]);
    }

    public async Task<int> EditsAsync()
    {
        await using var db = _database.NewContext();
        return await db.ScoreEdits.CountAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await _database.DisposeAsync();
    }

    private async Task<StaffAccount> SignInAsync(StaffRoles roles, Guid unitId)
    {
        using var person = await SignedIn.AsAsync(_app, roles, unitId);
        SignedInAs = person.Cookie;
        return person.Account;
    }
}
