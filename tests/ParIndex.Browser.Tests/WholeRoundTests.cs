using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using ParIndex.Application.Accounts;
using ParIndex.Application.Data;
using ParIndex.Domain.Scorecards;
using ParIndex.Domain.Staff;
using ParIndex.Testing;
using static Microsoft.Playwright.Assertions;

namespace ParIndex.Browser.Tests;

/// <summary>Sở Tư pháp from the opened round to its public scorecard, by six people who sign in and press what they see.</summary>
[Collection(PortalCollection.Name)]
public sealed class WholeRoundTests(Portal portal)
{
    private const string Question = "Đề nghị nêu số, ngày của báo cáo tuyên truyền";

    private const string Answer = "Báo cáo số 145/BC-STP ngày 12/11/2026, phụ lục II";

    private const string DecisionNumber = "2486/QĐ-UBND";

    [Fact]
    public async Task Unit_FromTheOpenedRound_ToItsPublicScorecard()
    {
        Require.Chromium();
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        // The other units of the round have been agreed on already.
        var world = await ScorecardWorld.CreateAsync(database, (round, _) => round.Set.Change(round.Leaf("1.1"), round.Leaf("1.1").Content with { EvidenceAsked = "Kế hoạch đã ban hành" }));
        await world.BringAsync(ScorecardState.Agreed, world.Test.Office);
        await world.BringAsync(ScorecardState.Agreed, world.Test.HomeAffairs);
        await using var app = new TestApp(database).With("Proxies", "127.0.0.1");
        var work = new Work(portal, world, app.Listen());
        var (officer, first, second) = (await MemberAsync(app, world["officer"]), await MemberAsync(app, world["appraiser"]), await MemberAsync(app, await AccountAsync(database, "TD02")));
        var (coordinator, council, publisher) = (await MemberAsync(app, world["coordinator"]), await MemberAsync(app, world["council"]), await MemberAsync(app, world["publisher"]));

        await work.ByAsync(officer, async visit =>
        {
            await work.SelfScoreAsync(visit);
            await work.SubmitAsync(visit);
        });
        await work.ByAsync(first, work.AppraiseAsync);
        await work.ByAsync(officer, work.ExplainAsync);
        await work.ByAsync(second, work.AppraiseAgainAsync);
        await work.ByAsync(coordinator, async visit =>
        {
            await work.GiveSurveyPointsAsync(visit);
            await work.MoveAsync(visit, "Thống nhất kết quả");
            await work.EndScoringAsync(visit);
        });
        await work.ByAsync(council, work.ApproveAsync);
        await work.ByAsync(coordinator, work.RecordDecisionAsync);
        await work.ByAsync(publisher, visit => work.PublishAsync(visit, publisher));

        await work.ReadAsVisitorAsync();
    }

    private static async Task<StaffAccount> AccountAsync(TestDatabase database, string code)
    {
        await using var db = database.NewContext();
        return await db.StaffAccounts.AsNoTracking().SingleAsync(account => account.UserName == code);
    }

    /// <summary>A person who was handed a one-time code long ago.</summary>
    private static async Task<StaffMember> MemberAsync(TestApp app, StaffAccount account)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ParIndexDb>();
        var code = (await db.StaffAccounts.SingleAsync(known => known.Id == account.Id)).IssueCode(DateTime.UtcNow);
        await db.SaveAsync(new("test", "Cấp mã"));
        return new(account.StaffCode, code, account.Has(RoleWords.WithSecondFactor));
    }

    /// <summary>What each of them does, on the portal they do it on.</summary>
    private sealed class Work(Portal portal, ScorecardWorld world, Uri home)
    {
        private string Sheet { get; set; } = "";

        public Task ByAsync(StaffMember person, Func<Visit, Task> work) => portal.VisitAsync(home, new Window(), async visit =>
        {
            await person.EnterAsync(visit);
            await work(visit);
        }, cookie: null);

        public async Task SelfScoreAsync(Visit visit)
        {
            await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Phiếu chấm điểm", Exact = true }).First.ClickAsync();
            await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Mở phiếu chấm điểm" }).ClickAsync();
            await Expect(visit.Page.Locator("h1")).ToContainTextAsync("Sở Tư pháp");
            // Before its script runs, Enter sends the sheet as a form.
            await visit.Page.WaitForLoadStateAsync(LoadState.Load);
            Sheet = new Uri(visit.Page.Url).AbsolutePath;
            foreach (var (leaf, points) in new[] { ("1.1", "19,5"), ("1.2", "18"), ("1.3", "2"), ("2.1", "15,5"), ("2.2", "14.5") })
            {
                await TypeAsync(visit.Page, $"p-{leaf}", points);
                await SavedAsync(visit.Page, leaf);
            }

            await visit.GoAsync($"{Sheet}/nop");
            await Expect(visit.Page.Locator("#danh-muc .findings li")).ToHaveCountAsync(1);
            await visit.Page.Locator("#danh-muc .findings a").ClickAsync();
            await visit.Page.Locator("#minh-chung").GetByRole(AriaRole.Link).First.ClickAsync();
            await visit.Page.GetByLabel("Tên, trích yếu tài liệu").First.FillAsync("Kế hoạch cải cách hành chính năm 2026 của Sở Tư pháp");
            await visit.Page.GetByLabel("Số, ký hiệu").FillAsync("12/KH-STP");
            await visit.Page.GetByLabel("Ngày văn bản").FillAsync("15/1/2026");
            await visit.Page.GetByLabel("Tệp (không bắt buộc").SetInputFilesAsync(Pdf("ke-hoach.pdf"));
            await visit.Page.GetByLabel("Tôi xác nhận tài liệu không thuộc danh mục bí mật nhà nước").CheckAsync();
            await visit.SendAsync("Thêm tài liệu");
            await Expect(visit.Page.Locator("main")).ToContainTextAsync("12/KH-STP");
        }

        public async Task SubmitAsync(Visit visit)
        {
            await visit.GoAsync($"{Sheet}/nop");
            await visit.Page.GetByLabel("Họ và tên thủ trưởng").FillAsync("Nguyễn Văn Giám");
            await visit.Page.GetByLabel("Chức vụ").FillAsync("Giám đốc");
            await visit.Page.GetByLabel("Ngày ký").FillAsync(Today());
            await visit.Page.GetByLabel("Báo cáo đã ký (PDF)").SetInputFilesAsync(Pdf("bao-cao.pdf"));
            await visit.Page.GetByLabel("Tài liệu này không thuộc phạm vi bí mật nhà nước").CheckAsync();
            await visit.SendAsync("Nộp phiếu chấm điểm");
            await StandsAsync(visit, "Thẩm định lần 1");
        }

        public async Task AppraiseAsync(Visit visit)
        {
            await visit.GoAsync(Sheet);
            foreach (var leaf in new[] { "1.1", "1.3", "2.1", "2.2" })
            {
                await visit.Page.FocusAsync($"[name='p-{leaf}']");
                await visit.Page.Keyboard.PressAsync("a");
                await SavedAsync(visit.Page, leaf);
            }

            await TypeAsync(visit.Page, "p-1.2", "12");
            await SavedAsync(visit.Page, "1.2");
            await visit.Page.FocusAsync("[name='p-1.2']");
            await visit.Page.Keyboard.PressAsync("f");
            await visit.Page.GetByLabel("Đề nghị giải trình tiêu chí 1.2, lý do").FillAsync(Question);
            await visit.SendAsync("Đề nghị giải trình");
            await MoveAsync(visit, "Kết thúc thẩm định lần 1");
            await StandsAsync(visit, "Giải trình");
        }

        public async Task ExplainAsync(Visit visit)
        {
            await visit.GoAsync($"{Sheet}/giai-trinh");
            await Expect(visit.Page.Locator("main")).ToContainTextAsync(Question);
            await visit.Page.GetByLabel("Giải trình tiêu chí 1.2").FillAsync(Answer);
            await visit.Page.GetByLabel("Giữ điểm tự chấm").CheckAsync();
            await visit.SendAsync("Gửi giải trình");
            await MoveAsync(visit, "Kết thúc giải trình");
            await StandsAsync(visit, "Thẩm định lần 2");
        }

        public async Task AppraiseAgainAsync(Visit visit)
        {
            await visit.GoAsync(Sheet);
            await ScoringDesk.ShutPanelAsync(visit.Page);
            await TypeAsync(visit.Page, "p-1.2", "16,25");
            await SavedAsync(visit.Page, "1.2");
            await Expect(visit.Page.Locator("[id='t-1.2'] .why")).ToContainTextAsync("ghi lý do");
            await TypeAsync(visit.Page, "g-1.2", "Báo cáo ban hành sau thời hạn");
            await Expect(visit.Page.Locator("[id='t-1.2'] .why")).ToHaveTextAsync("");
        }

        public async Task GiveSurveyPointsAsync(Visit visit)
        {
            foreach (var (leaf, points) in new[] { ("8.1", "25,2"), ("8.2", "1,5") })
            {
                await visit.GoAsync($"{world.Test.Address}/khao-sat?khoi=so-nganh&tieu-chi={leaf}");
                await visit.Page.GetByLabel("Điểm, Sở Tư pháp").FillAsync(points);
                await visit.SendAsync("Ghi điểm điều tra");
            }
        }

        public async Task MoveAsync(Visit visit, string act)
        {
            await visit.GoAsync($"{Sheet}/qua-trinh");
            await visit.SendAsync(act);
        }

        public async Task EndScoringAsync(Visit visit)
        {
            await StandsAsync(visit, "Đã thống nhất");
            await visit.GoAsync(world.Test.Address);
            await visit.Page.GetByLabel("Lý do, căn cứ").FillAsync("Hội đồng thẩm định đã thống nhất kết quả");
            await visit.SendAsync("Kết thúc chấm điểm");
            await Expect(visit.Page.Locator(".crumbs")).ToContainTextAsync("Đã kết thúc chấm điểm");
        }

        public async Task ApproveAsync(Visit visit)
        {
            await visit.GoAsync($"{world.Test.Address}/ket-qua");
            await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Xem bản thử của trang công bố" }).ClickAsync();
            await Expect(visit.Page.Locator("main")).ToContainTextAsync("94,45");
            await visit.GoAsync($"{world.Test.Address}/ket-qua");
            await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Thông qua kết quả này" }).ClickAsync();
            await visit.Page.GetByLabel("Biên bản họp Hội đồng đã ký").SetInputFilesAsync(Pdf("bien-ban.pdf"));
            await visit.Page.GetByLabel("Đã xem kết quả của 03 đơn vị").CheckAsync();
            await visit.SendAsync("Thông qua kết quả năm 2026");
            await Expect(visit.Page.Locator("main")).ToContainTextAsync("bien-ban.pdf");
        }

        public async Task RecordDecisionAsync(Visit visit)
        {
            await visit.GoAsync($"{world.Test.Address}/ket-qua/quyet-dinh");
            await visit.Page.GetByLabel("Số quyết định").FillAsync(DecisionNumber);
            await visit.Page.GetByLabel("Ngày quyết định").FillAsync(Today());
            await visit.Page.GetByLabel("Ngày công bố").FillAsync(Today());
            await visit.SendAsync("Ghi quyết định");
            await Expect(visit.Page.Locator("main")).ToContainTextAsync(DecisionNumber);
        }

        /// <summary>The session in which the second factor was set up was begun without it: publishing asks for a fresh sign-in.</summary>
        public async Task PublishAsync(Visit visit, StaffMember publisher)
        {
            await visit.GoAsync($"{world.Test.Address}/ket-qua");
            await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Đến bước công bố" }).ClickAsync();
            await Expect(visit.Page.Locator("main")).ToContainTextAsync("Công bố kết quả cần đăng nhập bằng mật khẩu và mã của ứng dụng xác thực");
            await publisher.ProveAsync(visit);
            await visit.LookAroundAsync("publish");
            await visit.Page.GetByLabel("Công khai ngay").CheckAsync();
            await visit.Page.GetByLabel("Nếu đúng, gõ năm đánh giá").FillAsync("2026");
            await visit.SendAsync("Công khai kết quả của 03 đơn vị");
            await visit.LookAroundAsync("publish-now");
            await visit.Page.GetByLabel("muốn công khai ngay").CheckAsync();
            await visit.SendAsync("Công khai kết quả của 03 đơn vị");
            await Expect(visit.Page.Locator("#lich-cong-bo")).ToContainTextAsync("Hẹn công khai lúc");
            await Expect(visit.Page.Locator("#lich-cong-bo")).ToContainTextAsync("Tạm dừng công bố");
            // Ten seconds from then it is public, without anybody doing anything.
            while (await visit.Page.Locator("#lich-cong-bo").CountAsync() > 0)
            {
                await Task.Delay(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);
                await visit.Page.ReloadAsync();
            }

            await Expect(visit.Page.Locator("main")).ToContainTextAsync("Kết quả của kỳ đánh giá này đã được công bố");
        }

        /// <summary>19,5 + 16,25 + 2 + 15,5 + 14,5 + 25,2 + 1,5 = 94,45 of 100.</summary>
        public Task ReadAsVisitorAsync() => portal.VisitAsync(home, new Window(390), async visit =>
        {
            await visit.GoAsync("/");
            await Expect(visit.Page.Locator("main")).ToContainTextAsync("94,45");
            await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Sở Tư pháp" }).First.ClickAsync();
            await Expect(visit.Page.Locator("h1")).ToContainTextAsync("Sở Tư pháp");
            await visit.LookAroundAsync("public-scorecard");
            var rows = visit.Page.Locator(".leaves tbody tr:not(.f)");
            await Expect(rows).ToContainTextAsync(["1.1 Kế hoạch", "1.2 Tuyên truyền", "1.3 Đơn vị sự nghiệp", "2.1 Soạn thảo văn bản quy phạm", "2.2 Rà soát văn bản", "8.1 Điều tra xã hội học", "8.2 Điểm DCCI"]);
            // Points / maximum, units at the maximum, percentage points lost.
            await Expect(rows).ToContainTextAsync(["19,50 / 20 0/3 0,50", "16,25 / 18 0/3 1,75", "2,00 / 2 1/3 0,00", "15,50 / 15,5 1/3 0,00", "14,50 / 14,5 1/3 0,00", "25,20 / 28 0/3 2,80", "1,50 / 2 0/3 0,50"]);
            // What was said between the unit and its appraisers stays between them.
            Assert.DoesNotContain(Question, await visit.Page.InnerTextAsync("main"), StringComparison.Ordinal);
            await visit.GoAsync("/cong-bo/2026");
            await Expect(visit.Page.Locator("main")).ToContainTextAsync(DecisionNumber);
        }, cookie: null);

        private static async Task TypeAsync(IPage page, string cell, string text)
        {
            await page.FillAsync($"[name='{cell}']", text);
            await page.Keyboard.PressAsync("Enter");
        }

        private static Task SavedAsync(IPage page, string leaf) => page.WaitForSelectorAsync($"[id='t-{leaf}'] [data-s=saved]");

        private async Task StandsAsync(Visit visit, string state)
        {
            await visit.GoAsync($"{Sheet}/qua-trinh");
            await Expect(visit.Page.Locator("main")).ToContainTextAsync("Đang ở bước: " + state);
        }

        private static string Today() => DateTime.UtcNow.AddHours(7).ToString("d/M/yyyy", System.Globalization.CultureInfo.InvariantCulture);

        private static FilePayload Pdf(string name) => new() { Name = name, MimeType = "application/pdf", Buffer = TestResults.Pdf };
    }
}
