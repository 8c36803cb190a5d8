using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ParIndex.Application.Data;
using ParIndex.Domain.Staff;
using ParIndex.Testing;
using ParIndex.Web.Published;
using ParIndex.Web.Tests.Site;

namespace ParIndex.Web.Tests.Published;

/// <summary>A public page that was answered once is answered from its bytes, and nobody can tell but by the time it takes.</summary>
public sealed class PublishedAnswersTests
{
    private static readonly string[] Addresses =
    [
        "/", "/xep-hang/2020/so-nganh", "/xep-hang/2020/huyen?sort=ten", "/don-vi", "/don-vi/so-noi-vu", "/don-vi/so-noi-vu/2020", "/cong-bo/2020", "/tinh", "/phuong-phap", "/gioi-thieu", "/tim-kiem?q=so",
        "/xep-hang/2020/so-nganh.csv", "/xep-hang/2020/so-nganh.csv?dinh-dang=excel", "/xep-hang/2020/so-nganh.xlsx", "/don-vi.json", "/api/v1/releases/2020", "/sitemap.xml", "/robots.txt", "/css/site.css",
    ];

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task SecondAnswer_AsksTheDatabaseNothing_AndIsTheFirst(DatabaseKind kind)
    {
        var asked = new AskedCommands();
        await using var database = await TestDatabase.CreateLaiChau2020Async(kind);
        await using var app = new TestApp(database) { Jobs = false, Asked = asked };
        using var reader = app.Open();

        foreach (var address in Addresses)
        {
            using var first = await reader.GetAsync(address);
            asked.Take();
            using var second = await reader.GetAsync(address);

            Assert.Equal((address, HttpStatusCode.OK), (address, first.StatusCode));
            Assert.Equal([], asked.Take());
            Assert.Equal(Headers(first), Headers(second));
            Assert.Equal(await first.Content.ReadAsByteArrayAsync(), await second.Content.ReadAsByteArrayAsync());
        }
    }

    [Theory]
    [InlineData("/xep-hang/2020/so-nganh", true)]
    [InlineData("/xep-hang/2020/so-nganh.csv", true)]
    [InlineData("/api/v1/units", true)]
    [InlineData("/xep-hang/2020/so-nganh.xlsx", false)]
    public async Task EachEncoding_HasTheSameContentUnderAStrongTagOfItsOwn(string address, bool isText)
    {
        await using var site = new TestSite(await TestDatabase.CreateLaiChau2020Async(DatabaseKind.Sqlite));
        var tags = new List<string>();
        var plain = await site.Client.GetByteArrayAsync(address);

        foreach (var encoding in new[] { "", "gzip", "br" })
        {
            using var answer = await AskAsync(site.Client, HttpMethod.Get, address, encoding);
            using var known = await AskAsync(site.Client, HttpMethod.Get, address, encoding, ("If-None-Match", $"\"other\", {answer.Header("ETag")}"));
            using var head = await AskAsync(site.Client, HttpMethod.Head, address, encoding);
            var bytes = await answer.Content.ReadAsByteArrayAsync();

            Assert.Equal(isText && encoding.Length > 0 ? encoding : null, answer.Header("Content-Encoding"));
            Assert.Equal(isText ? "Accept-Encoding" : null, answer.Header("Vary"));
            Assert.Equal(plain, isText ? await UnpackAsync(bytes, encoding) : bytes);
            Assert.False(answer.Headers.ETag!.IsWeak);
            Assert.Equal((HttpStatusCode.NotModified, answer.Header("ETag"), answer.Header("Vary"), null), (known.StatusCode, known.Header("ETag"), known.Header("Vary"), known.Header("Content-Type")));
            Assert.Empty(await known.Content.ReadAsByteArrayAsync());
            Assert.Equal(Headers(answer), Headers(head));
            Assert.Empty(await head.Content.ReadAsByteArrayAsync());
            tags.Add(answer.Headers.ETag.Tag);
        }

        Assert.Equal(isText ? 3 : 1, tags.Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [InlineData("bytes=0-9", 206, 0, 10)]
    [InlineData("bytes=10-", 206, 10, int.MaxValue)]
    [InlineData("bytes=-7", 206, -7, 7)]
    [InlineData("bytes=0-99999999", 206, 0, int.MaxValue)]
    [InlineData("bytes=99999999-", 416, 0, 0)]
    [InlineData("bytes=0-1,5-6", 200, 0, int.MaxValue)]
    [InlineData("lines=0-9", 200, 0, int.MaxValue)]
    [InlineData("bytes=nonsense", 200, 0, int.MaxValue)]
    public async Task Range_OfAFile_IsCutFromItsBytes(string range, int status, int from, int length)
    {
        await using var site = new TestSite(await TestDatabase.CreateLaiChau2020Async(DatabaseKind.Sqlite));
        const string Address = "/xep-hang/2020/so-nganh.xlsx";

        // The first answer is made anew, the others are kept: all read the range alike.
        foreach (var time in new[] { "first", "second" })
        {
            using var part = await AskAsync(site.Client, HttpMethod.Get, Address, "", ("Range", range));
            var whole = await site.Client.GetByteArrayAsync(Address);
            var begin = from < 0 ? whole.Length + from : from;
            var expected = whole[begin..Math.Min(whole.Length, begin + Math.Min(length, whole.Length))];

            Assert.Equal((time, status), (time, (int)part.StatusCode));
            Assert.Equal(expected, await part.Content.ReadAsByteArrayAsync());
            Assert.Equal(status switch { 206 => $"bytes {begin}-{begin + expected.Length - 1}/{whole.Length}", 416 => $"bytes */{whole.Length}", _ => null }, part.Header("Content-Range"));
            Assert.Equal("bytes", part.Header("Accept-Ranges"));
        }
    }

    [Fact]
    public async Task Range_OfWhatHasChangedSince_IsTheWhole()
    {
        await using var site = new TestSite(await TestDatabase.CreateLaiChau2020Async(DatabaseKind.Sqlite));
        using var whole = await site.Client.GetAsync("/don-vi.csv");

        using var still = await AskAsync(site.Client, HttpMethod.Get, "/don-vi.csv", "", ("Range", "bytes=0-3"), ("If-Range", whole.Headers.ETag!.ToString()));
        using var changed = await AskAsync(site.Client, HttpMethod.Get, "/don-vi.csv", "", ("Range", "bytes=0-3"), ("If-Range", "\"of another day\""));

        Assert.Equal((HttpStatusCode.PartialContent, HttpStatusCode.OK), (still.StatusCode, changed.StatusCode));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Publication_OpensEveryFormatAtOnce(DatabaseKind kind)
    {
        const string Table = "STT;Đơn vị;Điểm thẩm định;Điểm điều tra;Tổng điểm;Thang điểm;Chỉ số (%);Xếp loại\n1;Sở Tư pháp;70,00;20,00;90,00;100;90,00;Tốt\n2;Sở Nội vụ;68,00;20,00;88,00;100;88,00;Tốt\n";
        await using var database = await TestDatabase.CreateLaiChau2020Async(kind);
        await using var site = new TestApp(database);
        using var reader = site.Open();
        string[] addresses = ["/", "/cong-bo", "/don-vi/so-tu-phap", "/don-vi/so-tu-phap.csv", "/don-vi/so-tu-phap.json", "/sitemap.xml", "/api/v1/releases"];
        var before = new List<string>();
        foreach (var address in addresses)
        {
            before.Add(await reader.GetStringAsync(address));
        }

        await TestData.PublishAsync(database, Table, TestData.Request(2021) with { Group = "so-nganh" });

        foreach (var (address, was) in addresses.Zip(before))
        {
            var now = await reader.GetStringAsync(address);
            Assert.Contains("2021", now, StringComparison.Ordinal);
            Assert.NotEqual(was, now);
        }
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task ChangeOfARegister_IsSeenByTheNextReader(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateLaiChau2020Async(kind);
        await using var app = new TestApp(database);
        using var reader = app.Open();
        Assert.DoesNotContain("Sở Tên mới", await reader.GetStringAsync("/don-vi"), StringComparison.Ordinal);
        var figures = await reader.GetStringAsync("/tinh.csv");

        await using var db = database.NewContext();
        (await db.Units.SingleAsync(unit => unit.Code == "so-y-te")).Rename("Sở Tên mới", new(2026, 1, 1));
        await db.SetUpAsync();
        var renamed = await reader.GetStringAsync("/don-vi");
        var row = await db.NationalIndices.FirstAsync(index => index.UnitCode == "");
        row.Correct(row.Figures with { Source = "Nguồn đã sửa" });
        await db.SetUpAsync();

        Assert.Contains("Sở Tên mới", renamed, StringComparison.Ordinal);
        Assert.NotEqual(figures, await reader.GetStringAsync("/tinh.csv"));
    }

    /// <summary>Another process saves without our interceptors, or a person by hand: no page stays behind for long.</summary>
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task ChangeByAnotherProcess_IsSeenSoon(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateLaiChau2020Async(kind);
        await using var app = new TestApp(database);
        using var reader = app.Open();
        await reader.GetStringAsync("/don-vi");

        await using (var db = database.NewContext())
        {
            await db.Database.ExecuteSqlRawAsync("UPDATE unit_names SET name = 'Sở Đổi bằng tay' WHERE name = 'Sở Y tế'");
        }

        var tries = 0;
        while (!(await reader.GetStringAsync("/don-vi")).Contains("Sở Đổi bằng tay", StringComparison.Ordinal))
        {
            Assert.True(++tries < 100, "The page stayed behind.");
            await Task.Delay(100);
        }
    }

    /// <summary>What is saved inside a transaction that is undone changes nothing, and what is committed is told with the commit.</summary>
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Edition_IsRenewedByTheCommit_NotByTheSave(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateLaiChau2020Async(kind);
        await using var app = new TestApp(database);
        var edition = app.Services.GetRequiredService<PublicEdition>();
        await using var db = database.NewContext();
        var unit = await db.Units.SingleAsync(unit => unit.Code == "so-y-te");
        await using var transaction = await db.Database.BeginTransactionAsync();
        var before = edition.Number;

        unit.AddAlias("Ngành Y");
        await db.SetUpAsync();
        var saved = edition.Number;
        await transaction.CommitAsync();

        Assert.Equal(before, saved);
        Assert.True(edition.Number > saved);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task DatabaseAway_WhatIsKeptIsServed(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateLaiChau2020Async(kind);
        await using var link = DatabaseLink.To(database);
        await using var app = new TestApp(database) { Jobs = false }.With("Database:ConnectionString", link.ConnectionString);
        using var reader = app.Open();
        foreach (var address in Addresses)
        {
            await reader.GetByteArrayAsync(address);
        }

        await using (await link.FreezeAsync())
        {
            foreach (var address in Addresses)
            {
                using var answer = await reader.GetAsync(address).WaitAsync(TimeSpan.FromSeconds(1));
                Assert.Equal((address, HttpStatusCode.OK), (address, answer.StatusCode));
            }
        }
    }

    [Fact]
    public async Task InventedQueries_StayInTheirShareOfMemory_AndCrowdOutNoPage()
    {
        var asked = new AskedCommands();
        await using var database = await TestDatabase.CreateLaiChau2020Async(DatabaseKind.Sqlite);
        await using var app = new TestApp(database) { Jobs = false, Asked = asked }.With("Published:MemoryMegabytes", "1");
        using var reader = app.Open();
        var answers = app.Services.GetRequiredService<PublishedAnswers>();
        await reader.GetByteArrayAsync("/gioi-thieu");

        foreach (var number in Enumerable.Range(0, 1000))
        {
            using var answer = await reader.GetAsync($"/gioi-thieu?la={number}");
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.InRange(answers.Bytes.Variants, 1, 256 * 1024);
        }

        asked.Take();
        await reader.GetByteArrayAsync("/gioi-thieu");
        Assert.Equal([], asked.Take());
    }

    [Fact]
    public async Task WhatSomebodySeesWhoSignedIn_IsKeptForNobody()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var test = await TestResults.AddAsync(database);
        await using var app = new TestApp(database) { Jobs = false };
        using var council = await SignedIn.AsAsync(app, StaffRoles.CouncilMember);
        using var reader = app.Open();
        var answers = app.Services.GetRequiredService<PublishedAnswers>();
        var before = answers.Bytes;

        foreach (var address in new[] { "/", "/don-vi", "/xep-hang/2026/so-nganh", test.Address + "/ban-thu", test.Address + "/ban-thu/xep-hang/2026/so-nganh", test.Address + "/ban-thu/don-vi.csv" })
        {
            using var answer = await council.GetAsync(address);
            Assert.DoesNotContain("public", answer.Header("Cache-Control") ?? "", StringComparison.Ordinal);
        }

        Assert.Equal(before, answers.Bytes);
        Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync("/xep-hang/2026/so-nganh")).StatusCode);
    }

    /// <summary>Everything but the id and the instant of a request.</summary>
    private static IEnumerable<string> Headers(HttpResponseMessage answer) =>
        answer.Headers.Concat(answer.Content.Headers).Where(header => header.Key is not "Date" && !string.Equals(header.Key, "X-Request-Id", StringComparison.OrdinalIgnoreCase))
            .Select(header => $"{header.Key}: {string.Join(", ", header.Value)}").Order(StringComparer.Ordinal);

    private static async Task<HttpResponseMessage> AskAsync(HttpClient client, HttpMethod method, string address, string encoding, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, address);
        if (encoding.Length > 0)
        {
            request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue(encoding));
        }

        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await client.SendAsync(request);
    }

    private static async Task<byte[]> UnpackAsync(byte[] bytes, string encoding)
    {
        await using Stream packed = new MemoryStream(bytes);
        await using var unpacked = encoding switch { "br" => new BrotliStream(packed, CompressionMode.Decompress), "gzip" => new GZipStream(packed, CompressionMode.Decompress), _ => packed };
        using var plain = new MemoryStream();
        await unpacked.CopyToAsync(plain);
        return plain.ToArray();
    }
}
