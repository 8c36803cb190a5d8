using System.Net;
using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Accounts;
using ParIndex.Application.Data;
using ParIndex.Domain.Audit;
using ParIndex.Domain.Staff;
using ParIndex.Testing;

namespace ParIndex.Web.Tests.Security;

/// <summary>What the audit log tells of requests: from where, and what was refused, taken out or looked at.</summary>
public sealed class AuditTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task EachEvent_TellsTheAddressOfTheClient_ThatTheTrustedProxySays(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var app = new TestApp(database).With("Proxies", "10.0.0.0/8");
        using var person = (await Person.WithPasswordAsync(app, "cb.01")).From("198.51.100.77");
        await person.SignInAsync("cb.01");
        // Whatever the client writes itself stands left of what the last proxy saw.
        using var liar = new Person(app).From("127.0.0.1, 203.0.113.5, 10.1.2.3");
        await liar.SignInAsync("cb.01", "đoán mò");
        using var six = new Person(app).From("2001:db8::7");
        await six.SignInAsync("cb.01");

        await using var db = database.NewContext();
        Assert.Equal(["198.51.100.77", "2001:db8::7"], await db.AuditEvents.Where(e => e.Act == "Đăng nhập").OrderBy(e => e.Sequence).Select(e => e.Source).ToListAsync());
        Assert.Equal("203.0.113.5", Assert.Single(await Person.CountsAsync(database), count => count.Kind == CountedKind.RefusedSignIn).Source);
        Assert.Equal(ActSource.Program, await db.AuditEvents.Where(e => e.Act == "Tạo tài khoản cb.01").Select(e => e.Source).SingleAsync());
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task DryRunExportsAndRefusals_AreCounted_OnceEachHour(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var test = await TestResults.AddAsync(database);
        await using var app = new TestApp(database);
        using var council = await SignedIn.AsAsync(app, StaffRoles.CouncilMember);
        using var officer = await SignedIn.AsAsync(app, StaffRoles.UnitOfficer, test.Justice.Id);
        var dryRun = test.Address + "/ban-thu";

        for (var i = 0; i < 3; i++)
        {
            await council.GetAsync(dryRun + "/xep-hang/2026/so-nganh");
            await council.GetAsync(dryRun + "/don-vi");
            await council.GetAsync(dryRun + "/xep-hang/2026/so-nganh.csv");
            await council.GetAsync(test.Address + "/chenh-lech.xlsx");
            await officer.GetAsync(dryRun);
            await officer.GetAsync(test.Address + "/chenh-lech.xlsx");
            await council.GetAsync($"{test.Address}/ket-qua/{Guid.Empty}");
            await council.UploadAsync(test.Address + "/ket-qua/thong-qua", "bb.pdf", TestResults.Pdf, [KeyValuePair.Create("digest", new string('a', 64)), KeyValuePair.Create("Input.Confirmed", "true")], "Input.Minutes");
            await council.UploadAsync(test.Address + "/ket-qua/thong-qua", "bb.pdf", "không phải PDF"u8.ToArray(), [], "Input.Minutes");
        }

        var told = (await Person.CountsAsync(database)).ToDictionary(count => (count.Kind, count.Actor, count.Address), count => count.Count);
        var (ofCouncil, ofOfficer) = (council.Account.StaffCode, officer.Account.StaffCode);
        Assert.Equal(6, told[(CountedKind.DryRun, ofCouncil, $"GET {dryRun}")]);
        Assert.Equal(3, told[(CountedKind.Export, ofCouncil, $"GET {dryRun}/xep-hang/2026/so-nganh.csv")]);
        Assert.Equal(3, told[(CountedKind.Export, ofCouncil, $"GET {test.Address}/chenh-lech.xlsx")]);
        Assert.Equal(3, told[(CountedKind.RefusedRight, ofOfficer, $"GET {dryRun}")]);
        Assert.Equal(3, told[(CountedKind.RefusedRight, ofOfficer, $"GET {test.Address}/chenh-lech.xlsx")]);
        Assert.Equal(3, told.Where(count => count.Key.Address == $"GET {test.Address}/ket-qua/{Guid.Empty}").Sum(count => count.Value));
        Assert.Equal(3, told[(CountedKind.StaleDigest, ofCouncil, $"POST {test.Address}/ket-qua/thong-qua")]);
        Assert.Equal(3, told[(CountedKind.RefusedForm, ofCouncil, $"POST {test.Address}/ket-qua/thong-qua")]);
        Assert.Equal(8, told.Count);

        using var auditor = await SignedIn.AsAsync(app, StaffRoles.Auditor);
        async Task<string> ShownAsync(string query) => (await auditor.OpenAsync("/quan-tri/nhat-ky?" + query)).QuerySelector("main")!.TextContent;
        Assert.Contains("Mã kết quả đã cũ", await ShownAsync("loai=tu-choi"), StringComparison.Ordinal);
        Assert.Contains(ofOfficer, await ShownAsync("loai=tu-choi"), StringComparison.Ordinal);
        Assert.DoesNotContain(ofOfficer, await ShownAsync($"loai=tu-choi&nguoi={ofCouncil}"), StringComparison.Ordinal);
        Assert.Contains("so-nganh.csv", await ShownAsync("loai=tai-xuong&viec=so-nganh"), StringComparison.Ordinal);
        Assert.DoesNotContain("so-nganh.csv", await ShownAsync("loai=tai-xuong&viec=chenh-lech"), StringComparison.Ordinal);
        Assert.Contains("Mở bản thử", await ShownAsync("loai=ban-thu"), StringComparison.Ordinal);
        Assert.Contains("Không có sự kiện nào", await ShownAsync("loai=ban-thu&noi=203."), StringComparison.Ordinal);
        Assert.Contains("Không có sự kiện nào", await ShownAsync("loai=ban-thu&ngay=1/2/2021"), StringComparison.Ordinal);
    }

    /// <summary>Forms that are refused before a page sees them are told too.</summary>
    [Fact]
    public async Task FormsWithoutTokenOfAnotherMethodOrTooLarge_AreCounted()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var app = new TestApp(database);
        using var person = await SignedIn.AsAsync(app, StaffRoles.Administrator);
        async Task<int> SendAsync(HttpMethod method, string address, HttpContent? content)
        {
            using var request = new HttpRequestMessage(method, address) { Content = content };
            using var answer = await person.SendAsync(request);
            return (int)answer.StatusCode;
        }

        Assert.Equal(400, await SendAsync(HttpMethod.Post, "/quan-tri/tai-khoan/them", new FormUrlEncodedContent([])));
        Assert.Equal(405, await SendAsync(HttpMethod.Put, "/quan-tri/tai-khoan/them", new FormUrlEncodedContent([])));
        Assert.Equal(404, await SendAsync(HttpMethod.Post, "/quan-tri/khong-co", new FormUrlEncodedContent([])));
        Assert.Equal(403, await SendAsync(HttpMethod.Post, "/lam-viec/don-vi/them", new FormUrlEncodedContent([])));

        Assert.Equal(
            [("POST /quan-tri/tai-khoan/them", "400"), ("PUT /quan-tri/tai-khoan/them", "405"), ("POST /quan-tri/khong-co", "404"), ("POST /lam-viec/don-vi/them", "")],
            (await Person.CountsAsync(database)).Select(count => (count.Address, count.Note)));
    }
}
