using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using ParIndex.Application.Accounts;
using ParIndex.Application.Data;
using ParIndex.Application.Evidence;
using ParIndex.Domain.Scorecards;
using ParIndex.Domain.Staff;
using ParIndex.Domain.Units;
using ParIndex.Testing;
using static Microsoft.Playwright.Assertions;

namespace ParIndex.Browser.Tests;

/// <summary>One field of 150 units, appraised by keyboard alone by a person who signs in and clicks to it.</summary>
[Collection(PortalCollection.Name)]
public sealed class MatrixKeyboardTests(Portal portal)
{
    private const int Units = 150;

    [Fact]
    public async Task Appraiser_By150UnitsAndOneField_AnswersEachByKeyboard()
    {
        Require.Chromium();
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var (world, units) = await MakeAsync(database);
        await using var app = new TestApp(database) { Jobs = false }.With("Proxies", "127.0.0.1");
        var home = app.Listen();
        var person = await MemberAsync(app, world["appraiser without assignment"]);

        await portal.VisitAsync(home, new Window(), async visit =>
        {
            var (page, keys) = (visit.Page, visit.Page.Keyboard);
            await person.EnterAsync(visit);
            await page.GetByRole(AriaRole.Link, new() { Name = "Theo bảng, mọi đơn vị" }).ClickAsync();
            await Expect(page.Locator("h1")).ToHaveTextAsync("Lĩnh vực 2. Cải cách thể chế");
            await page.WaitForLoadStateAsync(LoadState.Load);
            await Expect(page.Locator("td.waiting")).ToHaveCountAsync(2 * Units);

            // To the first cell that waits; then one is typed, all others are accepted.
            await keys.PressAsync("a");
            await keys.TypeAsync("7,25");
            await keys.PressAsync("Enter");
            await keys.PressAsync("ArrowUp");
            await keys.PressAsync("ArrowRight");
            for (var cell = 1; cell < 2 * Units; cell++)
            {
                await keys.PressAsync("a");
            }

            await Expect(page.Locator("#thanh [data-waiting]")).ToHaveTextAsync("0", new() { Timeout = 30000 });
            await Expect(page.Locator("[data-s=queued], [data-s=saving]")).ToHaveCountAsync(0, new() { Timeout = 60000 });
            await Expect(page.Locator("#trang-thai")).ToContainTextAsync("Đã lưu lúc");
        }, cookie: null);

        await using var db = database.NewContext();
        var leaves = new[] { world.Test.Leaf("2.1"), world.Test.Leaf("2.2") };
        var ids = leaves.Select(leaf => leaf.Id).ToList();
        var cells = await db.Set<ScoreCell>().AsNoTracking().Where(cell => cell.Stage == ScoreStage.FirstAppraisal && ids.Contains(cell.CriterionId)).ToListAsync();
        Assert.Equal(2 * units, cells.Count);
        Assert.All(cells, cell => Assert.Equal(world["appraiser without assignment"].Id, cell.ChangedBy));
        Assert.Single(cells, cell => cell.Points == 7.25m);
        Assert.Equal((2 * units) - 1, cells.Count(cell => cell.Points == leaves.Single(leaf => leaf.Id == cell.CriterionId).MaxScore));
    }

    [Fact]
    public async Task Cell_ByKeys_IsAskedAboutProvedAndTakenBack()
    {
        Require.Chromium();
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var world = await ScorecardWorld.CreateAsync(database);
        await using var app = new TestApp(database) { Environment = "Development" };
        var home = app.Listen();
        await ProveAsync(app, world);
        await world.BringAsync(ScorecardState.FirstAppraisal, appraised: false);
        await world.BringAsync(ScorecardState.FirstAppraisal, world.Test.Office, appraised: false);
        var session = (await SignedIn.SessionAsync(app, world["appraiser"])).ToString();

        await portal.VisitAsync(home, new Window(), async visit =>
        {
            var (page, keys) = (visit.Page, visit.Page.Keyboard);
            await page.GotoAsync($"/lam-viec/tham-dinh/{world.Test.Round.Id}/so-nganh/1", new() { WaitUntil = WaitUntilState.Load });
            await page.FocusAsync("[name='p-so-tu-phap:1.1']");
            await keys.PressAsync("f");
            await Expect(page.Locator("#Input_Text")).ToBeFocusedAsync();
            await keys.TypeAsync("Đề nghị gửi kế hoạch đã ký");
            await visit.SendAsync("Đề nghị giải trình");
            await Expect(page.Locator("[id='o-so-tu-phap:1.1'] .tag").First).ToHaveTextAsync("đã hỏi");

            // The same text is offered for the next cell.
            await page.FocusAsync("[name='p-van-phong-ubnd-tinh:1.1']");
            await keys.PressAsync("f");
            await page.Locator("#khung [data-panel-of='van-phong-ubnd-tinh:1.1']").WaitForAsync();
            await page.GetByLabel("Đề nghị gửi kế hoạch đã ký", new() { Exact = true }).CheckAsync();
            await visit.SendAsync("Đề nghị giải trình");
            await Expect(page.Locator("[id='o-van-phong-ubnd-tinh:1.1'] .tag").First).ToHaveTextAsync("đã hỏi");

            // What proves a cell is drawn beside it, at the page that the unit names.
            await page.FocusAsync("[name='p-so-tu-phap:1.2']");
            await keys.PressAsync("d");
            var drawn = page.Locator("#khung [data-panel-of='so-tu-phap:1.2'] ~ div .preview");
            await Expect(drawn.Locator("span")).ToHaveTextAsync("Trang 2/2");
            await Expect(drawn.Locator("[role=status]")).ToHaveCountAsync(0);
            Assert.Equal("0,0,255,255", await drawn.Locator("canvas").EvaluateAsync<string>("canvas => [...canvas.getContext('2d').getImageData(canvas.width / 2, canvas.height / 2, 1, 1).data].join()"));
            await Pictures.TakeAsync(page, "matrix-preview");
            Assert.Empty(await LayoutAudit.FlawsAsync(page));

            // Accepted, and taken back.
            await page.FocusAsync("[name='p-so-tu-phap:1.2']");
            await keys.PressAsync("a");
            await Expect(page.Locator("[name='p-so-tu-phap:1.2']")).ToHaveValueAsync("18,00");
            await page.ClickAsync("#hoan-tac");
            await Expect(page.Locator("[name='p-so-tu-phap:1.2']")).ToHaveValueAsync("");
            await Expect(page.Locator("[data-s=queued], [data-s=saving]")).ToHaveCountAsync(0);
        }, session);

        var folder = await world.ReadAsync();
        Assert.Equal("Đề nghị gửi kế hoạch đã ký", folder.ExplanationOf(world.Test.Leaf("1.1"))!.Reason);
        Assert.Null(folder.Card.Cell(ScoreStage.FirstAppraisal, world.Test.Leaf("1.2").Id)!.Points);
    }

    /// <summary>Sở Tư pháp proves 1.2 by the second page of a file.</summary>
    private static async Task ProveAsync(TestApp app, ScorecardWorld world)
    {
        await using var scope = app.Services.CreateAsyncScope();
        using var content = new MemoryStream(Samples.Pdf);
        await scope.ServiceProvider.GetRequiredService<EvidenceAttachments>().AttachAsync(
            await world.IdAsync(world.Test.Justice), [world.Test.Leaf("1.2").Id], "tr. 2", new Citation("Kế hoạch", null, null, null, IsShared: false), new DocumentFile(content, "Ke hoach.pdf", UploadId: null, IsDeclared: true), world["officer"], CancellationToken.None);
    }

    /// <summary>150 units that scored themselves and handed in, of whose appraisal one field is one person's.</summary>
    private static async Task<(ScorecardWorld World, int Units)> MakeAsync(TestDatabase database)
    {
        var world = await ScorecardWorld.CreateAsync(database, (round, db) =>
        {
            foreach (var unit in Enumerable.Range(1, Units - 2).Select(number => new Unit($"Sở Thứ {number}", UnitKind.Department)))
            {
                db.Add(unit);
                db.Add(new StaffAccount("CB-" + unit.Code, "Cán bộ " + unit.CurrentName.Name, StaffRoles.UnitOfficer, unit.Id));
                round.Round.Admit(round.Group, unit);
            }

            var person = db.ChangeTracker.Entries<StaffAccount>().Single(entry => entry.Entity.StaffCode == "TD08").Entity;
            db.Add(new Domain.Rounds.AppraiserAssignment(round.Group, person.Id, round.Set.Criteria.Single(node => node.Code == "2"), participant: null));
        });
        await using var db = database.NewContext();
        // The own unit of the person is not theirs to appraise, and is not handed in.
        var own = world.Test.Of(world.Test.Office).Id;
        var set = await db.CriteriaSets.Include(known => known.Criteria).SingleAsync(known => known.Id == world.Test.Set.Id);
        var cards = await db.Scorecards.AsTracking().AsSplitQuery().Include(card => card.Cells).Include(card => card.Moves).Where(card => card.ParticipantId != own).ToListAsync();
        foreach (var card in cards)
        {
            foreach (var cell in card.Cells.Where(cell => cell.Stage == ScoreStage.SelfScore).ToList())
            {
                var leaf = set.Leaves.Single(known => known.Id == cell.CriterionId);
                card.Take(ScoreStage.SelfScore, leaf, new CellAnswer { Points = leaf.MaxScore }, world["officer"].Id, DateTime.UtcNow);
            }

            card.Move(ScorecardAct.Submit, set.Leaves, world["officer"].Id, DateTime.UtcNow, note: null);
        }

        await db.SetUpAsync();
        return (world, cards.Count);
    }

    private static async Task<StaffMember> MemberAsync(TestApp app, StaffAccount account)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ParIndexDb>();
        var code = (await db.StaffAccounts.SingleAsync(known => known.Id == account.Id)).IssueCode(DateTime.UtcNow);
        await db.SaveAsync(new("test", "Cấp mã"));
        return new(account.StaffCode, code, account.Has(RoleWords.WithSecondFactor));
    }
}
