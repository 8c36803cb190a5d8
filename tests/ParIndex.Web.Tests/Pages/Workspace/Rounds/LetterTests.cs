using System.Net;
using AngleSharp.Dom;
using ParIndex.Application.Data;
using ParIndex.Domain.Staff;
using ParIndex.Testing;
using ParIndex.Web.Tests.Site;

namespace ParIndex.Web.Tests.Pages.Workspace.Rounds;

/// <summary>A coordinator writes to units, and sees what went out.</summary>
public sealed class LetterTests
{
    [Fact]
    public async Task Letter_IsLookedAtAndSent_StandsOnTheDesk_AndInTheList()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var world = await ScorecardWorld.CreateAsync(database);
        await using var app = new TestApp(database).With("Site:BaseAddress", "https://cchc.laichau.gov.vn/");
        using var coordinator = await SignedIn.AsAsync(app, StaffRoles.Coordinator, world.Test.HomeAffairs.Id);
        using var officer = await SignedIn.OfAsync(app, world["officer"]);
        using var elsewhere = await SignedIn.OfAsync(app, world["officer elsewhere"]);
        var address = world.Test.Address + "/thong-bao";
        KeyValuePair<string, string>[] letter = [KeyValuePair.Create("Input.Subject", "Họp trực tuyến"), KeyValuePair.Create("Input.Words", "Mời dự họp lúc 8 giờ."), KeyValuePair.Create("Input.OnlySome", "true"), KeyValuePair.Create("Input.Units", world.Test.Justice.Code)];

        using var nothing = await coordinator.PostAsync(address, [KeyValuePair.Create("Input.Subject", ""), KeyValuePair.Create("Input.Words", "Giữ lại"), KeyValuePair.Create("Input.OnlySome", "true")]);
        Assert.Equal(HttpStatusCode.BadRequest, nothing.StatusCode);
        Assert.Contains("Giữ lại", (await SignedIn.ReadAsync(nothing)).QuerySelector("textarea")!.TextContent, StringComparison.Ordinal);
        using var sent = await coordinator.PostAsync(address, letter);
        Assert.Equal(address, sent.Headers.Location?.OriginalString);

        var desk = (await officer.OpenAsync("/lam-viec")).QuerySelector("#viec-can-lam").Words();
        Assert.Contains("Mời dự họp lúc 8 giờ.", desk, StringComparison.Ordinal);
        Assert.Contains($"https://cchc.laichau.gov.vn/lam-viec/ky-danh-gia/{world.Test.Round.Id}", desk, StringComparison.Ordinal);
        Assert.DoesNotContain("Mời dự họp", (await elsewhere.OpenAsync("/lam-viec")).Body!.TextContent, StringComparison.Ordinal);

        var list = await coordinator.OpenAsync("/lam-viec/thong-bao?loai=Letter");
        var row = Assert.Single(list.QuerySelectorAll("tbody tr"));
        Assert.Contains("Họp trực tuyến", row.Words(), StringComparison.Ordinal);
        Assert.Contains("Không gửi thư: chưa có địa chỉ", row.Words(), StringComparison.Ordinal);
        var title = Uri.EscapeDataString(world.Test.Round.Title);
        Assert.Single((await coordinator.OpenAsync($"/lam-viec/thong-bao?loai=Letter&ky={title}")).QuerySelectorAll("tbody tr"));
        Assert.Empty((await coordinator.OpenAsync($"/lam-viec/thong-bao?loai=Letter&ky={title}x")).QuerySelectorAll("tbody tr"));
        using var file = await coordinator.GetAsync(list.QuerySelector("a[href*='thong-bao.xlsx']")!.GetAttribute("href")!);
        Assert.Equal((HttpStatusCode.OK, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"), (file.StatusCode, file.Content.Headers.ContentType!.MediaType));
    }
}
