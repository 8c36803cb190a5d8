using ParIndex.Application.Data;
using ParIndex.Domain.Evidence;
using ParIndex.Testing;

namespace ParIndex.Application.Tests.Evidence;

/// <summary>Documents are found by title, number, issuer and name of the file, with marks or without.</summary>
public sealed class EvidenceSearchTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Library_BySomeWords_HoldsWhatHasThemAll_NewestFirst(DatabaseKind kind)
    {
        await using var world = await FilledAsync(kind);

        Assert.Equal(["Báo cáo quý I", "Kế hoạch đào tạo cán bộ", "Quyết định phân cấp"], await FoundAsync(world, null));
        Assert.Equal(["Báo cáo quý I", "Kế hoạch đào tạo cán bộ", "Quyết định phân cấp"], await FoundAsync(world, " – "));
        Assert.Equal(["Kế hoạch đào tạo cán bộ"], await FoundAsync(world, "12/KH-UBND"));
        Assert.Equal(["Kế hoạch đào tạo cán bộ"], await FoundAsync(world, "DAO TAO"));
        Assert.Equal(["Quyết định phân cấp"], await FoundAsync(world, "cấp đị"));
        Assert.Equal(["Kế hoạch đào tạo cán bộ", "Quyết định phân cấp"], await FoundAsync(world, "ubnd tinh"));
        Assert.Equal(["Báo cáo quý I"], await FoundAsync(world, "bieu mau pdf"));
        Assert.Equal(["Báo cáo quý I"], await FoundAsync(world, "quy biểu"));
        Assert.Empty(await FoundAsync(world, "ke hoach bieu"));
        Assert.Empty(await FoundAsync(world, "khong-co"));
        Assert.Empty(await FoundAsync(world, "cua nguoi khac"));
    }

    private static async Task<string[]> FoundAsync(EvidenceWorld world, string? words)
    {
        var officer = await world.OfficerAsync(world.Test.Justice);
        return [.. (await world.DoAsync(s => s.Library.OfAsync(officer, words))).Select(line => line.Document.Title)];
    }

    /// <summary>Three documents the officer may point to, one of them another unit's, and one that only others may.</summary>
    private static async Task<EvidenceWorld> FilledAsync(DatabaseKind kind)
    {
        var world = await EvidenceWorld.OpenAsync(kind);
        var officer = await world.OfficerAsync(world.Test.Justice);
        var (own, other, day) = (world.Test.Justice.Id, world.Test.Office.Id, new DateTime(2026, 3, 1, 0, 0, 0, DateTimeKind.Utc));
        await using var db = world.Database.NewContext();
        var file = new StoredFile("Biểu_mẫu (ký số).PDF", FileKind.Pdf, 9, new string('a', 64), own, 2026, officer.Id, day);
        db.AddRange(
            file,
            new EvidenceDocument(own, "Kế hoạch đào tạo cán bộ", officer.Id, day.AddDays(1)) { Number = "12/KH-UBND", Issuer = "UBND tỉnh" },
            new EvidenceDocument(other, "Quyết định phân cấp", officer.Id, day) { Number = "3/QĐ", Issuer = "UBND tỉnh", IsShared = true },
            new EvidenceDocument(own, "Báo cáo quý I", officer.Id, day.AddDays(2)) { FileId = file.Id },
            new EvidenceDocument(other, "Báo cáo của người khác", officer.Id, day));
        await db.SetUpAsync();
        return world;
    }
}
