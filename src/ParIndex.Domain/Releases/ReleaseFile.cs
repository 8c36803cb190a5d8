using System.Security.Cryptography;
using System.Text;
using ParIndex.Domain.Tables;

namespace ParIndex.Domain.Releases;

/// <summary>
/// How a file that is given away says what it is of, in itself and in its name: of a release year, version and digest; of a
/// register, which has no versions, the digest of what it holds. The one place where files get their names.
/// </summary>
public static class ReleaseFile
{
    /// <summary>As many digits of a digest as names and sentences carry.</summary>
    public const int ShortDigest = 8;

    private static readonly FieldMeaning YearMeaning = FieldMeaning.Whole("Year assessed", "Năm được đánh giá.", "The year that was assessed.").Always();

    private static readonly FieldMeaning VersionMeaning = FieldMeaning.Whole("Version", "Lần công bố của năm đó: 1 là lần đầu, số lớn nhất là bản hiện hành.", "Version of that year's release: 1 is the first, the largest is current.").Always();

    private static readonly FieldMeaning DigestMeaning = FieldMeaning.Text("Results digest (SHA-256)", "Mã kết quả của bản công bố: mã băm SHA-256 của bảng chuẩn, 64 chữ số thập lục phân.", "Digest of the release: SHA-256 of its canonical tables, 64 hexadecimal digits.").Always();

    /// <summary>The beginning of a digest, as people quote it.</summary>
    public static string Short(string digest)
    {
        ArgumentNullException.ThrowIfNull(digest);
        return digest[..Math.Min(ShortDigest, digest.Length)];
    }

    /// <summary>“xep-hang-2025-so-nganh-lan-3-38c93094”.</summary>
    /// <param name="stem">What the file holds, with its year.</param>
    /// <param name="version">The version of the release.</param>
    /// <param name="digest">Its results digest.</param>
    public static string NameOf(string stem, int version, string digest) => $"{stem}-lan-{version}-{Short(digest)}";

    /// <inheritdoc cref="NameOf(string, int, string)" />
    public static string NameOf(string stem, Release release)
    {
        ArgumentNullException.ThrowIfNull(release);
        return NameOf(stem, release.VersionNumber, release.ResultsDigest);
    }

    /// <summary>A table of a release as it is given away: every row and the name say year, version and digest.</summary>
    public static Table<T> Of<T>(Release release, Table<T> table)
    {
        ArgumentNullException.ThrowIfNull(release);
        return Named(NameOf(table.Name, release), table, _ => release);
    }

    /// <summary>A table of several releases as it is given away: every row says of which it is, the name carries the digest of the rows.</summary>
    public static Table<T> Of<T>(Table<T> table, Func<T, Release> releaseOf)
    {
        var stamped = Named("", table, releaseOf);
        return stamped with { Name = $"{table.Name}-{Short(DigestOf(stamped))}" };
    }

    /// <summary>A table of a register as it is given away: its name carries the digest of the rows.</summary>
    public static Table<T> Of<T>(Table<T> table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return table with { Name = $"{table.Name}-{Short(DigestOf(table))}" };
    }

    /// <summary>SHA-256 of a table in its data dialect, lower-case hexadecimal.</summary>
    public static string DigestOf<T>(Table<T> table) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(CsvTable.Text(table, CsvDialect.Data))));

    /// <summary>The three columns, of rows of which the release is known.</summary>
    public static IReadOnlyList<Column<T>> Columns<T>(Func<T, Release> releaseOf) =>
    [
        new("year", "Năm", row => Cell.Of(releaseOf(row).Year)) { Meaning = YearMeaning },
        new("version", "Lần công bố", row => Cell.Of(releaseOf(row).VersionNumber)) { Meaning = VersionMeaning },
        new("resultsDigest", "Mã kết quả (SHA-256)", row => Cell.Of(releaseOf(row).ResultsDigest)) { Meaning = DigestMeaning },
    ];

    private static Table<T> Named<T>(string name, Table<T> table, Func<T, Release> releaseOf)
    {
        ArgumentNullException.ThrowIfNull(table);
        var missing = Columns(releaseOf).Where(column => table.Columns.All(known => known.Key != column.Key));
        return table with { Name = name, Columns = [.. table.Columns, .. missing] };
    }
}
