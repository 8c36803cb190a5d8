using System.Security.Cryptography;
using System.Text;
using ParIndex.Application.Data;
using ParIndex.Application.Documents;
using ParIndex.Application.Scorecards;
using ParIndex.Application.Tests.Documents;
using ParIndex.Domain.Evidence;
using ParIndex.Domain.Scorecards;
using ParIndex.Testing;

namespace ParIndex.Application.Tests.Scorecards;

/// <summary>A receipt is of what was handed in, all of it, and stays so whatever becomes of the scorecard.</summary>
public sealed class SubmissionRecordTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Receipt_StaysWhatItWas_WhenEverythingIsChangedLater(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var world = await ScorecardWorld.CreateAsync(database);
        await world.BringAsync(ScorecardState.SelfScoring);
        await world.MoveAsync(ScorecardAct.Submit, "officer");
        var first = (await world.ReadAsync()).Card.Submissions.Single().Id;
        var (receipt, content) = await ReceiptAsync(database, world, first);
        Assert.NotNull(content);

        await world.MoveAsync(ScorecardAct.Return, "coordinator");
        await world.WriteAsync(ScoreStage.SelfScore, "1.1", new() { Points = 0, Note = "Sửa lại" }, "officer");
        Assert.Equal(receipt, (await ReceiptAsync(database, world, first)).Receipt);

        await world.MoveAsync(ScorecardAct.Submit, "officer");
        var second = (await world.ReadAsync()).Card.Submissions.Single(submission => submission.Id != first).Id;
        var (again, contentAgain) = await ReceiptAsync(database, world, second);

        Assert.Equal(receipt, (await ReceiptAsync(database, world, first)).Receipt);
        Assert.NotEqual(receipt, again);
        Assert.NotEqual(content.Sha256, contentAgain!.Sha256);
        Assert.NotEqual(content.Total, contentAgain.Total);
        Papers.RequireValid(receipt);
        Assert.Contains(content.Sha256, Papers.Text(receipt), StringComparison.Ordinal);
        Assert.Contains("Các số liệu ở trên là của thời điểm nộp", Papers.Text(receipt), StringComparison.Ordinal);
    }

    public static TheoryData<DatabaseKind, string> Changes()
    {
        var rows = new TheoryData<DatabaseKind, string>();
        foreach (var kind in Enum.GetValues<DatabaseKind>())
        {
            foreach (var what in new[] { "points", "figures", "note", "document", "file", "pages", "explanation", "report", "head" })
            {
                rows.Add(kind, what);
            }
        }

        return rows;
    }

    /// <summary>Nothing that is handed in can be another while the digest stays.</summary>
    [Theory, MemberData(nameof(Changes))]
    public async Task Digest_IsOfEverythingHandedIn(DatabaseKind kind, string what)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var world = await ScorecardWorld.CreateAsync(database);
        await world.BringAsync(ScorecardState.SelfScoring);
        await world.WriteAsync(ScoreStage.SelfScore, "1.1", new() { Points = 1, Note = "Kế hoạch số 5" }, "officer");
        var officer = world["officer"];
        var before = await FolderAsync(world);
        var (leaf, at) = (before.Set.Leaves.Single(one => one.Code == "1.1"), world.Clock.GetUtcNow().UtcDateTime);
        var (report, file) = (File('a'), File('b'));
        var document = new EvidenceDocument(before.Unit.Unit.Id, "Kế hoạch", officer.Id, at) { Number = "5/KH", FileId = file.Id };
        before = before with { Evidence = [new(new(before.Card, leaf, document, "trang 2", officer.Id, at), document, file)] };
        var submission = Approved("Nguyễn Văn Giám");

        if (what is "points" or "figures" or "note")
        {
            await world.WriteAsync(ScoreStage.SelfScore, "1.1", what switch
            {
                "points" => new() { Points = 0.5m, Note = "Kế hoạch số 5" },
                "figures" => new() { Points = 1, Achieved = 4, Note = "Kế hoạch số 5" },
                _ => new() { Points = 1, Note = "Kế hoạch số 6" },
            }, "officer");
        }

        var after = await FolderAsync(world) with { Evidence = before.Evidence };
        var other = new EvidenceDocument(after.Unit.Unit.Id, "Kế hoạch", officer.Id, at) { Number = "6/KH", FileId = file.Id };
        after = what switch
        {
            "document" => after with { Evidence = [new(new(after.Card, leaf, other, "trang 2", officer.Id, at), other, file)] },
            "file" => after with { Evidence = [new(new(after.Card, leaf, document, "trang 2", officer.Id, at), document, File('c'))] },
            "pages" => after with { Evidence = [new(new(after.Card, leaf, document, "trang 3", officer.Id, at), document, file)] },
            "explanation" => after with { Explanations = [Explanation.Offer(after.Card, leaf, "Giữ điểm vì có kế hoạch", keepsSelfScore: true, officer.Id, at)] },
            _ => after,
        };

        Assert.NotEqual(
            SubmissionText.ContentOf(before, submission, report).Sha256,
            SubmissionText.ContentOf(after, what == "head" ? Approved("Trần Thị Bình") : submission, what == "report" ? File('d') : report).Sha256);
        // The same said again is the same.
        Assert.Equal(SubmissionText.ContentOf(before, submission, report), SubmissionText.ContentOf(before, Approved("Nguyễn Văn Giám"), report));

        StoredFile File(char digit) => new("Tệp.pdf", FileKind.Pdf, 9, new string(digit, 64), before.Unit.Unit.Id, 2026, officer.Id, at);

        Submission Approved(string head) => new(head, "Giám đốc", new DateOnly(2026, 12, 1), report.Id, officer.Id, at);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Text_HasTheDigestThatIsRecorded(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var world = await ScorecardWorld.CreateAsync(database);
        await world.BringAsync(ScorecardState.SelfScoring);
        await world.MoveAsync(ScorecardAct.Submit, "officer");
        var folder = await world.ReadAsync();
        await using var db = database.NewContext();
        var submission = folder.Card.Submissions.Single();
        var recorded = (await new SubmissionRecords(db).OfAsync([submission], TestContext.Current.CancellationToken))[submission.Id];

        var text = SubmissionText.Of(folder, submission, await db.StoredFiles.FindAsync([submission.ReportFileId], TestContext.Current.CancellationToken));

        Assert.Equal(recorded.Sha256, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))));
        Assert.All(folder.Applicable.Where(leaf => folder.Card.Cell(ScoreStage.SelfScore, leaf.Id) is not null), leaf => Assert.Contains($"{{\"leaf\":\"{leaf.Code}\",", text, StringComparison.Ordinal));
    }

    /// <summary>What was handed in before anybody recorded it is described as it is stored, and the paper says so.</summary>
    [Fact]
    public async Task Receipt_OfWhatNobodyRecorded_SaysSo()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var world = await ScorecardWorld.CreateAsync(database);
        await world.BringAsync(ScorecardState.FirstAppraisal);

        var (receipt, content) = await ReceiptAsync(database, world, (await world.ReadAsync()).Card.Submissions.Single().Id);

        Assert.Null(content);
        Assert.Contains("Lần nộp này có trước khi hệ thống ghi lại nội dung tại thời điểm nộp", Papers.Text(receipt), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Submission")]
    [InlineData("leaves=1; total=1,5; documents=0; sha256=aa")]
    public void Line_ThatIsNone_IsNotRead(string line) => Assert.Null(SubmittedContent.Read(line));

    [Theory]
    [InlineData(null)]
    [InlineData(-0.5)]
    [InlineData(78.25)]
    public void Line_ReadsBack(double? total)
    {
        var content = new SubmittedContent(31, (decimal?)total, 12, new string('f', 64));

        Assert.Equal(content, SubmittedContent.Read(content.Write()));
    }

    private static Task<ScorecardFolder> FolderAsync(ScorecardWorld world) => world.ReadAsync();

    private static async Task<(byte[] Receipt, SubmittedContent? Content)> ReceiptAsync(TestDatabase database, ScorecardWorld world, Guid id)
    {
        await using var db = database.NewContext();
        var folder = await world.ReadAsync();
        var submission = folder.Card.Submissions.Single(one => one.Id == id);
        var content = (await new SubmissionRecords(db).OfAsync([submission], TestContext.Current.CancellationToken)).GetValueOrDefault(id);
        return (DocxWriter.Write(ScorecardPapers.Receipt(folder, submission, "Lê Văn Cán", await db.StoredFiles.FindAsync([submission.ReportFileId], TestContext.Current.CancellationToken), content)), content);
    }
}
