using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Accounts;
using ParIndex.Application.Data;
using ParIndex.Application.Releases;
using ParIndex.Application.Remarks;
using ParIndex.Application.Rounds;
using ParIndex.Application.Search;
using ParIndex.Application.Tests.Releases;
using ParIndex.Domain;
using ParIndex.Domain.Remarks;
using ParIndex.Domain.Rounds;
using ParIndex.Domain.Staff;
using ParIndex.Testing;

namespace ParIndex.Application.Tests.Remarks;

/// <summary>A remark of the public from its sending to the version that came of it.</summary>
public sealed class RemarkTests : IDisposable
{
    private readonly PublicationScene _scene = new();

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Remark_LeadsToACorrection_AndTheVersionLeadsBack(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var (test, _) = await _scene.ReadyAsync(database);
        await _scene.PublishAsync(database, test);
        var code = await SendAsync(database, "Sở Tư pháp", "1.2", "Trong báo cáo là 10 hồ sơ.");
        await ReplyAsync(database, code, RemarkState.ToBeCorrected, _scene.Council);

        var before = await FindAsync(database, code);
        await using (var db = database.NewContext())
        {
            var round = await new RemarkRegister(db, new(db)).RoundOfAsync(before);
            Assert.Equal((test.Round.Id, false), round);
            await new RoundAmending(db, new RoundReader(db), new RoundResults(db, TimeProvider.System), TimeProvider.System).AskAsync(round!.Value.Id, (await test.ReadAsync(database)).Round.Version, AmendmentKind.Correction, before.Remark.Answer!, before.Remark.Id, test.Coordinator);
        }

        Assert.Equal((null, "Sở Tư pháp"), (before.Correction, before.UnitName));
        Assert.NotNull(before.CriterionName);
        var asked = await FindAsync(database, code);
        Assert.NotNull(asked.Remark.RequestId);
        await _scene.AgreeAsync(database, test);
        await using (var db = database.NewContext())
        {
            Assert.Equal((test.Round.Id, true), await new RemarkRegister(db, new(db)).RoundOfAsync(asked));
        }

        await PublicationScene.ScoreAsync(database, test, 10);
        await _scene.ApproveAsync(database, test);
        await _scene.DecideAsync(database, test, "2600/QĐ-UBND");
        await _scene.PublishAsync(database, test);

        var after = await FindAsync(database, code);
        await using var read = database.NewContext();
        var releases = new PublicReleases(read);
        var register = new RemarkRegister(read, releases);
        Assert.Equal(2, after.Correction!.VersionNumber);
        Assert.Equal(code, Assert.Single(await register.LedToAsync((await releases.CurrentAsync(2026))!)).Remark.Code);
        Assert.Empty(await register.LedToAsync((await releases.VersionAsync(2026, 1))!));
        Assert.Equal(TwoPersonState.Agreed, await register.RequestOfAsync(after));
        Assert.Equal(code, Assert.Single(await register.AnsweredAsync(2026, "so-tu-phap")).Remark.Code);
        Assert.Empty(await register.AnsweredAsync(2025, unitCode: null));
        var told = await read.AuditEvents.AsNoTracking().SingleAsync(one => one.Act == $"Gửi góp ý về số liệu đã công bố {code}");
        Assert.Equal(("công chúng", "biểu mẫu góp ý"), (told.Actor, told.Source));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task SameWordsAboutTheSameFigure_AreOneRemark(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateLaiChau2020Async(kind);

        var first = await SendAsync(database, "so-noi-vu", null, "Tổng điểm in là 86.");
        var again = await SendAsync(database, "so-noi-vu", null, "Tổng điểm in là 86.");
        var ofAnother = await SendAsync(database, "so-y-te", null, "Tổng điểm in là 86.");
        var ofAll = await SendAsync(database, null, null, "Tổng điểm in là 86.");

        Assert.Equal(first, again);
        Assert.Equal(3, new HashSet<string>([first, ofAnother, ofAll], StringComparer.Ordinal).Count);
        await using var db = database.NewContext();
        Assert.Equal(3, await db.PublicRemarks.CountAsync());
        Assert.Equal(3, (await new RemarkRegister(db, new(db)).CountsAsync())[RemarkState.Received]);
    }

    [Theory]
    [InlineData("so-noi-vu", "so-noi-vu")]
    [InlineData("so noi vu", "so-noi-vu")]
    [InlineData("  SNV ", "so-noi-vu")]
    [InlineData("khong co", null)]
    [InlineData("", null)]
    public async Task Unit_IsFoundByWhatPeopleCallIt(string typed, string? found)
    {
        await using var database = await TestDatabase.CreateLaiChau2020Async(DatabaseKind.Sqlite);
        await using var db = database.NewContext();

        var subject = await Intake(db).SubjectAsync(2020, null, typed);

        Assert.Equal(found, subject!.Unit?.Result.UnitCode);
        Assert.Null(await Intake(db).SubjectAsync(2019, null, typed));
        Assert.Null(await Intake(db).SubjectAsync(2020, 2, typed));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Flood_FillsNoDisk(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateLaiChau2020Async(kind);
        await using (var db = database.NewContext())
        {
            var release = await db.Releases.AsNoTracking().FirstAsync();
            db.AddRange(Enumerable.Range(0, RemarkIntake.MostWaiting).Select(number => new PublicRemark(release, unitCode: null, criterionCode: null, $"Góp ý thứ {number} của một người.", DateTime.UtcNow)));
            await db.SetUpAsync();
        }

        Assert.Contains("quá nhiều góp ý", (await Assert.ThrowsAsync<RefusedException>(() => SendAsync(database, null, null, "Tổng điểm in là 86."))).Message, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task NobodyAnswersForTheOwnUnit_UnderWhateverAccount_AndOneOfTwoIsTold(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateLaiChau2020Async(kind);
        var code = await SendAsync(database, "so-noi-vu", null, "Tổng điểm in là 86.");
        StaffAccount own, second, other;
        await using (var db = database.NewContext())
        {
            var units = await db.Units.AsNoTracking().ToDictionaryAsync(unit => unit.Code, unit => unit.Id);
            own = new("NV1", "Trần Văn Nội", StaffRoles.Coordinator, units["so-noi-vu"]) { Email = "noi@example.gov.vn" };
            second = new("HD1", "Trần Văn Nội", StaffRoles.CouncilMember, units["so-y-te"]) { Email = "noi@example.gov.vn" };
            other = new("VP1", "Lê Thị Phòng", StaffRoles.CouncilMember, units["so-y-te"]);
            db.AddRange(own, second, other, new StaffAccount("AP1", "Bùi Văn Thẩm", StaffRoles.Appraiser, units["so-y-te"]));
            await db.SetUpAsync();
        }

        foreach (var person in new[] { own, second })
        {
            var refused = await Assert.ThrowsAsync<RefusedException>(() => ReplyAsync(database, code, RemarkState.FigureStands, person));
            Assert.True(refused.Refusal.IsOfRights);
            Assert.Contains("người của đơn vị khác", refused.Message, StringComparison.Ordinal);
        }

        await using (var db = database.NewContext())
        {
            var register = new RemarkRegister(db, new(db));
            Assert.Equal((0, 1), ((await register.WaitingForAsync(own)).Count, (await register.WaitingForAsync(other)).Count));
        }

        var stale = (await FindAsync(database, code)).Remark.Version;
        await ReplyAsync(database, code, RemarkState.FigureStands, other);
        await using var late = database.NewContext();
        await Assert.ThrowsAsync<RefusedException>(async () => await new RemarkReplies(late, TimeProvider.System).ReplyAsync((await FindAsync(database, code)).Remark.Id, stale, new(RemarkState.ToBeCorrected, "Muộn.", ShowsText: true), other));
    }

    public void Dispose() => _scene.Dispose();

    private static RemarkIntake Intake(ParIndexDb db) => new(db, new(db), new SearchCatalogue(db, new(db)), TimeProvider.System);

    private static async Task<string> SendAsync(TestDatabase database, string? unit, string? criterion, string text)
    {
        await using var db = database.NewContext();
        var subject = (await Intake(db).SubjectAsync(null, null, unit))!;
        Assert.True(subject.Has(criterion));
        return await Intake(db).ReceiveAsync(subject, criterion, PublicRemark.Tidy(text));
    }

    private static async Task<RemarkRow> FindAsync(TestDatabase database, string code)
    {
        await using var db = database.NewContext();
        return (await new RemarkRegister(db, new(db)).FindAsync(code))!;
    }

    private static async Task ReplyAsync(TestDatabase database, string code, RemarkState outcome, StaffAccount by)
    {
        var remark = (await FindAsync(database, code)).Remark;
        await using var db = database.NewContext();
        await new RemarkReplies(db, TimeProvider.System).ReplyAsync(remark.Id, remark.Version, new(outcome, "Đã đối chiếu với báo cáo.", ShowsText: true), by);
    }
}
