using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Data;
using ParIndex.Domain.Council;
using ParIndex.Domain.Rounds;
using ParIndex.Domain.Staff;
using ParIndex.Testing;
using ParIndex.Web.Tests.Site;

namespace ParIndex.Web.Tests.Pages.Workspace.Rounds;

/// <summary>Pages that only some rounds lead to: the minutes of a council that has met, and the taking up of published results.</summary>
public sealed class CouncilPageTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task AMeeting_LeadsToItsMinutes_AsPageAndAsPaper(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var test = await TestResults.AddAsync(database);
        await using var app = new TestApp(database) { Jobs = false };
        using var council = await SignedIn.AsAsync(app, StaffRoles.CouncilMember);
        var address = test.Address + "/hoi-dong";
        var presider = (await council.OpenAsync(address)).QuerySelector<IHtmlSelectElement>("#Input_Presider")!.Value!;
        var fields = new[] { KeyValuePair.Create("Input.HeldOn", "1/11/2026"), KeyValuePair.Create("Input.Place", "Phòng họp số 1"), KeyValuePair.Create("Input.Presider", presider), KeyValuePair.Create("Input.Present", presider) };

        using var met = await council.PostAsync(address, fields, "#ghi");

        Assert.Equal(HttpStatusCode.Redirect, met.StatusCode);
        var links = (await council.OpenAsync(address)).QuerySelectorAll("a[href*='/hoi-dong/bien-ban']").Select(link => link.GetAttribute("href")!).ToList();
        Assert.Equal(2, links.Count);
        foreach (var link in links)
        {
            using var answer = await council.GetAsync(link);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }

        // An address that names no meeting shows none, and not another one.
        foreach (var other in new[] { "zzz", $"{Guid.NewGuid()}" })
        {
            Assert.Contains("Không có phiên họp nào", (await council.OpenAsync($"{address}/bien-ban?phien={other}")).Body!.TextContent, StringComparison.Ordinal);
        }
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task AnItem_LeadsFromTheDeskToItsVote_AndLeavesTheDeskWithIt(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var test = await TestResults.AddAsync(database);
        await using var app = new TestApp(database) { Jobs = false };
        using var member = await SignedIn.AsAsync(app, StaffRoles.CouncilMember);
        using var other = await SignedIn.AsAsync(app, StaffRoles.CouncilMember);
        await using (var db = database.NewContext())
        {
            var participant = test.Of(test.Justice).Id;
            var card = await db.Scorecards.SingleAsync(known => known.ParticipantId == participant);
            var meeting = new CouncilMeeting(test.Round, MeetingForm.Session, new(2026, 11, 1), "Phòng họp số 1", member.Account.Id, member.Account.Id, "Thư ký", [new(member.Account.Id, member.Account.FullName, Post: null, IsPresent: true)], CouncilRules.Default, member.Account.Id, DateTime.UtcNow);
            db.AddRange(meeting, new CouncilItem(meeting, card.Id, test.Leaf("1.2"), 18, 9, 15, "Đủ tài liệu kiểm chứng", test.Coordinator.Id, DateTime.UtcNow));
            await db.SetUpAsync();
        }

        var button = Assert.Single((await member.OpenAsync("/lam-viec")).QuerySelectorAll("a.btn"), link => link.Words() == "Biểu quyết");
        Assert.Equal(test.Address + "/hoi-dong", button.GetAttribute("href"));
        Assert.DoesNotContain("Biểu quyết", (await other.OpenAsync("/lam-viec")).Texts("a.btn"));
        var page = await member.OpenAsync(button.GetAttribute("href")!);
        var waiting = Assert.Single(page.QuerySelectorAll("#cho-bieu-quyet a")).GetAttribute("href")!;
        Assert.Contains("Sở Tư pháp", page.QuerySelector(waiting)!.Words(), StringComparison.Ordinal);
        Assert.Empty((await other.OpenAsync(test.Address + "/hoi-dong")).QuerySelectorAll("#cho-bieu-quyet"));

        using var voted = await member.PostAsync(test.Address + "/hoi-dong", [KeyValuePair.Create("voice", "Against")], $"{waiting} form");

        Assert.Equal(HttpStatusCode.Redirect, voted.StatusCode);
        Assert.DoesNotContain("Biểu quyết", (await member.OpenAsync("/lam-viec")).Texts("a.btn"));
        page = await member.OpenAsync(test.Address + "/hoi-dong");
        Assert.Empty(page.QuerySelectorAll("#cho-bieu-quyet"));
        Assert.Contains("Bạn đã biểu quyết: không tán thành.", page.QuerySelector(waiting)!.Words(), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task PublishedResults_LeadToTheirTakingUp_WhichWaitsForASecondPerson(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var test = await TestResults.AddAsync(database, (round, _) => round.Round.Move(RoundState.Published, round.Coordinator.Id, DateTime.UtcNow, "Bản công bố 2026, lần 1"));
        await using var app = new TestApp(database) { Jobs = false };
        using var coordinator = await SignedIn.AsAsync(app, StaffRoles.Coordinator, test.Justice.Id);
        var link = Assert.Single((await coordinator.OpenAsync(test.Address + "/ket-qua")).QuerySelectorAll("a[href$='/ket-qua/sua-doi']")).GetAttribute("href")!;

        using var wrong = await coordinator.PostAsync(link, [KeyValuePair.Create("Input.Reason", "Đếm hai lần.")], "#sua-doi");
        using var asked = await coordinator.PostAsync(link, [KeyValuePair.Create("Input.Kind", "Correction"), KeyValuePair.Create("Input.Reason", "Đếm hai lần.")], "#sua-doi");

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.Redirect), (wrong.StatusCode, asked.StatusCode));
        Assert.Contains("Đếm hai lần.", (await SignedIn.ReadAsync(wrong)).QuerySelector("#Input_Reason")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(RoundState.Published, (await test.ReadAsync(database)).Round.State);
        Assert.Contains("Đính chính kết quả đã công bố", (await coordinator.OpenAsync("/lam-viec/de-nghi")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ResultsTakenUpAgain_CannotBeLeftAsTheyAre_WhileTheyDifferFromWhatIsPublished()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var test = await TestResults.AddAsync(database, (round, _) =>
        {
            round.Round.Move(RoundState.Published, round.Coordinator.Id, DateTime.UtcNow, "Bản công bố 2026, lần 1");
            round.Round.Amend(new(AmendmentKind.Correction, "Đếm hai lần.", round.Coordinator.Id, DateTime.UtcNow));
        });
        await using var app = new TestApp(database) { Jobs = false };
        using var coordinator = await SignedIn.AsAsync(app, StaffRoles.Coordinator, test.Justice.Id);

        Assert.Empty((await coordinator.OpenAsync(test.Address + "/ket-qua")).QuerySelectorAll("a[href$='/ket-qua/sua-doi']"));
        var page = await coordinator.OpenAsync(test.Address + "/ket-qua/sua-doi");

        Assert.Contains("Kết quả hiện nay khác bản đã công bố", page.QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("main form"));
    }
}
