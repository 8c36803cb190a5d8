using System.Net;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Data;
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

    /// <summary>The words of a paper without errors against its schema.</summary>
    private static string Read(byte[] bytes)
    {
        using var word = WordprocessingDocument.Open(new MemoryStream(bytes), isEditable: false);
        Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(word).Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}"));
        return word.MainDocumentPart!.Document!.Body!.InnerText + string.Concat(word.MainDocumentPart.FooterParts.Select(foot => foot.Footer!.InnerText));
    }
}
