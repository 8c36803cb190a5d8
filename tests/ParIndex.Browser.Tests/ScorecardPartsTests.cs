using System.Text;
using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using ParIndex.Application.Data;
using ParIndex.Application.Staff;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Scorecards;
using ParIndex.Domain.Scoring;
using ParIndex.Testing;

namespace ParIndex.Browser.Tests;

/// <summary>Submission, report, explanations, moves and surveys: no violation, nothing cut off, at a desk and on a phone.</summary>
[Collection(PortalCollection.Name)]
public sealed partial class ScorecardPartsTests(Portal portal)
{
    public static TheoryData<string, ScorecardState, StaffRoles> Pages => new()
    {
        { "nop", ScorecardState.SelfScoring, StaffRoles.UnitOfficer },
        { "bao-cao", ScorecardState.SelfScoring, StaffRoles.UnitOfficer },
        { "giai-trinh", ScorecardState.Explanation, StaffRoles.UnitOfficer },
        { "giai-trinh", ScorecardState.Explanation, StaffRoles.CouncilMember },
        { "qua-trinh", ScorecardState.SecondAppraisal, StaffRoles.Coordinator },
        { "qua-trinh", ScorecardState.Agreed, StaffRoles.Coordinator },
        { "khao-sat", ScorecardState.Explanation, StaffRoles.Coordinator },
        { "khao-sat/nhap?khoi=so-nganh", ScorecardState.Explanation, StaffRoles.Coordinator },
        { "sua-sau-khoa", ScorecardState.SecondAppraisal, StaffRoles.CouncilMember },
    };

    [SkippableTheory, MemberData(nameof(Pages))]
    public async Task Page_LightOnADeskAndDarkOnAPhone_IsWholeAndHasNoViolation(string part, ScorecardState state, StaffRoles roles)
    {
        Require.Chromium();
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var world = await WorldAsync(database, state);
        await using var app = new TestApp(database) { Environment = "Development" };
        var home = app.Listen();
        using var person = await SignedIn.AsAsync(app, roles, roles == StaffRoles.UnitOfficer ? world.Test.Justice.Id : world.Test.Office.Id);
        var address = part.StartsWith("khao", StringComparison.Ordinal) || part.StartsWith("sua", StringComparison.Ordinal) ? $"{world.Test.Address}/{part}" : $"/lam-viec/phieu-cham-diem/{await world.IdAsync(world.Test.Justice)}/{part}";

        await portal.VisitAsync(home, new Window(), async visit =>
        {
            await visit.GoAsync(address);
            foreach (var width in Window.Widths)
            {
                await visit.ResizeAsync(width);
                await visit.Page.EmulateMediaAsync(new() { ColorScheme = width == 1280 ? ColorScheme.Light : ColorScheme.Dark });
                await Pictures.TakeAsync(visit.Page, $"{part}-{state}-{roles}-{width}");
                var flaws = await LayoutAudit.FlawsAsync(visit.Page);
                Assert.True(flaws.Length == 0, $"At {width} px:\n{string.Join('\n', flaws)}");
                var result = await visit.Page.RunAxe();
                Assert.NotEmpty(result.Passes);
                Assert.True(result.Violations.Length == 0, string.Join('\n', result.Violations.SelectMany(rule => rule.Nodes.Select(node => $"{rule.Id}: {rule.Help}: {node.Html}"))));
            }
        }, person.Cookie);
    }

    [SkippableFact]
    public async Task Report_IsPrintedOnA4_WithoutThePortalAroundIt()
    {
        Require.Chromium();
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var world = await WorldAsync(database, ScorecardState.SelfScoring);
        await using var app = new TestApp(database) { Environment = "Development" };
        var home = app.Listen();
        using var person = await SignedIn.AsAsync(app, StaffRoles.UnitOfficer, world.Test.Justice.Id);

        await portal.VisitAsync(home, new Window(), async visit =>
        {
            await visit.GoAsync($"/lam-viec/phieu-cham-diem/{await world.IdAsync(world.Test.Justice)}/bao-cao");
            var pdf = await visit.Page.PdfAsync(new() { PreferCSSPageSize = true });
            await Pictures.KeepAsync(pdf, "bao-cao");
            Assert.Matches("/MediaBox \\[0 0 59[45][.0-9]* 84[12][.0-9]*\\]", Encoding.Latin1.GetString(pdf));
            Assert.InRange(PageObject().Count(Encoding.Latin1.GetString(pdf)), 1, 3);

            await visit.Page.EmulateMediaAsync(new() { Media = Media.Print });
            // The width between the margins of A4: 170 mm.
            await visit.ResizeAsync(643);
            await Pictures.TakeAsync(visit.Page, "bao-cao-in");
            Assert.False(await visit.Page.Locator("header.site").IsVisibleAsync());
            Assert.False(await visit.Page.Locator("footer.site").IsVisibleAsync());
            Assert.True(await visit.Page.Locator(".signature").IsVisibleAsync());
        }, person.Cookie);
    }

    [GeneratedRegex("/Type\\s*/Page\\b", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex PageObject();

    /// <summary>Bonus above its ceiling, a proposal “Không áp dụng”, long notes, questions and their answers.</summary>
    private static async Task<ScorecardWorld> WorldAsync(TestDatabase database, ScorecardState state)
    {
        var world = await ScorecardWorld.CreateAsync(database, (round, db) =>
        {
            var bonus = round.Set.Add("C", "Điểm cộng", 3, Component.Bonus);
            round.Set.Add("C.1", "Có sáng kiến, giải pháp mới về cải cách hành chính được cấp có thẩm quyền công nhận và áp dụng hiệu quả", 3, Component.Bonus, bonus);
            round.Set.Change(round.Leaf("1.3"), round.Leaf("1.3").Content with { Rule = LeafRule.Parse("mức: Có=2; Không=0; Không áp dụng") });
            round.Set.Change(round.Leaf("8.1"), round.Leaf("8.1").Content with { Rule = LeafRule.Parse("điều tra") });
            round.Round.SetUp(round.Group, round.UnitGroup(db), round.Set, round.Group.Rules with { BonusCeiling = 2 });
        });
        await world.BringAsync(ScorecardState.SelfScoring);
        await world.WriteAsync(ScoreStage.SelfScore, "1.3", new CellAnswer { Level = 2, Note = "Đơn vị không có đơn vị sự nghiệp công lập trực thuộc" }, "officer");
        await world.WriteAsync(ScoreStage.SelfScore, "C.1", new CellAnswer { Points = 3, Note = "Sáng kiến số hoá hồ sơ đất đai" }, "officer");
        await world.WriteAsync(ScoreStage.SelfScore, "1.2", new CellAnswer { Points = 17.25m, Note = "Đã tuyên truyền bằng nhiều hình thức; báo cáo số 145/BC-STP ngày 12/11/2026, phụ lục II kèm theo, và trên cổng thông tin điện tử của Sở" }, "officer");
        if (state > ScorecardState.SelfScoring)
        {
            await world.BringAsync(state);
            await using var db = database.NewContext();
            var folder = await world.ReadAsync();
            var asked = Explanation.Ask(folder.Card, folder.Leaf(world.Test.Leaf("1.1").Id)!, "Kế hoạch năm 2026 ban hành ngày nào? Đề nghị nêu số, ngày của văn bản và lý do chậm so với quy định.", world["appraiser"].Id, DateTime.UtcNow);
            asked.Reply("Kế hoạch số 12/KH-STP ngày 30/01/2026; chậm vì chờ kế hoạch của tỉnh.", keepsSelfScore: true, world["officer"].Id, DateTime.UtcNow);
            db.AddRange(asked, Explanation.Ask(folder.Card, folder.Leaf(world.Test.Leaf("1.2").Id)!, "Đề nghị bổ sung tài liệu kiểm chứng.", world["appraiser"].Id, DateTime.UtcNow));
            await db.SaveChangesAsync();
        }

        if (state == ScorecardState.SecondAppraisal)
        {
            world.Clock.Pass(TimeSpan.FromMinutes(1));
            await world.WriteAsync(ScoreStage.SecondAppraisal, "1.2", new CellAnswer { Points = 12.25m, Note = "Theo giải trình" }, "appraiser");
        }

        return world;
    }
}
