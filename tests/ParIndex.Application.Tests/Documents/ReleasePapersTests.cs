using ParIndex.Application.Data;
using ParIndex.Application.Documents;
using ParIndex.Application.Releases;
using ParIndex.Domain.Releases;
using ParIndex.Testing;

namespace ParIndex.Application.Tests.Documents;

public sealed class ReleasePapersTests
{
    /// <summary>
    /// What the article of 2020 said and its figures carry. Left out, as the table has no figure for it: that the falls of Sìn
    /// Hồ and Than Uyên were the largest of six, four of which are not known.
    /// </summary>
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Announcement_OfLaiChau2020_SaysWhatItsFiguresCarry(DatabaseKind kind)
    {
        var release = await LaiChauAsync(kind);

        Assert.Equal(
            [
                "Chỉ số cải cách hành chính trung bình của các sở, ban, ngành đạt 82,08%, tăng 3,32 điểm phần trăm so với năm 2019.",
                "So với năm 2019: 15 đơn vị tăng, 05 đơn vị giảm.",
                "Chỉ số cải cách hành chính trung bình của các huyện, thành phố đạt 72,65%, giảm 3,51 điểm phần trăm so với năm 2019.",
                "Tăng nhiều nhất là Thành phố Lai Châu (tăng 2,55 điểm phần trăm), Huyện Nậm Nhùn (tăng 1,86 điểm phần trăm).",
                "Trong các đơn vị giảm có Huyện Sìn Hồ (giảm 8,81 điểm phần trăm), Huyện Than Uyên (giảm 7,57 điểm phần trăm).",
                "So với năm 2019: 02 đơn vị tăng, 06 đơn vị giảm.",
            ],
            Sentences(release).Where(one => !one.StartsWith("Xếp loại", StringComparison.Ordinal) && !one.Contains("hấp nhất", StringComparison.Ordinal)).OrderBy(one => Array.FindIndex(["đạt 82,08", "15 đơn", "đạt 72,65", "Tăng nhiều", "Trong các", "02 đơn"], start => one.Contains(start, StringComparison.Ordinal))));
        var all = string.Join('\n', Sentences(release));
        Assert.Contains("Trung bình 00 đơn vị (năm 2019: 01 đơn vị)", all, StringComparison.Ordinal);
        Assert.Contains("Trung bình 03 đơn vị (năm 2019: 01 đơn vị)", all, StringComparison.Ordinal);
        Assert.Contains("ao nhất là Sở Nội vụ (87,42%)", all, StringComparison.Ordinal);
        Assert.Matches("thấp nhất là [^;]*Ma Lù Thàng \\(72,19%\\)", all);
        Assert.Contains("Cao nhất là Thành phố Lai Châu (77,77%); thấp nhất là Huyện Sìn Hồ (67,81%).", all, StringComparison.Ordinal);
        Assert.DoesNotContain("Giảm nhiều nhất", all, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Papers_OfLaiChau2020_AreValidAndPrintTheDigest(DatabaseKind kind)
    {
        var release = await LaiChauAsync(kind);
        AnnouncementPart[] parts = [.. release.Groups.Select(group => new AnnouncementPart(group.Name, Sentences(release, group)))];
        foreach (var paper in new[] { ReleasePapers.Annex(release), ReleasePapers.Announcement(release, parts, isDraft: true), ReleasePapers.Announcement(release, parts, isDraft: false), ReleasePapers.EnglishAnnouncement(release, parts) })
        {
            var file = DocxWriter.Write(paper);
            Papers.RequireValid(file);
            Assert.Equal(file, DocxWriter.Write(paper));
            Assert.Contains(release.ResultsDigest, Papers.Text(file) + paper.Foot, StringComparison.Ordinal);
        }
    }

    private static async Task<Release> LaiChauAsync(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateLaiChau2020Async(kind);
        await using var db = database.NewContext();
        return (await new PublicReleases(db).CurrentAsync(2020, TestContext.Current.CancellationToken))!;
    }

    private static IEnumerable<string> Sentences(Release release) => release.Groups.SelectMany(group => Sentences(release, group));

    private static IReadOnlyList<string> Sentences(Release release, ReleaseGroup group) => [.. AnnouncedFact.Of(release, group).Select(fact => Announcement.Sentence(release, group, fact))];
}
