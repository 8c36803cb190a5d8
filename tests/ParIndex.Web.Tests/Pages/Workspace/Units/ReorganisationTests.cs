using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Accounts;
using ParIndex.Application.Archives;
using ParIndex.Application.Data;
using ParIndex.Application.Releases;
using ParIndex.Application.Seeding;
using ParIndex.Domain.Staff;
using ParIndex.Domain.Units;
using ParIndex.Testing;

namespace ParIndex.Web.Tests.Pages.Workspace.Units;

public sealed class ReorganisationTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Record_SeveralIntoSeveral_LinksEachWithEachAndEndsThoseBefore(DatabaseKind kind)
    {
        await using var database = await UnitPagesTests.WithUnitsAsync(kind, "Xã A", "Xã B", "Xã C", "Phường D");
        await using var app = new TestApp(database);
        using var person = await SignedIn.AsAsync(app, StaffRoles.Coordinator);

        // Xã C goes on: it stands on both sides.
        var answer = await person.PostAsync("/lam-viec/don-vi/sap-xep", Form("Merged", "Xã A\r\nxa-b\r\nXã C", "Xã C\r\nPhường D", "1/7/2025", "Nghị quyết số 1 <i>"));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        await using var db = database.NewContext();
        Assert.Equal(5, await db.Successions.CountAsync());
        var units = await db.Units.ToDictionaryAsync(unit => unit.Code, unit => unit.ValidTo);
        Assert.Equal(new DateOnly(2025, 6, 30), units["xa-a"]);
        Assert.Equal(new DateOnly(2025, 6, 30), units["xa-b"]);
        Assert.Null(units["xa-c"]);
        var page = await person.OpenAsync("/lam-viec/don-vi/phuong-d");
        Assert.Contains("Nhận sáp nhập từ Xã A, Xã B và Xã C", Words(page), StringComparison.Ordinal);
        Assert.Contains("Căn cứ: Nghị quyết số 1 <i>", Words(page), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Merged", "Xã A", "Xã Q", "1/7/2025", HttpStatusCode.BadRequest, "không có “Xã Q”")]
    [InlineData("Merged", "Xã A", "", "1/7/2025", HttpStatusCode.BadRequest, "sau sắp xếp")]
    [InlineData("Abolished", "Xã A", "Xã B", "1/7/2025", HttpStatusCode.BadRequest, "Giải thể")]
    [InlineData("Split", "", "Xã B", "1/7/2025", HttpStatusCode.BadRequest, "trước sắp xếp")]
    [InlineData("Merged", "Xã A", "Xã B", "1.7.2025", HttpStatusCode.BadRequest, "ngày/tháng/năm")]
    [InlineData("Merged", "Xã A", "XÃ  A", "1/7/2025", HttpStatusCode.Conflict, "trùng nhau")]
    [InlineData("Merged", "Xã Cũ", "Xã B", "1/7/2025", HttpStatusCode.Conflict, "đã được ghi")]
    public async Task Record_WhatIsWrongOrRefused_ChangesNothingAndKeepsWhatWasTyped(string kind, string before, string after, string day, HttpStatusCode status, string reason)
    {
        await using var database = await UnitPagesTests.WithUnitsAsync(DatabaseKind.Sqlite, "Xã A", "Xã B", "Xã Cũ");
        await using var app = new TestApp(database);
        using var person = await SignedIn.AsAsync(app, StaffRoles.Coordinator);
        if (before == "Xã Cũ")
        {
            await person.PostAsync("/lam-viec/don-vi/sap-xep", Form(kind, before, after, day, "", close: false));
        }

        await using var db = database.NewContext();
        var links = await db.Successions.CountAsync();
        var answer = await person.PostAsync("/lam-viec/don-vi/sap-xep", Form(kind, before, after, day, "Nghị quyết"));

        Assert.Equal(status, answer.StatusCode);
        var page = await SignedIn.ReadAsync(answer);
        Assert.Contains(reason, page.QuerySelector(".errors")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(before, page.QuerySelector<IHtmlTextAreaElement>("[name='Input.Predecessors']")!.Value);
        Assert.Equal(links, await db.Successions.CountAsync());
        Assert.DoesNotContain(await db.Units.AsNoTracking().ToListAsync(), unit => unit.ValidTo is not null);
    }

    [Theory]
    [InlineData("so-ke-hoach-va-dau-tu", "Sáp nhập vào Sở Tài chính")]
    [InlineData("so-giao-thong-van-tai", "Sáp nhập vào Sở Xây dựng")]
    [InlineData("so-thong-tin-va-truyen-thong", "Sáp nhập vào Sở Khoa học và Công nghệ")]
    [InlineData("so-lao-dong-thuong-binh-va-xa-hoi", "Sáp nhập vào Sở Nội vụ")]
    [InlineData("so-tai-nguyen-va-moi-truong", "Sáp nhập vào Sở Nông nghiệp và Môi trường")]
    [InlineData("so-nong-nghiep-va-moi-truong", "Nhận sáp nhập từ Sở Nông nghiệp và Phát triển nông thôn, Sở Tài nguyên và Môi trường")]
    [InlineData("so-noi-vu", "Nhận sáp nhập từ Sở Lao động - Thương binh và Xã hội")]
    [InlineData("huyen-sin-ho", "Đã kết thúc hoạt động từ ngày 1/7/2025")]
    [InlineData("thanh-pho-lai-chau", "Đã kết thúc hoạt động từ ngày 1/7/2025")]
    public async Task PublicPage_OfLaiChau_SaysWhatBecameOfTheUnit(string code, string lineage)
    {
        await using var database = await SeededAsync();
        await using var app = new TestApp(database);

        var page = await SignedIn.ReadAsync(await app.Open().GetAsync($"/don-vi/{code}"));

        Assert.Contains(lineage, Words(page).Replace(" và Sở Tài nguyên", ", Sở Tài nguyên", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains(code.StartsWith("so-", StringComparison.Ordinal) ? "ngày 1/3/2025" : "ngày 1/7/2025", Words(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task PublicPage_OfARenamedUnit_ShowsBothNamesAndNoSuccession()
    {
        await using var database = await SeededAsync();
        await using var app = new TestApp(database);

        var words = Words(await SignedIn.ReadAsync(await app.Open().GetAsync("/don-vi/ban-dan-toc")));

        Assert.Contains("Sở Dân tộc và Tôn giáo, từ ngày 1/3/2025", words, StringComparison.Ordinal);
        Assert.Contains("Ban Dân tộc, đến ngày 28/2/2025", words, StringComparison.Ordinal);
        Assert.DoesNotContain("Sáp nhập", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PublicPage_OfASplitUnit_NamesAllThatCameOutOfIt()
    {
        await using var database = await UnitPagesTests.WithUnitsAsync(DatabaseKind.Sqlite, "Huyện Mẹ", "Huyện Con", "Huyện Em");
        await using var app = new TestApp(database);
        using var person = await SignedIn.AsAsync(app, StaffRoles.Coordinator);
        await person.PostAsync("/lam-viec/don-vi/sap-xep", Form("Split", "Huyện Mẹ", "Huyện Con\nHuyện Em", "1/1/2012", "", close: false));

        Assert.Contains("Chia, tách thành Huyện Con và Huyện Em", Words(await SignedIn.ReadAsync(await app.Open().GetAsync("/don-vi/huyen-me"))), StringComparison.Ordinal);
        Assert.Contains("Được chia, tách từ Huyện Mẹ", Words(await SignedIn.ReadAsync(await app.Open().GetAsync("/don-vi/huyen-con"))), StringComparison.Ordinal);
    }

    private static async Task<TestDatabase> SeededAsync()
    {
        var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var db = database.NewContext();
        await new LaiChauSeed(db, new TableImport(db, new PublicReleases(db), TimeProvider.System)).SeedAsync();
        return database;
    }

    private static Dictionary<string, string> Form(string kind, string before, string after, string day, string basis, bool close = true) =>
        Fields.Of(("Kind", kind), ("Predecessors", before), ("Successors", after), ("EffectiveOn", day), ("LegalBasis", basis), ("Close", close ? "true" : "false"));

    private static string Words(IDocument page) => string.Join(' ', string.Join(' ', page.QuerySelectorAll("main .facts, main .kin, main .lands").Select(list => list.TextContent)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
