using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Archives;
using ParIndex.Application.Data;
using ParIndex.Application.Reading;
using ParIndex.Domain.NationalIndices;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Ratings;
using ParIndex.Domain.Units;

namespace ParIndex.Application.Seeding;

/// <summary>
/// Fills an empty development database with real data: Lai Châu's register of units, the tables it published for
/// 2020 and its national indices. The tables take the same way as any import.
/// </summary>
public sealed class LaiChauSeed(ParIndexDb db, TableImport import)
{
    /// <summary>The province as it calls itself.</summary>
    public const string Province = "Tỉnh Lai Châu";

    /// <summary>What the announcement said beside the 2020 tables.</summary>
    public static ImportRequest Request2020 => new()
    {
        Province = Province,
        Year = 2020,
        AnnouncedOn = new DateOnly(2021, 7, 15),
        SourceNote = "Bài công bố Chỉ số cải cách hành chính năm 2020 của các sở, ban, ngành và UBND các huyện, thành phố, đăng ngày 16/7/2021.",
        ScaleNote = "Năm 2020 không tính 02 điểm DCCI do không công bố chỉ số này.",
        Ratings = RatingScheme.Parse("Tốt=80,Khá=70,Trung bình=0"),
        QuotedFigures = QuotedFigure.Read(Resource("lai-chau-2020-references.csv"), "lai-chau-2020-references.csv"),
    };

    /// <summary>The tables published for 2020, as printed.</summary>
    public static PublishedTable Table2020 => PublishedTableReader.Read(SourceTableReader.Read(Resource("lai-chau-2020.csv"), "lai-chau-2020.csv"), new ReadingOptions());

    private const string Seeder = "seed";

    /// <summary>Seeds when there is no unit yet; does nothing otherwise.</summary>
    public async Task SeedAsync(CancellationToken cancel = default)
    {
        if (await db.Units.AnyAsync(cancel))
        {
            return;
        }

        var units = Units("lai-chau-units.csv").ToDictionary(unit => unit.Code);
        db.AddRange(UnitGroup.Usual());
        db.AddRange(units.Values);
        db.AddRange(Rows("lai-chau-successions.csv").Select(row => ReadSuccession(row, units)));
        db.AddRange(Rows("national-indices.csv").Select(ReadNationalIndex));
        await db.SaveAsync(new(Seeder, "Nạp danh mục đơn vị và các chỉ số quốc gia"), cancel);
        await import.PublishAsync(await import.ReconcileAsync(Table2020, Request2020, cancel), confirmInconsistent: false, Seeder, cancel);
    }

    /// <summary>The units of a file. Of two of one name the first has the plain code: the one of today stands before the one of once.</summary>
    internal static IReadOnlyList<Unit> Units(string resource)
    {
        var codes = new List<string>();
        var units = new List<Unit>();
        foreach (var row in Rows(resource))
        {
            units.Add(ReadUnit(row, codes));
            codes.Add(units[^1].Code);
        }

        return units;
    }

    private static Unit ReadUnit(IReadOnlyList<string> row, IEnumerable<string> takenCodes)
    {
        var unit = new Unit(row[0], Enum.Parse<UnitKind>(row[2]), row[1], DateWriter.Read(row[3]), takenCodes);
        foreach (var alias in row[8].Split('|', StringSplitOptions.RemoveEmptyEntries))
        {
            unit.AddAlias(alias);
        }

        if (DateWriter.Read(row[5]) is { } renamedOn)
        {
            unit.Rename(row[6], renamedOn, row[7]);
        }

        if (DateWriter.Read(row[4]) is { } lastDay)
        {
            unit.Close(lastDay);
        }

        return unit;
    }

    internal static Succession ReadSuccession(IReadOnlyList<string> row, Dictionary<string, Unit> units) =>
        new(Enum.Parse<SuccessionKind>(row[0]), units[row[1]], row[2].Length > 0 ? units[row[2]] : null, DateWriter.Read(row[3])!.Value, row.Count > 4 && row[4].Length > 0 ? row[4] : null);

    private static NationalIndex ReadNationalIndex(IReadOnlyList<string> row) =>
        new(row[0], unitCode: "", row[1], Whole(row[2])!.Value, new(ScoreText.Read(row[3], NumberFormat.Score).Value, ScoreText.Read(row[4], NumberFormat.Score).Value, Whole(row[5]), Whole(row[6]), IsDerived: row[7] == "1"));

    private static int? Whole(string text) => (int?)CountText.Read(text).Value;

    internal static IEnumerable<IReadOnlyList<string>> Rows(string resource) =>
        SourceTableReader.Read(Resource(resource), resource).Rows.Skip(1).Where(row => row.Count > 1).Select(row => row.Select(cell => cell.Text).ToList());

    private static byte[] Resource(string name)
    {
        using var stream = typeof(LaiChauSeed).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"The assembly lacks {name}."));
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
