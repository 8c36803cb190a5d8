using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using ParIndex.Application.Accounts;
using ParIndex.Application.Data;
using ParIndex.Application.Scorecards;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Scorecards;
using ParIndex.Testing;
using static Microsoft.Playwright.Assertions;

namespace ParIndex.Browser.Tests;

/// <summary>An officer's whole work of a year, from the portal's front page to the scorecard handed in, by keys and clicks alone.</summary>
[Collection(PortalCollection.Name)]
public sealed class SelfScoringTests(Portal portal)
{
    /// <summary>Leaves that get three files each; the others say in a note where their proof is.</summary>
    private static readonly string[] Proved = ["1.1.1", "1.1.2", "1.2.1", "1.2.2"];

    private static readonly string[] Names = ["ke-hoach.pdf", "bao-cao.pdf", "anh-chup.png"];

    [Fact]
    public async Task Officer_ScoresEveryLeaf_Attaches12Documents_AndSubmits_WithoutTypingAnAddress()
    {
        Require.Chromium();
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var round = await OpenRound.AddAsync(database);
        await using var app = new TestApp(database).With("Proxies", "127.0.0.1");
        var home = app.Listen();
        var officer = await MemberAsync(app, await round.AddOfficerAsync(round.Test.Justice, "TP77"));
        await portal.VisitAsync(home, new Window(), officer.ActivateAsync, cookie: null);

        await portal.VisitAsync(home, new Window(), async visit =>
        {
            await visit.GoAsync("/");
            var page = visit.Page;
            await page.Locator("footer").GetByRole(AriaRole.Link, new() { Name = "Đăng nhập cán bộ" }).ClickAsync();
            await officer.ProveAsync(visit);
            await Expect(page.Locator("h1")).ToHaveTextAsync("Việc của tôi");
            await page.Locator("#viec-dau a.btn.primary").ClickAsync();
            await Expect(page.Locator("h1")).ToContainTextAsync("Sở Tư pháp");
            await page.WaitForSelectorAsync("#phieu.live");

            var scored = await ScoreAsync(page, await round.ReadAsync(round.Test.Justice));
            await page.WaitForFunctionAsync("count => document.querySelectorAll('.sheet [data-s=saved]').length === count", scored);
            await NoteAsync(page, scored);
            foreach (var code in Proved)
            {
                await AttachAsync(page, code);
            }

            await page.Locator(".tools .tabs").GetByRole(AriaRole.Link, new() { Name = "Nộp phiếu" }).ClickAsync();
            await Expect(page.Locator("#danh-muc")).ToContainTextAsync("Đủ điều kiện nộp");
            await page.GetByLabel("Họ và tên thủ trưởng").FillAsync("Nguyễn Văn Giám");
            await page.GetByLabel("Chức vụ").FillAsync("Giám đốc");
            await page.GetByLabel("Ngày ký").FillAsync(DateWriter.Vietnamese(DateWriter.VietnameseDay(DateTime.UtcNow)));
            await page.GetByLabel("Báo cáo đã ký (PDF)").SetInputFilesAsync(FileOf("bao-cao-da-ky.pdf", TestResults.Pdf));
            await page.GetByLabel("Tài liệu này không thuộc phạm vi bí mật nhà nước").CheckAsync();
            await visit.SendAsync("Nộp phiếu chấm điểm");
            await Expect(page.Locator("main")).ToContainTextAsync("Đã nộp phiếu chấm điểm.");
        }, cookie: null);

        var after = await round.ReadAsync(round.Test.Justice);
        Assert.Equal(ScorecardState.FirstAppraisal, after.Card.State);
        Assert.Equal(Proved.Length * Names.Length, after.Evidence.Count);
        Assert.All(after.Applicable.Where(leaf => leaf.Component != Component.Survey), leaf => Assert.True(after.Card.Scores.IsAnswered(leaf, ScoreStage.SelfScore), leaf.Code));
        Assert.Equal(93, after.Set.Leaves.Count);
    }

    /// <summary>Types into every cell in turn; Enter leads from each to the next.</summary>
    private static async Task<int> ScoreAsync(IPage page, ScorecardFolder folder)
    {
        var open = folder.Applicable.Where(leaf => leaf.Component != Component.Survey).ToList();
        var keys = page.Keyboard;
        await keys.PressAsync("Tab");
        await page.Locator("[name='l-1.1.1']").FocusAsync();
        foreach (var leaf in open)
        {
            Assert.Equal(leaf.Code, await page.EvaluateAsync<string>("() => document.activeElement.name.slice(2)"));
            foreach (var text in Answer(leaf))
            {
                await keys.TypeAsync(text);
                await keys.PressAsync(text == Answer(leaf)[^1] ? "Enter" : "ArrowRight");
            }

            // The next row begins at its first box.
            while (await page.EvaluateAsync<bool>("() => { const box = document.activeElement; const first = box.closest('tr').querySelector('td input:not([type=hidden]), td select'); return box !== first && box.name[0] !== 'g'; }"))
            {
                await keys.PressAsync("ArrowLeft");
            }
        }

        return open.Count;
    }

    /// <summary>One note, typed once and filled down the column: the panel makes room for it meanwhile.</summary>
    private static async Task NoteAsync(IPage page, int scored)
    {
        var keys = page.Keyboard;
        await page.FocusAsync("[name='l-1.1.1']");
        await keys.PressAsync("d");
        await keys.PressAsync("ArrowRight");
        await keys.TypeAsync("Theo báo cáo tổng hợp cuối năm");
        await keys.PressAsync("Control+Shift+ArrowDown");
        await keys.PressAsync("Control+d");
        await page.WaitForFunctionAsync("count => [...document.querySelectorAll(\".sheet [name^='g-']\")].filter(box => box.dataset.was === 'Theo báo cáo tổng hợp cuối năm').length === count", scored);
        await page.FocusAsync("[name='l-1.1.1']");
        await keys.PressAsync("d");
    }

    private static string[] Answer(Criterion leaf) => leaf.Rule switch
    {
        LevelsRule rule => [AnswerText.Points(rule.Levels[0].Points)],
        CumulativeRule rule => rule.Levels.Count > 4 ? ["1"] : [AnswerText.Points(rule.Levels[0].Points)],
        WeightedRatioRule => ["9+1", "10"],
        RatioBasedRule => ["9", "10"],
        CountRule or DeductionRule => ["0"],
        _ => [AnswerText.Points(leaf.MaxScore)],
    };

    /// <summary>Three files chosen at once in the panel beside the leaf, after the declaration.</summary>
    private static async Task AttachAsync(IPage page, string code)
    {
        await page.Locator($"[id='t-{code}'] td select, [id='t-{code}'] td input:not([type=hidden])").First.FocusAsync();
        var panel = page.Locator($"#khung #ben-canh[data-leaf='{code}']");
        await panel.Locator("[name=IsDeclared]").CheckAsync();
        await panel.Locator("input[type=file]").SetInputFilesAsync(Names.Select(name => FileOf($"{code}-{name}", name.EndsWith(".png", StringComparison.Ordinal) ? Samples.Png : Samples.Pdf)));
        await Expect(panel.Locator(".proofs").Last.Locator("li")).ToHaveCountAsync(Names.Length);
        await Expect(page.Locator($"[id='t-{code}'] .d a")).ToHaveTextAsync("3");
    }

    private static FilePayload FileOf(string name, byte[] content) => new() { Name = name, MimeType = "application/octet-stream", Buffer = content };

    private static async Task<StaffMember> MemberAsync(TestApp app, StaffAccount account)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ParIndexDb>();
        var code = (await db.StaffAccounts.SingleAsync(known => known.Id == account.Id)).IssueCode(DateTime.UtcNow);
        await db.SaveAsync(new("test", "Cấp mã"));
        return new(account.StaffCode, code, needsSecondFactor: false);
    }
}
