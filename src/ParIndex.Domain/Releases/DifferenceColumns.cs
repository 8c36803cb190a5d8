using ParIndex.Domain.Tables;

namespace ParIndex.Domain.Releases;

/// <summary>The columns of what changed from one version to the next, in every format.</summary>
public static class DifferenceColumns
{
    /// <summary>The table of a difference.</summary>
    public static Table<ChangedCell> TableOf(VersionDifference difference)
    {
        ArgumentNullException.ThrowIfNull(difference);
        var (before, after) = (difference.Before, difference.After);
        return new($"Thay đổi của bản công bố năm {after.Year} từ lần {before.VersionNumber} đến lần {after.VersionNumber}", $"thay-doi-{after.Year}-tu-lan-{before.VersionNumber}",
            [
                new("group", "Khối", row => Cell.Of(row.Group.Slug)) { Meaning = ResultMeanings.Group },
                new("unit.code", "Mã đơn vị", row => Cell.Of(row.Unit?.UnitCode)) { Meaning = FieldMeaning.Text("Unit code", "Mã cố định của đơn vị; trống đối với số liệu của cả khối.", "Permanent code of the unit; empty for a figure of the whole group.") },
                new("unit.name", "Tên đơn vị", row => Cell.Of(row.Unit?.UnitName)) { Meaning = FieldMeaning.Text("Unit name", "Tên đầy đủ của đơn vị; trống đối với số liệu của cả khối.", "Full name of the unit; empty for a figure of the whole group.") },
                new("criterion.code", "Mã tiêu chí", row => Cell.Of(row.Criterion?.Code)) { Meaning = FieldMeaning.Text("Criterion code", "Mã tiêu chí; trống đối với số liệu tổng hợp.", "Code of the criterion; empty for a total.") },
                new("criterion.name", "Tiêu chí", row => Cell.Of(row.Criterion?.Name)) { Meaning = FieldMeaning.Text("Criterion", "Tên tiêu chí; trống đối với số liệu tổng hợp.", "Wording of the criterion; empty for a total.") },
                new("part", "Ô", row => Cell.Of(Word(row.Part))) { Meaning = FieldMeaning.Text("Cell", "Ô thay đổi: tên cột của bảng kết quả hoặc bảng điểm.", "The cell that changed: the name of a column of the results or of the scores.").Always() },
                new("isComputed", "Tính lại", row => Cell.Of((bool?)row.IsComputed)) { Meaning = FieldMeaning.YesNo("Computed anew", "Có: số được tính lại từ các ô khác. Không: chính ô này được sửa.", "Yes: computed anew from other cells. No: this very cell was changed.").Always() },
                new("before", $"Lần {before.VersionNumber}", row => row.Before) { Meaning = FieldMeaning.Text("Before", "Giá trị ở lần công bố trước.", "What the earlier version says.") },
                new("after", $"Lần {after.VersionNumber}", row => row.After) { Meaning = FieldMeaning.Text("After", "Giá trị ở lần công bố này.", "What this version says.") },
            ],
            difference.Cells);
    }

    /// <summary>The word of files and the API: where it is a column elsewhere, the key of that column.</summary>
    public static string Word(VersionPart part) => part switch
    {
        VersionPart.Unit => "unit",
        VersionPart.Figure => "figure",
        VersionPart.Statement => "statement",
        VersionPart.Points => "points",
        VersionPart.NotApplicable => "notApplicable",
        VersionPart.Note => "note",
        VersionPart.Appraisal => "appraisalScore",
        VersionPart.Survey => "surveyScore",
        VersionPart.Bonus => "bonus",
        VersionPart.Penalty => "penalty",
        VersionPart.Total => "totalScore",
        VersionPart.Scale => "scale",
        VersionPart.Index => "index",
        VersionPart.Rating => "rating",
        VersionPart.RatingReason => "ratingReason",
        VersionPart.Rank => "rank",
        VersionPart.WholeRank => "wholeRank",
        _ => "mean",
    };
}
