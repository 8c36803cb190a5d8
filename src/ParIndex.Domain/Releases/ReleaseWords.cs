using ParIndex.Domain.Analysis;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Scoring;

namespace ParIndex.Domain.Releases;

/// <summary>The words in which pages speak of releases. One place, so that all pages say the same.</summary>
public static class ReleaseWords
{
    /// <summary>“Bản công bố 2020, lần 1 (hiện hành), công bố ngày 15/7/2021”.</summary>
    public static string Source(Release release, bool isCurrent)
    {
        ArgumentNullException.ThrowIfNull(release);
        return $"Bản công bố {release.Year}, {Version(release.VersionNumber, isCurrent)}{Announced(release.AnnouncedOn, ", công bố ngày ")}";
    }

    /// <summary>“lần 1 (hiện hành)”.</summary>
    public static string Version(int number, bool isCurrent) => $"lần {number}{(isCurrent ? " (hiện hành)" : "")}";

    /// <summary>The day after <paramref name="before"/>, or nothing when it is not known.</summary>
    public static string Announced(DateOnly? day, string before) => day is { } known ? before + DateWriter.Vietnamese(known) : "";

    /// <summary>What a version is against the one before.</summary>
    public static string Change(ReleaseChange change) => change switch
    {
        ReleaseChange.Initial => "Công bố lần đầu",
        ReleaseChange.Supplement => "Bổ sung",
        ReleaseChange.Revision => "Điều chỉnh",
        ReleaseChange.Correction => "Đính chính",
        _ => "Thu hồi",
    };

    /// <summary>Why there is no change to show, in a cell of a table.</summary>
    public static string InCell(NoChange why, int yearBefore) => why switch
    {
        NoChange.NotComparable => "không so sánh trực tiếp",
        NoChange.NoFigureBefore => $"chưa có số năm {yearBefore}",
        NoChange.ComparabilityUnknown => "chưa rõ so sánh được",
        _ => "chưa có chỉ số",
    };

    /// <summary>The same as part of a sentence.</summary>
    public static string InSentence(NoChange why, int yearBefore) => why switch
    {
        NoChange.NotComparable => $"không so sánh trực tiếp với năm {yearBefore} do tiêu chí thay đổi nhiều",
        NoChange.NoFigureBefore => $"chưa có chỉ số năm {yearBefore} để so sánh",
        NoChange.ComparabilityUnknown => $"không so sánh với năm {yearBefore} vì chưa đủ căn cứ xác định tiêu chí của hai năm so sánh được",
        _ => "chưa có chỉ số",
    };

    /// <summary>
    /// Why a unit takes no place, or <c>null</c> when it takes one: without an index nobody can be placed, and the
    /// assessment plan may have units that are assessed and not ranked.
    /// </summary>
    public static string? WhyNoPlace(ReleaseResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return result switch
        {
            { Rank: not null } => null,
            { OfficialIndex: null } => "không xếp hạng vì chưa có chỉ số",
            _ => "được đánh giá nhưng không xếp hạng theo kế hoạch đánh giá",
        };
    }

    /// <summary>How a printed figure agrees with the computed one.</summary>
    public static string Consistency(Consistency? consistency) => consistency switch
    {
        Domain.Analysis.Consistency.Exact => "khớp",
        Domain.Analysis.Consistency.WithinRounding => "khớp trong phạm vi làm tròn",
        Domain.Analysis.Consistency.Inconsistent => "cần đối chiếu",
        _ => "không đủ số liệu để đối chiếu",
    };

    /// <summary>Where a scale comes from.</summary>
    public static string Source(ScaleSource? source) => source switch
    {
        ScaleSource.Derived => "tổng điểm tối đa của các tiêu chí áp dụng",
        ScaleSource.Printed => "in trong bản công bố",
        ScaleSource.Inferred => "tính ngược từ số công bố, không phải số liệu chính thức",
        _ => "chưa xác định",
    };

    /// <summary>How a reference value is known.</summary>
    public static string Source(ReferenceSource source) => source switch
    {
        ReferenceSource.Quoted => "trích dẫn",
        ReferenceSource.Derived => "suy ra",
        _ => "bản công bố trên cổng",
    };

    /// <summary>The number and day of the decision; what is said without one depends on where the figures come from.</summary>
    public static string Decision(string? number, DateOnly? day, bool isArchive) =>
        (number ?? (isArchive ? "không nêu trong nguồn" : "chưa có")) + Announced(day, ", ngày ");

    /// <summary>What a reference value measures.</summary>
    public static string Measure(ReleaseReference reference)
    {
        ArgumentNullException.ThrowIfNull(reference);
        return reference.Measure switch
        {
            ReferenceMeasure.Index => "Chỉ số CCHC của đơn vị",
            ReferenceMeasure.MeanIndex => "Chỉ số CCHC trung bình",
            ReferenceMeasure.UnitsRated => $"Số đơn vị xếp loại {reference.Label}",
            ReferenceMeasure.UnitsRisen => "Số đơn vị tăng so với năm trước",
            _ => "Số đơn vị giảm so với năm trước",
        };
    }

    /// <summary>The reference value as it is read: per cent, or a number of units.</summary>
    public static string Value(ReleaseReference reference)
    {
        ArgumentNullException.ThrowIfNull(reference);
        return reference.Measure is ReferenceMeasure.Index or ReferenceMeasure.MeanIndex
            ? NumberWriter.VietnamesePercent(reference.Value)
            : NumberWriter.VietnameseCount((int)reference.Value);
    }
}
