using System.Net;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Data;
using ParIndex.Domain.Evidence;
using ParIndex.Domain.Rounds;
using ParIndex.Domain.Staff;
using ParIndex.Testing;

namespace ParIndex.Web.Tests.Pages.Workspace.Scorecards;

/// <summary>What stands beside the leaf that is being scored: as a page, as a fragment, and the files it takes.</summary>
public sealed class LeafPanelTests
{
    [Fact]
    public async Task Get_ForTheScript_IsTheFragmentAlone_AndElseAPage()
    {
        await using var world = await PanelWorld.OpenAsync();

        var page = await world.Officer.OpenAsync(world.Address);
        using var request = new HttpRequestMessage(HttpMethod.Get, world.Address) { Headers = { { "X-Fragment", "1" } } };
        using var answer = await world.Officer.SendAsync(request);
        var fragment = await answer.Content.ReadAsStringAsync();

        Assert.NotNull(page.QuerySelector("header.site"));
        Assert.Equal("1.1.2", page.QuerySelector<IHtmlElement>("#ben-canh")!.Dataset["leaf"]);
        Assert.DoesNotContain("<html", fragment, StringComparison.Ordinal);
        Assert.Contains("data-leaf=\"1.1.2\"", fragment, StringComparison.Ordinal);
        Assert.InRange(Encoding.UTF8.GetByteCount(fragment), 1, 12 * 1024);
    }

    [Fact]
    public async Task Files_EachBecomeADocument_AndOneThatIsNotTakenKeepsNoneBack()
    {
        await using var world = await PanelWorld.OpenAsync();

        using var answer = await world.SendAsync(isDeclared: true, ("Bao_cao_so_12.pdf", TestResults.Pdf), ("la.txt", [1, 2, 3]), ("ke-hoach.pdf", [.. TestResults.Pdf, .. "%%EOF"u8]));
        var page = await SignedIn.ReadAsync(answer);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("la.txt:", page.QuerySelector(".errors")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Đã thêm 02 tài liệu.", page.QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["Bao cao so 12", "ke-hoach"], (await world.DocumentsAsync()).Select(document => document.Title).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Files_WithoutTheDeclaration_AreNotTaken()
    {
        await using var world = await PanelWorld.OpenAsync();

        using var answer = await world.SendAsync(isDeclared: false, ("Bao_cao.pdf", TestResults.Pdf));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("Xác nhận các tệp không thuộc danh mục bí mật nhà nước", (await SignedIn.ReadAsync(answer)).QuerySelector(".errors")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(await world.DocumentsAsync());
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Reuse_PointsToLastYearsDocuments_AtTheSamePages(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateDemonstrationAsync(kind);
        await using var app = new TestApp(database);
        await using var db = database.NewContext();
        var unit = await db.Units.AsNoTracking().SingleAsync(known => known.Code == "so-y-te");
        var cards = await (from card in db.Scorecards
                           join participant in db.Set<Participant>() on card.ParticipantId equals participant.Id
                           join roundGroup in db.Set<RoundGroup>() on participant.RoundGroupId equals roundGroup.Id
                           join round in db.Rounds on roundGroup.RoundId equals round.Id
                           where participant.UnitId == unit.Id && (round.Year == 2024 || round.Year == 2025)
                           select new { Card = card, round.Year, Set = roundGroup.CriteriaSetId }).ToDictionaryAsync(found => found.Year);
        using var officer = await SignedIn.AsAsync(app, StaffRoles.UnitOfficer, unit.Id);
        var leaves = await db.CriteriaSets.Include(set => set.Criteria).ToDictionaryAsync(set => set.Id);
        var now = leaves[cards[2025].Set!.Value].Leaves.Single(leaf => leaf.Code == "1.1.2");
        var then = leaves[cards[2024].Set!.Value].Leaves.Single(leaf => leaf.Lineage == now.Lineage);
        var document = new EvidenceDocument(unit.Id, "Báo cáo số 412", officer.Account.Id, DateTime.UtcNow);
        db.AddRange(document, new EvidenceLink(cards[2024].Card, then, document, "tr. 4–6", officer.Account.Id, DateTime.UtcNow));
        await db.SetUpAsync();
        var address = $"/lam-viec/phieu-cham-diem/{cards[2025].Card.Id}/tieu-chi/{now.Id}/ben-canh";

        var before = await officer.OpenAsync(address);
        using var answer = await officer.PostAsync(address, [], "form[action$='Reuse']");
        var after = await officer.OpenAsync(address);

        // The one of the demonstration, and this one.
        Assert.Equal("Dùng lại 02 tài liệu", before.QuerySelector("form[action$='Reuse'] button")!.TextContent);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Null(after.QuerySelector("form[action$='Reuse']"));
        var link = await db.EvidenceLinks.AsNoTracking().SingleAsync(known => known.DocumentId == document.Id && known.ScorecardId == cards[2025].Card.Id);
        Assert.Equal((now.Id, "tr. 4–6"), (link.CriterionId, link.Pages));
    }

    /// <summary>The program with an open round, and an officer of Sở Tư pháp at leaf 1.1.2.</summary>
    private sealed class PanelWorld : IAsyncDisposable
    {
        private readonly TestDatabase _database;
        private readonly TestApp _app;

        private PanelWorld(TestDatabase database, TestApp app, SignedIn officer, string address) => (_database, _app, Officer, Address) = (database, app, officer, address);

        public SignedIn Officer { get; }

        public string Address { get; }

        public static async Task<PanelWorld> OpenAsync()
        {
            var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
            var round = await OpenRound.AddAsync(database);
            var app = new TestApp(database);
            var address = $"/lam-viec/phieu-cham-diem/{await round.CardIdAsync(round.Test.Justice)}/tieu-chi/{round.Test.Leaf("1.1.2").Id}/ben-canh";
            return new(database, app, await SignedIn.AsAsync(app, StaffRoles.UnitOfficer, round.Test.Justice.Id), address);
        }

        public async Task<HttpResponseMessage> SendAsync(bool isDeclared, params (string Name, byte[] Content)[] files)
        {
            var token = (await Officer.OpenAsync(Address)).QuerySelector<IHtmlInputElement>("form.drop [name=__RequestVerificationToken]")!.Value;
            using var form = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" } };
            if (isDeclared)
            {
                form.Add(new StringContent("true"), "IsDeclared");
            }

            foreach (var (name, content) in files)
            {
                form.Add(new ByteArrayContent(content), "Files", name);
            }

            using var request = new HttpRequestMessage(HttpMethod.Post, Address + "?handler=Files") { Content = form };
            return await Officer.SendAsync(request);
        }

        public async Task<IReadOnlyList<EvidenceDocument>> DocumentsAsync()
        {
            await using var db = _database.NewContext();
            return await db.EvidenceDocuments.AsNoTracking().ToListAsync();
        }

        public async ValueTask DisposeAsync()
        {
            Officer.Dispose();
            await _app.DisposeAsync();
            await _database.DisposeAsync();
        }
    }
}
