using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ParIndex.Application.Data;
using ParIndex.Application.Releases.Seals;
using ParIndex.Domain.Scorecards;
using ParIndex.Domain.Seals;
using ParIndex.Domain.Staff;
using ParIndex.Testing;
using ParIndex.Web.Tests.Site;

namespace ParIndex.Web.Tests.Endpoints;

/// <summary>Papers as DOCX, as those who may open the page of their data get them: valid, and with the figures of that page.</summary>
public sealed class PaperTests(PublishedSites sites) : IClassFixture<PublishedSites>
{
    [Theory]
    [InlineData("phu-luc.docx", "Sở Nội vụ", "87,42")]
    [InlineData("thong-bao.docx", "82,08%", "tăng 3,32 điểm phần trăm")]
    [InlineData("thong-bao-tieng-anh.docx", "82.08%", "87.42%")]
    public async Task OfARelease_EverybodyReadsThem_WithTheDigest(string paper, string said, string also)
    {
        var client = await sites.OpenAsync();
        var digest = (await client.GetJsonAsync("/api/v1/releases/2020")).GetProperty("release").GetProperty("resultsDigest").GetString()!;

        var text = Read(await client.GetByteArrayAsync($"/cong-bo/2020/1/{paper}"));

        Assert.All([said, also, digest], words => Assert.Contains(words, text, StringComparison.Ordinal));
        using var unknown = await client.GetAsync($"/cong-bo/2020/9/{paper}");
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task OfASealedRelease_TheyAreTheFilesOfItsZip_KeptForEver(DatabaseKind kind)
    {
        await using var site = new TestSite(await TestDatabase.CreateDemonstrationAsync(kind));
        await using (var scope = site.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<Sealing>().SealReleasesAsync();
        }

        var head = (await site.Client.GetJsonAsync("/api/v1/releases")).GetProperty("releases")[0];
        var address = $"/cong-bo/{head.GetProperty("year").GetInt32()}/{head.GetProperty("version").GetInt32()}";
        using var zip = new ZipArchive(new MemoryStream(await site.Client.GetByteArrayAsync(address + ".zip")));
        using var guide = new StreamReader(zip.GetEntry("DOC-TOI.txt")!.Open());
        var instructions = await guide.ReadToEndAsync();

        foreach (var paper in new[] { "phu-luc", "thong-bao", "thong-bao-tieng-anh" })
        {
            using var answer = await site.Client.GetAsync($"{address}/{paper}.docx");
            var bytes = await answer.Content.ReadAsByteArrayAsync();
            var name = answer.Content.Headers.ContentDisposition!.FileName!;
            Read(bytes);
            Assert.StartsWith($"{paper}-{head.GetProperty("year").GetInt32()}-", name, StringComparison.Ordinal);
            Assert.Equal("public, max-age=31536000, immutable", answer.Header("Cache-Control"));
            using var content = new MemoryStream();
            using var stream = zip.GetEntry(name)!.Open();
            await stream.CopyToAsync(content);
            Assert.Equal(content.ToArray(), bytes);
            Assert.Contains($"{paper}-….docx", instructions, StringComparison.Ordinal);
        }
    }

    /// <summary>A ZIP that was sealed before papers lay in it stays what it is; its papers are made from the figures.</summary>
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task OfAReleaseSealedWithoutThem_TheyAreMade_AndItsZipStays(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateLaiChau2020Async(kind);
        using var old = new MemoryStream();
        using (var zip = new ZipArchive(old, ZipArchiveMode.Create, leaveOpen: true))
        {
            zip.CreateEntry("DOC-TOI.txt");
        }

        await using (var db = database.NewContext())
        {
            var release = await db.Releases.SingleAsync();
            var seal = new ReleaseSeal(release, 1, ReleaseManifest.Of(release, 1, previous: null, [], []).Write(), DateTime.UtcNow);
            db.AddRange(seal, new ReleaseBundle(seal, old.ToArray()));
            await db.SaveChangesAsync();
        }

        await using var app = new TestApp(database) { Jobs = false };
        using var client = app.Open();

        Assert.Contains("82,08%", Read(await client.GetByteArrayAsync("/cong-bo/2020/1/thong-bao.docx")), StringComparison.Ordinal);
        using var answer = await client.GetAsync("/cong-bo/2020/1/phu-luc.docx");
        Assert.Equal("public, no-cache", answer.Header("Cache-Control"));
        Assert.Equal(old.ToArray(), await client.GetByteArrayAsync("/cong-bo/2020/1.zip"));
    }

    /// <summary>Page and paper of a release say the same sentences, in both languages; an English page marks what is Vietnamese.</summary>
    [Theory]
    [InlineData("/cong-bo/2020/1", "thong-bao.docx", "Chỉ số cải cách hành chính trung bình của các sở, ban, ngành đạt 82,08%, tăng 3,32 điểm phần trăm so với năm 2019.")]
    [InlineData("/en/cong-bo/2020/1", "thong-bao-tieng-anh.docx", "The mean PAR Index of")]
    public async Task ThePageOfARelease_SaysWhatItsAnnouncementSays(string page, string paper, string said)
    {
        var client = await sites.OpenAsync();
        var article = (await client.GetPageAsync(page)).QuerySelector("#toan-van")!;
        var text = Read(await client.GetByteArrayAsync($"/cong-bo/2020/1/{paper}"));

        var sentences = article.QuerySelectorAll("p:not(.muted)").Select(sentence => sentence.TextContent.Trim()).ToList();
        Assert.Contains(sentences, sentence => sentence.StartsWith(said, StringComparison.Ordinal));
        Assert.True(sentences.Count > 6, $"{sentences.Count} sentences");
        Assert.All(sentences, sentence => Assert.Contains(sentence, text, StringComparison.Ordinal));
        Assert.Equal(page.StartsWith("/en", StringComparison.Ordinal), article.QuerySelectorAll("[lang=vi]").Any());
        Assert.DoesNotContain('\u2068', text);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task OfAPublishedUnit_EverybodyReadsItsScorecard_PinnedToItsVersion(DatabaseKind kind)
    {
        await using var site = new TestSite(await TestDatabase.CreateDemonstrationAsync(kind));
        var results = await site.Client.GetJsonAsync("/api/v1/releases/2024/groups/so-nganh/results");
        var unit = results.GetProperty("results")[0].GetProperty("unit").GetProperty("code").GetString()!;
        var digest = results.GetProperty("release").GetProperty("resultsDigest").GetString()!;
        var page = await site.Client.GetPageAsync($"/don-vi/{unit}/2024");
        var address = $"/don-vi/{unit}/2024/phieu.docx";
        var leaves = await site.Client.GetJsonAsync($"/api/v1/units/{unit}/scorecards/2024");

        Assert.Contains(page.QuerySelectorAll("a"), link => link.GetAttribute("href") == address);
        Assert.Contains((await site.Client.GetPageAsync($"/en/don-vi/{unit}/2024")).QuerySelectorAll("a"), link => link.GetAttribute("href") == address);
        using var current = await site.Client.GetAsync(address);
        using var pinned = await site.Client.GetAsync(address + "?version=1");
        Assert.Equal(("public, no-cache", "public, max-age=31536000, immutable"), (current.Header("Cache-Control"), pinned.Header("Cache-Control")));
        var text = Read(await current.Content.ReadAsByteArrayAsync());
        Assert.Contains(digest, text, StringComparison.Ordinal);
        Assert.Contains(page.QuerySelector("h1")!.TextContent.Trim(), text, StringComparison.Ordinal);
        Assert.All(page.QuerySelectorAll("section.leaves tbody th"), row => Assert.Contains(row.FirstChild!.TextContent.Trim(), text, StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.NotFound, (await site.Client.GetAsync("/don-vi/khong-co/2024/phieu.docx")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Client.GetAsync($"/don-vi/{unit}/1999/phieu.docx")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Client.GetAsync(address + "?version=99")).StatusCode);
        Assert.True(leaves.ValueKind == JsonValueKind.Object);
    }

    /// <summary>Where only totals were published the paper has them, and says that there is no more.</summary>
    [Fact]
    public async Task OfAUnitOfWhichOnlyTotalsAreKnown_ThePaperSaysSo()
    {
        var text = Read(await (await sites.OpenAsync()).GetByteArrayAsync("/don-vi/so-noi-vu/2020/phieu.docx"));

        Assert.All(["87,42%", "không công bố điểm từng tiêu chí"], words => Assert.Contains(words, text, StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task OfResults_TheCouncilReadsThem_AndNobodyElse(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var test = await TestResults.AddAsync(database);
        await using var app = new TestApp(database) { Jobs = false };
        using var council = await SignedIn.AsAsync(app, StaffRoles.CouncilMember);
        using var officer = await SignedIn.AsAsync(app, StaffRoles.UnitOfficer, test.Justice.Id);

        foreach (var paper in new[] { "phu-luc.docx", "thong-bao.docx" })
        {
            var address = $"{test.Address}/ket-qua/{paper}";
            var text = Read(await (await council.GetAsync(address)).Content.ReadAsByteArrayAsync());
            Assert.Contains("91,50", text, StringComparison.Ordinal);
            Assert.Contains((await test.ResultsAsync(database)).Digest!, text, StringComparison.Ordinal);
            Assert.NotEqual(HttpStatusCode.OK, (await officer.GetAsync(address)).StatusCode);
        }
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task OfAScorecard_ItsUnitReadsThem_AndNoOther(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var test = await TestResults.AddAsync(database);
        await using var app = new TestApp(database) { Jobs = false };
        using var officer = await SignedIn.AsAsync(app, StaffRoles.UnitOfficer, test.Justice.Id);
        using var other = await SignedIn.AsAsync(app, StaffRoles.UnitOfficer, test.Office.Id);
        await using var db = database.NewContext();
        var participant = test.Of(test.Justice).Id;
        var card = await db.Scorecards.Where(scorecard => scorecard.ParticipantId == participant).Select(scorecard => scorecard.Id).SingleAsync();

        foreach (var paper in new[] { "bao-cao.docx", "phieu.docx" })
        {
            var address = $"/lam-viec/phieu-cham-diem/{card}/{paper}";
            Assert.Contains("Sở Tư pháp", Read(await (await officer.GetAsync(address)).Content.ReadAsByteArrayAsync()), StringComparison.OrdinalIgnoreCase);
            Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(address)).StatusCode);
        }
    }

    /// <summary>The receipt of each handing-in stays; the text that its digest is of is given while everything stands as it was handed in.</summary>
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task OfAHandingIn_TheUnitGetsItsReceipt_AndTheTextOfItsDigest(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var world = await ScorecardWorld.CreateAsync(database);
        await world.BringAsync(ScorecardState.SelfScoring);
        await world.MoveAsync(ScorecardAct.Submit, "officer");
        var folder = await world.ReadAsync();
        await using var app = new TestApp(database) { Jobs = false, Clock = world.Clock };
        using var officer = await SignedIn.AsAsync(app, StaffRoles.UnitOfficer, world.Test.Justice.Id);
        using var other = await SignedIn.AsAsync(app, StaffRoles.UnitOfficer, world.Test.Office.Id);
        var address = $"/lam-viec/phieu-cham-diem/{folder.Card.Id}";
        var receipt = $"{address}/giay-xac-nhan.docx?lan-nop={folder.Card.Submissions.Single().Id}";

        var before = await (await officer.GetAsync(receipt)).Content.ReadAsByteArrayAsync();
        var handedIn = await (await officer.GetAsync($"{address}/noi-dung-da-nop.txt")).Content.ReadAsByteArrayAsync();

        Assert.Contains(Convert.ToHexStringLower(SHA256.HashData(handedIn)), Read(before), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(receipt)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"{address}/noi-dung-da-nop.txt")).StatusCode);

        await world.MoveAsync(ScorecardAct.Return, "coordinator");
        await world.WriteAsync(ScoreStage.SelfScore, "1.1", new() { Points = 0, Note = "Sửa lại" }, "officer");

        Assert.Equal(before, await (await officer.GetAsync(receipt)).Content.ReadAsByteArrayAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await officer.GetAsync($"{address}/noi-dung-da-nop.txt")).StatusCode);
    }

    /// <summary>The words of a paper without errors against its schema.</summary>
    private static string Read(byte[] bytes)
    {
        using var word = WordprocessingDocument.Open(new MemoryStream(bytes), isEditable: false);
        Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(word).Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}"));
        return word.MainDocumentPart!.Document!.Body!.InnerText + string.Concat(word.MainDocumentPart.FooterParts.Select(foot => foot.Footer!.InnerText));
    }
}
