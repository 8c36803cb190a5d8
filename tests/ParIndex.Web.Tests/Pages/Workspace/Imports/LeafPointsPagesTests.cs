using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Accounts;
using ParIndex.Application.Data;
using ParIndex.Domain.Analysis;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Rounds;
using ParIndex.Domain.Scorecards;
using ParIndex.Domain.Staff;
using ParIndex.Domain.Units;
using ParIndex.Testing;

namespace ParIndex.Web.Tests.Pages.Workspace.Imports;

public sealed class LeafPointsPagesTests
{
    private const string Address = "/lam-viec/nhap-so-lieu/diem-tieu-chi";

    private static readonly object?[][] Rows =
    [
        ["BẢNG ĐIỂM NĂM 2021"],
        ["STT", "Mã", "Tiêu chí", "Điểm tối đa", "Sở Nội vụ", "Sở Tài chính"],
        [1, "1", "Chỉ đạo, điều hành", 10, 8.5, 3],
        [2, "1.1", "Kế hoạch", 4, 3.5, 3],
        [3, "1.2", "Kiểm tra", 6, 5, "KAD"],
        [4, "2", "Điều tra xã hội học", 30, 25.25, 21],
        [null, null, "Tổng điểm", 40, 33.75, 24],
    ];

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Store_AWorkbook_GivesAClosedRoundThatComparesWithItself(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var set = await FillAsync(database);
        await using var app = new TestApp(database);
        using var person = await SignedIn.AsAsync(app, StaffRoles.Coordinator);

        var preview = await UploadAsync(person, set, Rows);
        var page = await person.OpenAsync(preview);
        // 33,75 of 40 and, without the leaf of 6 points, 24 of 34.
        Assert.Equal(["33,75", "40", "84,38", "Tốt", "1", "0", "0"], Cells(page, 0));
        Assert.Equal(["24,00", "34", "70,59", "Khá", "2", "1", "0"], Cells(page, 1));
        await using var db = database.NewContext();
        Assert.False(await db.Rounds.AnyAsync());

        var stored = await person.PostAsync(preview, [], "#luu");

        Assert.Equal("/lam-viec/nhap-so-lieu", stored.Headers.Location?.ToString());
        var round = await db.Rounds.Include(r => r.Moves).Include(r => r.Groups).ThenInclude(g => g.Participants).ThenInclude(p => p.Exemptions).SingleAsync();
        Assert.Equal((2021, RoundState.Closed, 2), (round.Year, round.State, round.Moves.Count));
        var finance = await db.Units.SingleAsync(unit => unit.Code == "so-tai-chinh");
        var participant = Assert.Single(round.Groups).Participants.Single(p => p.UnitId == finance.Id);
        Assert.Equal("nhập từ số liệu năm trước", Assert.Single(participant.Exemptions).LegalBasis);
        var scorecard = await db.Scorecards.Include(s => s.Cells).SingleAsync(s => s.ParticipantId == participant.Id);
        Assert.Equal([(ScoreStage.SecondAppraisal, 2), (ScoreStage.Survey, 1)], scorecard.Cells.GroupBy(cell => cell.Stage).OrderBy(stage => stage.Key).Select(stage => (stage.Key, stage.Count())));
        Assert.False(await db.ImportDrafts.AnyAsync());
        var saved = await db.CriteriaSets.Include(s => s.Criteria).SingleAsync();
        Assert.NotNull(saved.LockedAt);
        var year = new YearScores([.. saved.Leaves.Where(leaf => !participant.Exemptions.Any(exemption => exemption.CriterionId == leaf.Id))
            .Select(leaf => new YearLeaf(leaf.Lineage, leaf.MaxScore, scorecard.Cells.Single(cell => cell.CriterionId == leaf.Id).Points!.Value))]);
        var comparison = YearComparison.Between(year, year);
        Assert.Equal((0m, 1m, 100 * 24m / 34m), (comparison.Change, comparison.Coverage, year.Index));
    }

    [Fact]
    public async Task Store_TheOtherWayRound_GivesTheSame()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var set = await FillAsync(database);
        await using var app = new TestApp(database);
        using var person = await SignedIn.AsAsync(app, StaffRoles.Coordinator);
        var upright = Rows.Skip(1).Select(row => row.Skip(1).ToArray()).ToList();
        var turned = Enumerable.Range(0, upright[0].Length).Select(column => upright.Select(row => column < row.Length ? row[column] : null).ToArray()).ToArray();

        var page = await person.OpenAsync(await UploadAsync(person, set, turned));

        Assert.Equal(["33,75", "40", "84,38", "Tốt", "1", "0", "0"], Cells(page, 0));
        Assert.Equal(["24,00", "34", "70,59", "Khá", "2", "1", "0"], Cells(page, 1));
    }

    [Fact]
    public async Task Preview_AnEmptyCell_IsNotYetScoredAndNeverZero()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var set = await FillAsync(database);
        await using var app = new TestApp(database);
        using var person = await SignedIn.AsAsync(app, StaffRoles.Coordinator);

        var page = await person.OpenAsync(await UploadAsync(person, set, Changed(4, 5, null)));

        Assert.Equal(["24,00", "40", "60,00", "Trung bình", "–", "0", "1"], Cells(page, 1));
    }

    [Theory]
    [InlineData(3, 4, 4.25, "E4", "quá điểm tối đa 4")]
    [InlineData(3, 4, "-", "E4", "KAD nếu không áp dụng")]
    [InlineData(3, 4, "1.234,5", "E4", "số")]
    [InlineData(3, 3, 5, "D4", "trong bộ tiêu chí là 4")]
    [InlineData(3, 1, "9.9", "B4", "không phải là mã tiêu chí")]
    [InlineData(4, 1, "1.1", "B5", "đã có trong bảng")]
    [InlineData(1, 5, "Sở Tài chinhs", "F2", "Sở Tài chính")]
    [InlineData(1, 5, "Sở Nội vụ", "F2", "đã có trong bảng")]
    public async Task Upload_AWrongCell_IsNamedAndNothingIsKept(int row, int column, object value, string place, string reason)
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var set = await FillAsync(database);
        await using var app = new TestApp(database);
        using var person = await SignedIn.AsAsync(app, StaffRoles.Coordinator);

        var answer = await person.UploadAsync(Address, "diem.xlsx", Bytes(Changed(row, column, value)), FieldsFor(set));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var errors = (await SignedIn.ReadAsync(answer)).QuerySelector(".errors")!.TextContent;
        Assert.Contains("ô " + place, errors, StringComparison.Ordinal);
        Assert.Contains(reason, errors, StringComparison.Ordinal);
        await using var db = database.NewContext();
        Assert.False(await db.ImportDrafts.AnyAsync());
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Store_AYearThatHasARound_IsRefused(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var set = await FillAsync(database);
        await using var app = new TestApp(database);
        using var person = await SignedIn.AsAsync(app, StaffRoles.Coordinator);
        var (first, second) = (await UploadAsync(person, set, Rows), await UploadAsync(person, set, Rows));
        await person.PostAsync(first, [], "#luu");

        // The second was kept before the first was stored; its page now only offers to discard it.
        var page = await person.OpenAsync(second);

        Assert.Contains("đã có kỳ đánh giá", page.QuerySelector(".errors")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("#luu"));
        Assert.Equal(HttpStatusCode.Conflict, (await person.UploadAsync(Address, "diem.xlsx", Bytes(Rows), FieldsFor(set))).StatusCode);
        await using var db = database.NewContext();
        Assert.Equal((1, 2), (await db.Rounds.CountAsync(), await db.Scorecards.CountAsync()));
    }

    private static object?[][] Changed(int row, int column, object? value)
    {
        var rows = Rows.Select(cells => cells.ToArray()).ToArray();
        rows[row][column] = value;
        return rows;
    }

    private static async Task<CriteriaSet> FillAsync(TestDatabase database)
    {
        var set = new CriteriaSet(2021, "so-nganh", "Bộ tiêu chí 2021");
        var field = set.Add("1", "Chỉ đạo, điều hành", 10);
        set.Add("1.1", "Kế hoạch", 4, parent: field);
        set.Add("1.2", "Kiểm tra", 6, parent: field);
        set.Add("2", "Điều tra xã hội học", 30, Component.Survey);
        await using var db = database.NewContext();
        db.AddRange(UnitGroup.Usual());
        db.AddRange(new Unit("Sở Nội vụ", UnitKind.Department), new Unit("Sở Tài chính", UnitKind.Department), set);
        await db.SetUpAsync();
        return set;
    }

    private static byte[] Bytes(object?[][] rows) => new Workbook().Sheet("Điểm", rows).Bytes();

    private static Dictionary<string, string> FieldsFor(CriteriaSet set) => Fields.Of(("Set", set.Id.ToString()), ("Bands", "Tốt=80,Khá=70,Trung bình=0"), ("Ranking", "OneList"));

    private static async Task<string> UploadAsync(SignedIn person, CriteriaSet set, object?[][] rows)
    {
        var answer = await person.UploadAsync(Address, "diem.xlsx", Bytes(rows), FieldsFor(set));
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, (await SignedIn.ReadAsync(answer)).QuerySelector(".errors")?.TextContent);
        return answer.Headers.Location!.ToString();
    }

    private static IEnumerable<string> Cells(IDocument page, int row) => page.QuerySelectorAll("tbody tr")[row].QuerySelectorAll("td").Select(cell => cell.TextContent.Trim());
}
