using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Accounts;
using ParIndex.Application.Data;
using ParIndex.Domain.Rounds;
using ParIndex.Domain.Scorecards;
using ParIndex.Domain.Staff;
using ParIndex.Domain.Units;
using ParIndex.Testing;

namespace ParIndex.Web.Tests.Pages.Workspace.Rounds;

/// <summary>The board of a round and the acts on many of its units, as a coordinator goes through them.</summary>
public sealed class BoardActTests
{
    private const int Units = 44;

    private const string Form = "#thuc-hien";

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task ThreeStepsOf44Units_EndInThreePosts_ThatNameWhatTheyLeave(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var (world, others) = await WorldAsync(database);
        var late = others[0];
        foreach (var unit in others.Skip(1).Append(world.Test.HomeAffairs).Append(world.Test.Office).Append(world.Test.Justice))
        {
            await world.BringAsync(ScorecardState.FirstAppraisal, unit);
        }

        await world.BringAsync(ScorecardState.FirstAppraisal, late, appraised: false);
        await using var app = new TestApp(database);
        using var coordinator = await SignedIn.AsAsync(app, StaffRoles.Coordinator, world.Test.HomeAffairs.Id);
        var posts = 0;

        // First appraisal: the own unit, and one that is not appraised, stay.
        var page = await coordinator.OpenAsync(await ChosenAsync(coordinator, world, "chon=tat-ca", "ket-thuc-buoc"));
        Assert.Contains("Đã chọn 44 đơn vị: thực hiện được cho 42, không thực hiện cho 02", page.QuerySelector(".lede")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["Sở Nội vụ", late.CurrentName.Name], [.. page.QuerySelectorAll("#khong-thuc-hien b").Select(name => name.TextContent).Order(StringComparer.Ordinal)]);
        Assert.Contains("Không ai được thẩm định", RowOf(page, "Sở Nội vụ"), StringComparison.Ordinal);
        Assert.Contains("còn 05 tiêu chí chưa thẩm định", RowOf(page, late.CurrentName.Name), StringComparison.Ordinal);
        page = await SendAsync(page.Url, ("Input.Words", ""));
        Assert.Contains("Kết thúc bước: đã thực hiện cho 42 đơn vị. Chưa thực hiện được cho 02 đơn vị", page.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(2, page.QuerySelectorAll("#khong-thuc-hien li").Length);
        Assert.Equal((42, 2), (await CountAsync(ScorecardState.Explanation), await CountAsync(ScorecardState.FirstAppraisal)));

        // Explanation, for those that the filter shows: it wants a reason.
        page = await coordinator.OpenAsync(await ChosenAsync(coordinator, world, "loc=cho-ket-thuc&khoi=so-nganh&chon=tat-ca", "ket-thuc-buoc"));
        using (var silent = await coordinator.PostAsync(Path(page.Url), [KeyValuePair.Create("Input.Words", " ")], Form))
        {
            Assert.Equal(HttpStatusCode.BadRequest, silent.StatusCode);
            Assert.Contains("Ghi lý do", (await SignedIn.ReadAsync(silent)).QuerySelector(".errors")!.TextContent, StringComparison.Ordinal);
            Assert.Equal(42, await CountAsync(ScorecardState.Explanation));
        }

        page = await SendAsync(page.Url, ("Input.Words", "Đơn vị không có yêu cầu giải trình"));
        Assert.Contains("đã thực hiện cho 42 đơn vị", page.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);

        // Agreement, when the survey is in.
        await SurveyAsync(database, world);
        page = await coordinator.OpenAsync(await ChosenAsync(coordinator, world, "loc=cho-thong-nhat&chon=tat-ca", "thong-nhat"));
        Assert.Contains("thực hiện được cho 42, không thực hiện cho 00", page.QuerySelector(".lede")!.TextContent, StringComparison.Ordinal);
        page = await SendAsync(page.Url, ("Input.Words", ""));
        Assert.EndsWith("/tien-do", page.Url, StringComparison.Ordinal);
        Assert.Equal((42, 2), (await CountAsync(ScorecardState.Agreed), await CountAsync(ScorecardState.FirstAppraisal)));
        Assert.True(posts <= 12, $"{posts} posts");

        // Each unit has a line of its own in the audit log, as if it had been the only one.
        await using var db = database.NewContext();
        var told = await db.AuditEvents.AsNoTracking().Where(e => e.Actor == coordinator.Account.StaffCode).Select(e => e.Act).ToListAsync();
        Assert.Equal(42, told.Count(act => act.StartsWith("Kết thúc thẩm định lần 1:", StringComparison.Ordinal)));
        Assert.Equal(42, told.Count(act => act.StartsWith("Kết thúc giải trình:", StringComparison.Ordinal)));
        Assert.Equal(42, told.Count(act => act.StartsWith("Thống nhất kết quả:", StringComparison.Ordinal)));
        Assert.DoesNotContain(told, act => act.Contains("Sở Nội vụ", StringComparison.Ordinal) || act.Contains(late.CurrentName.Name, StringComparison.Ordinal));

        async Task<IHtmlDocument> SendAsync(string address, params (string Name, string Value)[] fields)
        {
            posts++;
            using var answer = await coordinator.PostAsync(Path(address), fields.Select(field => KeyValuePair.Create(field.Name, field.Value)), Form);
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
            return await coordinator.OpenAsync(answer.Headers.Location!.OriginalString);
        }

        async Task<int> CountAsync(ScorecardState state)
        {
            await using var read = database.NewContext();
            return await read.Scorecards.CountAsync(card => card.State == state);
        }
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Extending_GivesOneDateToAll_AsksForTheOwnUnit_AndNamesWhatItCannot(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var world = await ScorecardWorld.CreateAsync(database);
        await world.BringAsync(ScorecardState.Agreed);
        await using var app = new TestApp(database);
        using var coordinator = await SignedIn.AsAsync(app, StaffRoles.Coordinator, world.Test.HomeAffairs.Id);
        var address = await ChosenAsync(coordinator, world, "chon=tat-ca", "gia-han");
        var last = DateOnly.FromDateTime(DateTime.UtcNow.AddDays(90));

        // In the past nothing can be extended, and the page says so of each before anything is done.
        using var early = await coordinator.PostAsync(address, Fields(("Input.Day", "1/1/2020"), ("Input.Hour", "17:00"), ("Input.Words", "Bão lũ")), Form);
        Assert.Equal(HttpStatusCode.Conflict, early.StatusCode);
        Assert.Equal(3, (await SignedIn.ReadAsync(early)).QuerySelectorAll("#khong-thuc-hien li").Length);

        using var answer = await coordinator.PostAsync(address, Fields(("Input.Day", $"{last.Day}/{last.Month}/{last.Year}"), ("Input.Hour", "17:00"), ("Input.Words", "Bão lũ")), Form);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var page = await coordinator.OpenAsync(answer.Headers.Location!.OriginalString);

        Assert.Contains("đã thực hiện cho 01 đơn vị. Đã gửi đề nghị cho Sở Nội vụ", page.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("đã thống nhất", RowOf(page, "Sở Tư pháp"), StringComparison.Ordinal);
        var setup = await world.Test.ReadAsync(database);
        Assert.Equal([("Văn phòng UBND tỉnh", RoundStep.SelfScore, "Bão lũ")], setup.Participants.SelectMany(unit => unit.Participant.Extensions.Select(extension => (unit.Name, extension.Step, extension.Reason))));
        Assert.Equal(TwoPersonAct.ExtendOwnUnit, Assert.Single(setup.Pending).Act);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Reminding_WritesToThoseWhoHaveSomethingToDo_InOwnWords(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var world = await ScorecardWorld.CreateAsync(database);
        await world.BringAsync(ScorecardState.FirstAppraisal);
        await using var app = new TestApp(database);
        using var coordinator = await SignedIn.AsAsync(app, StaffRoles.Coordinator, world.Test.HomeAffairs.Id);
        var address = await ChosenAsync(coordinator, world, "chon=tat-ca", "nhac-viec");

        using var preview = await coordinator.PostAsync($"{address}", Fields(("Input.Words", "Đề nghị khẩn trương.")), Form);

        Assert.Equal(HttpStatusCode.Redirect, preview.StatusCode);
        var page = await coordinator.OpenAsync(preview.Headers.Location!.OriginalString);
        Assert.Contains("đơn vị không có việc phải làm", RowOf(page, "Sở Tư pháp"), StringComparison.Ordinal);
        await using var db = database.NewContext();
        var messages = await db.OutboxMessages.AsNoTracking().Where(message => message.By == coordinator.Account.UserName).ToListAsync();
        Assert.Equal(2, messages.Count);
        Assert.All(messages, message => Assert.Contains("Đề nghị khẩn trương.", message.Body, StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Scorecard_MovedSinceItWasShown_IsNamed_AndTheOthersAreDone(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var world = await ScorecardWorld.CreateAsync(database);
        await world.BringAsync(ScorecardState.FirstAppraisal);
        await world.BringAsync(ScorecardState.FirstAppraisal, world.Test.Office);
        await using var app = new TestApp(database);
        using var coordinator = await SignedIn.AsAsync(app, StaffRoles.Coordinator, world.Test.HomeAffairs.Id);
        var shown = await coordinator.OpenAsync(await ChosenAsync(coordinator, world, "loc=tham-dinh&chon=tat-ca", "ket-thuc-buoc"));
        await world.MoveAsync(ScorecardAct.Return, "coordinator");
        await world.MoveAsync(ScorecardAct.Submit, "officer");

        var stale = shown.QuerySelectorAll<IHtmlInputElement>($"{Form} input[type=hidden]").Select(input => KeyValuePair.Create(input.Name!, input.Value));
        using var answer = await coordinator.PostAsync(Path(shown.Url), stale, Form);

        var page = await coordinator.OpenAsync(answer.Headers.Location!.OriginalString);
        Assert.Contains("đã thực hiện cho 01 đơn vị. Chưa thực hiện được cho 01 đơn vị", page.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(ScorecardState.FirstAppraisal, (await world.ReadAsync()).Card.State);
        Assert.Equal(ScorecardState.Explanation, (await world.ReadAsync(world.Test.Office)).Card.State);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Board_StandsByUrgency_SaysWhoIsLate_AndIsAFile(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var world = await ScorecardWorld.CreateAsync(database);
        await world.BringAsync(ScorecardState.FirstAppraisal);
        await world.BringAsync(ScorecardState.Agreed, world.Test.Office);
        var clock = TestClock.Now();
        // Self-scoring and the first appraisal are over, each of its own unit.
        clock.SetUtcNow(new DateTimeOffset(clock.GetUtcNow().Date, TimeSpan.Zero).AddDays(9).AddHours(12));
        await using var app = new TestApp(database) { Clock = clock };
        using var auditor = await SignedIn.AsAsync(app, StaffRoles.Auditor, world.Test.Planning.Id);

        var page = await auditor.OpenAsync(world.Test.Address + "/tien-do");

        Assert.Equal(["Trễ hạn (02)", "Đã thống nhất (01)"], page.QuerySelectorAll(".part-of th").Select(part => part.TextContent.Trim()));
        Assert.Equal(["Sở Nội vụ", "Sở Tư pháp", "Văn phòng UBND tỉnh"], page.QuerySelectorAll("tbody th[scope=row] a").Select(unit => unit.TextContent));
        Assert.Equal(["đơn vị trễ 08 ngày", "thẩm định trễ 01 ngày"], page.QuerySelectorAll(".until .late").Select(late => late.TextContent));
        Assert.Empty(page.QuerySelectorAll("input[type=checkbox]"));
        using var file = await auditor.GetAsync(world.Test.Address + "/tien-do.xlsx?loc=tre");
        Assert.Equal("tien-do-2026.xlsx", file.Content.Headers.ContentDisposition?.FileName?.Trim('"'));
    }

    /// <summary>An open round of 44 units; those beside the three of the world.</summary>
    private static async Task<(ScorecardWorld World, IReadOnlyList<Unit> Others)> WorldAsync(TestDatabase database)
    {
        var others = Enumerable.Range(4, Units - 3).Select(number => new Unit($"Sở Thứ {number:00}", UnitKind.Department)).ToList();
        var world = await ScorecardWorld.CreateAsync(database, (round, db) =>
        {
            foreach (var unit in others)
            {
                db.Add(unit);
                db.Add(new StaffAccount("CB-" + unit.Code, "Cán bộ " + unit.CurrentName.Name, StaffRoles.UnitOfficer, unit.Id));
                round.Round.Admit(round.Group, unit);
            }
        });
        return (world, others);
    }

    /// <summary>Where the button of an act leads from the board with the boxes that are ticked there.</summary>
    private static async Task<string> ChosenAsync(SignedIn person, ScorecardWorld world, string view, string act)
    {
        var board = await person.OpenAsync($"{world.Test.Address}/tien-do?{view}");
        var form = board.QuerySelector<IHtmlFormElement>("#hang-loat")!;
        Assert.NotNull(form.QuerySelector($"button[name=viec][value={act}]"));
        return form.GetAttribute("action") + "?" + string.Join('&', board.QuerySelectorAll<IHtmlInputElement>("input[name=don-vi]").Where(box => box.IsChecked && box.Form == form).Select(box => $"don-vi={box.Value}").Append($"viec={act}"));
    }

    /// <summary>Survey points for every unit in its second appraisal.</summary>
    private static async Task SurveyAsync(TestDatabase database, ScorecardWorld world)
    {
        await using var db = database.NewContext();
        foreach (var card in await db.Scorecards.AsTracking().Include(card => card.Cells).Where(card => card.State == ScorecardState.SecondAppraisal).ToListAsync())
        {
            foreach (var code in new[] { "8.1", "8.2" })
            {
                card.Take(ScoreStage.Survey, world.Test.Leaf(code), new() { Points = 2 }, world["coordinator"].Id, DateTime.UtcNow);
            }
        }

        await db.SetUpAsync();
    }

    private static string RowOf(IHtmlDocument page, string unit) => page.QuerySelectorAll("#khong-thuc-hien li").Single(row => row.QuerySelector("b")!.TextContent == unit).TextContent;

    private static string Path(string address) => new Uri(address).PathAndQuery;

    private static IEnumerable<KeyValuePair<string, string>> Fields(params (string Name, string Value)[] fields) => fields.Select(field => KeyValuePair.Create(field.Name, field.Value));
}
