using Microsoft.Playwright;
using ParIndex.Application.Accounts;
using ParIndex.Application.Data;
using ParIndex.Domain.Scorecards;
using ParIndex.Domain.Staff;
using ParIndex.Testing;
using static Microsoft.Playwright.Assertions;

namespace ParIndex.Browser.Tests;

/// <summary>Sở Tư pháp shares its sheet out: its head and two officers press what they see, from the sharing to the handing in.</summary>
[Collection(PortalCollection.Name)]
public sealed class UnitSharingTests(Portal portal)
{
    private const string Remark = "Điểm 2.1 chưa khớp báo cáo quý IV";

    private const string Question = "Anh gửi giúp báo cáo quý IV";

    [Fact]
    public async Task Unit_SharesScoresReturnsMendsApproves_AndHandsIn()
    {
        Require.Chromium();
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var (head, second) = (default(StaffAccount), default(StaffAccount));
        var world = await ScorecardWorld.CreateAsync(database, (round, db) =>
        {
            head = new("TT01", "Phạm Văn Trưởng", StaffRoles.UnitHead, round.Justice.Id) { Post = "Giám đốc Sở" };
            second = new("CB02", "Lò Thị Hai", StaffRoles.UnitOfficer, round.Justice.Id);
            db.AddRange(head, second);
        });
        await using var app = new TestApp(database) { Environment = "Development" };
        var home = app.Listen();

        await ByAsync(head!, async visit =>
        {
            await visit.GoAsync("/lam-viec/phieu-cham-diem");
            await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Mở phiếu chấm điểm" }).ClickAsync();
            await InsideAsync(visit);
            await visit.Page.GetByLabel("1. Công tác chỉ đạo, điều hành").SelectOptionAsync(new SelectOptionValue { Label = "Cán bộ Sở Tư pháp (CB-so-tu-phap)" });
            await visit.Page.GetByLabel("2. Cải cách thể chế").SelectOptionAsync(new SelectOptionValue { Label = "Lò Thị Hai (CB02)" });
            await visit.SendAsync("Lưu phân công");
            await Expect(visit.Page.Locator("main")).ToContainTextAsync("Đã phân công 02 lĩnh vực.");
            await Pictures.TakeAsync(visit.Page, "unit-shared");
        });
        await ByAsync(world["officer"], async visit =>
        {
            await ScoreOwnPartAsync(visit, [("1.1", "19,5"), ("1.2", "18"), ("1.3", "2")], absent: "2.1");
            await FinishAsync(visit);
        });
        await ByAsync(second!, async visit =>
        {
            await ScoreOwnPartAsync(visit, [("2.1", "15,5"), ("2.2", "14,5")], absent: "1.1");
            await FinishAsync(visit);
        });
        await ByAsync(head!, async visit =>
        {
            await DutyAsync(visit, "chờ thủ trưởng phê duyệt", "Xem và phê duyệt");
            await visit.Page.GetByLabel("Lĩnh vực", new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Label = "2. Cải cách thể chế – Lò Thị Hai" });
            await visit.Page.GetByLabel("Ý kiến: cần bổ sung").FillAsync(Remark);
            await visit.SendAsync("Trả lại cho người phụ trách");
            await Expect(visit.Page.Locator("#phe-duyet")).ToContainTextAsync("còn 1 lĩnh vực đã trả lại");
        });
        await ByAsync(second!, async visit =>
        {
            await DutyAsync(visit, "lĩnh vực thủ trưởng trả lại", "Xem và bổ sung");
            await Expect(visit.Page.Locator("#phan-cua-toi")).ToContainTextAsync(Remark);
            await visit.Page.Locator("#phan-cua-toi").GetByRole(AriaRole.Link, new() { Name = "Mở lĩnh vực" }).ClickAsync();
            await visit.Page.WaitForLoadStateAsync(LoadState.Load);
            await TypeAsync(visit.Page, "2.1", "14");
            await visit.Page.FocusAsync("[name='p-2.1']");
            var talk = visit.Page.Locator("#khung #ben-canh[data-leaf='2.1'] .inner");
            await Expect(talk).ToContainTextAsync("Chỉ người của đơn vị xem được");
            await talk.GetByLabel("Nhắn cho đồng nghiệp về tiêu chí 2.1").FillAsync(Question);
            await talk.GetByRole(AriaRole.Button, new() { Name = "Gửi trong đơn vị" }).ClickAsync();
            await Expect(talk.Locator(".said")).ToHaveTextAsync(Question);
            await Expect(talk.Locator("textarea")).ToHaveValueAsync("");
            await Pictures.TakeAsync(visit.Page, "unit-talk");
            await FinishAsync(visit);
        });
        await ByAsync(head!, async visit =>
        {
            await DutyAsync(visit, "chờ thủ trưởng phê duyệt", "Xem và phê duyệt");
            await Expect(visit.Page.Locator("#trao-doi")).ToContainTextAsync(Question);
            await visit.SendAsync("Phê duyệt phiếu");
            await Expect(visit.Page.Locator("#phe-duyet")).ToContainTextAsync("đã phê duyệt phiếu đúng như hiện nay");
        });
        await ByAsync(world["officer"], async visit =>
        {
            await DutyAsync(visit, "phiếu đã được thủ trưởng phê duyệt, chờ nộp", "Nộp phiếu");
            await Expect(visit.Page.GetByLabel("Họ và tên thủ trưởng")).ToHaveValueAsync("Phạm Văn Trưởng");
            await visit.Page.GetByLabel("Ngày ký").FillAsync(DateTime.UtcNow.AddHours(7).ToString("d/M/yyyy", System.Globalization.CultureInfo.InvariantCulture));
            await visit.Page.GetByLabel("Báo cáo đã ký (PDF)").SetInputFilesAsync(new FilePayload { Name = "bao-cao.pdf", MimeType = "application/pdf", Buffer = Samples.Pdf });
            await visit.Page.GetByLabel("Tài liệu này không thuộc phạm vi bí mật nhà nước").CheckAsync();
            await visit.SendAsync("Nộp phiếu chấm điểm");
        });
        await ByAsync(world["appraiser"], async visit =>
        {
            await visit.GoAsync($"/lam-viec/phieu-cham-diem/{await world.IdAsync(world.Test.Justice)}");
            await Expect(visit.Page.Locator("h1")).ToContainTextAsync("Sở Tư pháp");
            await Expect(visit.Page.GetByRole(AriaRole.Link, new() { Name = "Trong đơn vị" })).ToHaveCountAsync(0);
        });

        var card = (await world.ReadAsync()).Card;
        Assert.Equal((ScorecardState.FirstAppraisal, head!.Id), (card.State, Assert.Single(card.Approvals).By));
        Assert.Equal(14, card.Cell(ScoreStage.SelfScore, world.Test.Leaf("2.1").Id)!.Points);

        async Task ByAsync(StaffAccount person, Func<Visit, Task> work)
        {
            using var session = await SignedIn.OfAsync(app, person);
            await portal.VisitAsync(home, new Window(), work, session.Cookie);
        }
    }

    private static async Task InsideAsync(Visit visit)
    {
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Trong đơn vị" }).First.ClickAsync();
        await Expect(visit.Page.Locator("h1")).ToContainTextAsync("Trong đơn vị");
    }

    private static async Task DutyAsync(Visit visit, string what, string button)
    {
        await visit.GoAsync("/lam-viec");
        await Expect(visit.Page.Locator("main")).ToContainTextAsync(what);
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = button }).First.ClickAsync();
        await visit.Page.WaitForLoadStateAsync(LoadState.Load);
    }

    /// <summary>The desk leads to the own part, and the sheet shows it alone.</summary>
    private static async Task ScoreOwnPartAsync(Visit visit, (string Leaf, string Points)[] typed, string absent)
    {
        await DutyAsync(visit, "tiêu chí trong phần của tôi chưa tự chấm điểm", "Bắt đầu chấm");
        await Expect(visit.Page.Locator($"[id='t-{absent}']")).ToHaveCountAsync(0);
        foreach (var (leaf, points) in typed)
        {
            await TypeAsync(visit.Page, leaf, points);
        }
    }

    private static async Task TypeAsync(IPage page, string leaf, string points)
    {
        await page.FillAsync($"[name='p-{leaf}']", points);
        await page.Locator($"[name='p-{leaf}']").PressAsync("Enter");
        await page.WaitForSelectorAsync($"[id='t-{leaf}'] [data-s=saved]");
    }

    private static async Task FinishAsync(Visit visit)
    {
        await InsideAsync(visit);
        await visit.SendAsync("Báo hoàn thành");
        await Expect(visit.Page.Locator("#phan-cua-toi")).ToContainTextAsync("Đã báo hoàn thành");
    }
}
