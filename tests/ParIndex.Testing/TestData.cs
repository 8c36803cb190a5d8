using System.Text;
using ParIndex.Application.Archives;
using ParIndex.Application.Data;
using ParIndex.Application.Reading;
using ParIndex.Application.Releases;
using ParIndex.Domain.Releases;

namespace ParIndex.Testing;

/// <summary>What tests put into a database, by the same use cases as the product.</summary>
public static class TestData
{
    /// <summary>What staff would say beside a made-up table; its units are created.</summary>
    public static ImportRequest Request(int year) => new()
    {
        Province = "Tỉnh Lai Châu",
        Year = year,
        CreateUnits = true,
        Ratings = Domain.Ratings.RatingScheme.Parse("Tốt=80,Khá=70,Trung bình=0"),
    };

    /// <summary>Reconciles a table written as CSV. Stores nothing.</summary>
    public static async Task<ReconciliationReport> ReconcileAsync(TestDatabase database, string csv, ImportRequest request)
    {
        ArgumentNullException.ThrowIfNull(database);
        await using var db = database.NewContext();
        return await Import(db).ReconcileAsync(Read(csv), request);
    }

    /// <summary>Publishes a table written as CSV as an archive release.</summary>
    public static async Task<Release> PublishAsync(TestDatabase database, string csv, ImportRequest request)
    {
        ArgumentNullException.ThrowIfNull(database);
        await using var db = database.NewContext();
        var import = Import(db);
        var report = await import.ReconcileAsync(Read(csv), request);
        return (await import.PublishAsync(report, confirmInconsistent: false, "test")).Release;
    }

    private static TableImport Import(ParIndexDb db) => new(db, new PublicReleases(db), TimeProvider.System);

    private static PublishedTable Read(string csv) =>
        PublishedTableReader.Read(SourceTableReader.Read(Encoding.UTF8.GetBytes(csv), "bang.csv"), new ReadingOptions());
}
