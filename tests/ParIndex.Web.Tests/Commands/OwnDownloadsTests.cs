using ParIndex.Application.Archives;
using ParIndex.Application.Data;
using ParIndex.Application.Reading;
using ParIndex.Application.Releases;
using ParIndex.Testing;
using ParIndex.Web.Tests.Site;

namespace ParIndex.Web.Tests.Commands;

/// <summary>What the portal gives out can be taken in again: the same figures, and so nothing new.</summary>
public class OwnDownloadsTests
{
    private const string Communes = "STT;Đơn vị;Điểm thẩm định;Điểm cộng;Điểm trừ;Tổng điểm;Thang điểm;Chỉ số;Xếp loại\n1;Xã Ba Tơ;80,5;1;0,25;81,25;100;81,25;Tốt\n2;Xã Ba Tô;79;0;0;79;100;79;Khá\n3;\"Xã “Mẫu; thử”\";60,25;0;0;60,25;100;60,25;Trung bình\n";

    [Theory]
    [InlineData("so-nganh", ".csv", "a.csv")]
    [InlineData("so-nganh", ".csv?dinh-dang=excel", "a.csv")]
    [InlineData("so-nganh", ".xlsx", "a.xlsx")]
    [InlineData("so-nganh", "", "a.html")]
    [InlineData("huyen", ".csv", "a.csv")]
    [InlineData("huyen", ".csv?dinh-dang=excel", "a.csv")]
    [InlineData("huyen", ".xlsx", "a.xlsx")]
    [InlineData("huyen", "", "a.html")]
    public async Task RankingOf2020_ReadBack_IsWhatIsPublished(string group, string format, string name)
    {
        var database = await TestDatabase.CreateLaiChau2020Async(DatabaseKind.Sqlite);
        await using var site = new TestSite(database);

        var outcome = await TakeInAsync(database, await site.Client.GetByteArrayAsync($"/xep-hang/2020/{group}{format}"), name, 2020, group);

        Assert.False(outcome.IsNew);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task TwinsBonusAndPenalty_ReadBack_AreTheSame(DatabaseKind kind)
    {
        var database = await TestDatabase.CreateAsync(kind);
        await using var site = new TestSite(database);
        await TestData.PublishAsync(database, Communes, TestData.Request(2024) with { Group = "xa" });

        foreach (var (format, name) in new[] { (".csv", "a.csv"), (".csv?dinh-dang=excel", "a.csv"), (".xlsx", "a.xlsx") })
        {
            Assert.False((await TakeInAsync(database, await site.Client.GetByteArrayAsync($"/xep-hang/2024/xa{format}"), name, 2024, "xa")).IsNew);
        }
    }

    private static async Task<PublishOutcome> TakeInAsync(TestDatabase database, byte[] file, string name, int year, string group)
    {
        await using var db = database.NewContext();
        var import = new TableImport(db, new PublicReleases(db), TimeProvider.System);
        var table = PublishedTableReader.Read(SourceTableReader.Read(file, name, new TableChoice(Group: group)), new ReadingOptions { Year = year });
        return await import.PublishAsync(await import.ReconcileAsync(table, new ImportRequest { Province = "Tỉnh Lai Châu", Year = year, Group = group }), confirmInconsistent: true, "test");
    }
}
