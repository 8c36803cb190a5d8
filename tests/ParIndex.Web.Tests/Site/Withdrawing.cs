using ParIndex.Application.Data;
using ParIndex.Application.Releases;
using ParIndex.Testing;

namespace ParIndex.Web.Tests.Site;

/// <summary>Lai Châu's release of 2020, of which a second version took the districts back.</summary>
internal static class Withdrawing
{
    /// <summary>Why.</summary>
    public const string Reason = "Bảng điểm của các huyện dùng sai thang điểm.";

    /// <summary>The program on it.</summary>
    public static Task<TestSite> OpenAsync(DatabaseKind kind) => TestSite.OpenLaiChauAsync(async database =>
    {
        await using var db = database.NewContext();
        var current = (await new PublicReleases(db).WholeAsync(2020))!;
        db.Add(RoundRelease.Without(["huyen"], new(current.Province, new DateTime(2026, 3, 2, 1, 0, 0, DateTimeKind.Utc)) { ChangeReason = Reason }, current));
        await db.SetUpAsync();
    }, kind);
}
