using ParIndex.Application.Rounds;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Tables;

namespace ParIndex.Application.Scorecards;

/// <summary>The columns of the boards of a round as files, each as its page shows it.</summary>
public static class BoardColumns
{
    /// <summary>Leaves on which opinions differ.</summary>
    public static Table<DifferingOpinion> Of(RoundSetup setup, IReadOnlyList<DifferingOpinion> rows) => new($"Nội dung còn ý kiến khác nhau, năm {YearOf(setup)}", $"y-kien-khac-nhau-{YearOf(setup)}",
        [
            new("unit.code", "Mã đơn vị", row => Cell.Of(row.Folder.Unit.Unit.Code)),
            new("unit.name", "Đơn vị", row => Cell.Of(row.Folder.Unit.Name)),
            new("code", "Mã tiêu chí", row => Cell.Of(row.Leaf.Code)),
            new("name", "Tiêu chí", row => Cell.Of(row.Leaf.Name)),
            new("maxScore", "Điểm tối đa", row => Cell.Trimmed(row.Leaf.MaxScore)),
            new("selfScore", "Điểm tự chấm", row => Cell.Trimmed(row.Self.Points)),
            new("selfNote", "Ghi chú tự chấm", row => Cell.Of(row.Self.Note)),
            new("first", "Thẩm định lần 1", row => Cell.Trimmed(row.First.Points)),
            new("firstNote", "Ghi chú lần 1", row => Cell.Of(row.First.Note)),
            new("second", "Thẩm định lần 2", row => Cell.Trimmed(row.Second?.Points)),
            new("secondNote", "Ghi chú lần 2", row => Cell.Of(row.Second?.Note)),
            new("counting", "Điểm đang được tính", row => Cell.Trimmed(row.Counting)),
            new("question", "Yêu cầu giải trình", row => Cell.Of(row.Explanation.Reason)),
            new("answer", "Giải trình", row => Cell.Of(row.Explanation.Answer)),
        ],
        rows);

    /// <summary>Who appraises which field, of all groups: one row a group and field, one column a person.</summary>
    public static Table<(AssignmentMatrix Matrix, Criterion Field)> Of(RoundSetup setup, IReadOnlyList<AssignmentMatrix> matrices)
    {
        ArgumentNullException.ThrowIfNull(matrices);
        var people = matrices.SelectMany(matrix => matrix.People).Where(person => matrices.Any(matrix => matrix.Parts.Any(part => part.AccountId == person.Id))).DistinctBy(person => person.Id).ToList();
        return new($"Phân công thẩm định, năm {YearOf(setup)}", $"phan-cong-{YearOf(setup)}",
            [
                new("group", "Khối", row => Cell.Of(row.Matrix.Group.UnitGroup.Name)),
                new("code", "Mã lĩnh vực", row => Cell.Of(row.Field.Code)),
                new("name", "Lĩnh vực", row => Cell.Of(row.Field.Name)),
                .. people.Select((person, place) => new Column<(AssignmentMatrix Matrix, Criterion Field)>($"person{place + 1}", $"{person.FullName} ({person.StaffCode})", row => Cell.Of(Part(row.Matrix, row.Field, person)))),
                new("covered", "Đơn vị có người thẩm định", row => Cell.Of(row.Matrix.UnitsOf(row.Field).Count - row.Matrix.MissingOf(row.Field).Count)),
                new("units", "Trên tổng số", row => Cell.Of(row.Matrix.UnitsOf(row.Field).Count)),
                new("missing", "Còn thiếu", row => Cell.Of(row.Matrix.MissingOf(row.Field) is { Count: > 0 } missing ? string.Join("; ", missing.Select(unit => unit.Name)) : null)),
            ],
            [.. matrices.SelectMany(matrix => matrix.Fields.Select(field => (matrix, field)))]);
    }

    private static string? Part(AssignmentMatrix matrix, Criterion field, Accounts.StaffAccount person) => matrix.Has(field, person) ? "mọi đơn vị"
        : matrix.UnitsOf(field, person).Select(unit => unit.Name).ToList() is { Count: > 0 } some ? string.Join("; ", some) : null;

    private static int YearOf(RoundSetup setup)
    {
        ArgumentNullException.ThrowIfNull(setup);
        return setup.Round.Year;
    }
}
