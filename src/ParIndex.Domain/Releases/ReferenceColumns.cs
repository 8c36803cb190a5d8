using ParIndex.Domain.Tables;

namespace ParIndex.Domain.Releases;

/// <summary>The columns of the reference values of a group, in every format.</summary>
public static class ReferenceColumns
{
    /// <summary>The columns.</summary>
    public static readonly IReadOnlyList<Column<ReleaseReference>> All =
    [
        new("measure", "Chỉ tiêu", row => Cell.Of(Word(row.Measure))) { Meaning = CriterionMeanings.Measure },
        new("unitCode", "Mã đơn vị", row => Cell.Of(row.UnitCode)) { Meaning = CriterionMeanings.UnitOfValue },
        new("label", "Xếp loại", row => Cell.Of(row.Label)) { Meaning = CriterionMeanings.RatedAs },
        new("year", "Năm", row => Cell.Of(row.Year)) { Meaning = CriterionMeanings.OfYear },
        new("value", "Giá trị", row => row.Measure is ReferenceMeasure.Index or ReferenceMeasure.MeanIndex ? Cell.Of(row.Value, 2) : Cell.Trimmed(row.Value)) { Meaning = CriterionMeanings.Value },
        new("source", "Nguồn", row => Cell.Of(Word(row.Source))) { Meaning = CriterionMeanings.ReferenceSource },
    ];

    /// <summary>The table of a group.</summary>
    public static Table<ReleaseReference> TableOf(Release release, ReleaseGroup group)
    {
        ArgumentNullException.ThrowIfNull(release);
        ArgumentNullException.ThrowIfNull(group);
        return new($"Giá trị tham chiếu kèm bản công bố năm {release.Year}: {group.Name}", $"tham-chieu-{release.Year}-{group.Slug}", All, group.References);
    }

    /// <summary>The word of the API.</summary>
    public static string Word(ReferenceSource source) => source switch
    {
        ReferenceSource.Quoted => "quoted",
        ReferenceSource.Derived => "derived",
        _ => "released",
    };

    /// <summary>The word of the API.</summary>
    public static string Word(ReferenceMeasure measure) => measure switch
    {
        ReferenceMeasure.Index => "index",
        ReferenceMeasure.MeanIndex => "meanIndex",
        ReferenceMeasure.UnitsRated => "unitsRated",
        ReferenceMeasure.UnitsRisen => "unitsRisen",
        _ => "unitsFallen",
    };
}
