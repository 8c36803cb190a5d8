using ParIndex.Application.Reading;
using ParIndex.Domain;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Scorecards;
using ParIndex.Domain.Text;

namespace ParIndex.Application.Scorecards;

/// <summary>Why what somebody typed into a cell is not taken: it cannot be read, or it is not theirs now.</summary>
internal static class CellWords
{
    private const int MostShown = 40;

    public static Finding Number(string criterion, CellField field, string name, string typed, Finding problem, string? also = null) =>
        problem.Within($"Tiêu chí {criterion}: {name} “{Shown(typed)}” {problem}{also}.", ("criterion", criterion), ("field", field), ("typed", typed));

    public static string OrOneOf(IReadOnlyList<string> statements) => $"; hoặc nhập đúng tên một mức: {string.Join("; ", statements)}";

    public static Finding StatementsUnclear(string criterion, string typed, int statements) => new(
        "cell.statements-unclear",
        $"Tiêu chí {criterion}: không hiểu nội dung đạt “{Shown(typed)}”; ghi số thứ tự các nội dung đạt, ví dụ 1+2, hoặc 0 nếu không đạt nội dung nào (có {statements} nội dung).",
        ("criterion", criterion), ("typed", typed), ("statements", statements));

    public static Finding CountsUnclear(string criterion, string typed, string wanted) => new(
        "cell.counts-unclear",
        $"Tiêu chí {criterion}: không hiểu số liệu “{Shown(typed)}”; ghi một số nguyên cho mỗi loại ({wanted}), ví dụ 45+3.",
        ("criterion", criterion), ("typed", typed), ("wanted", wanted));

    public static Finding PointsFollow(string criterion, decimal? computed) => new(
        "cell.points-follow-figures",
        $"Tiêu chí {criterion}: điểm tính được từ số liệu là {AnswerText.Points(computed)}; sửa số liệu, hoặc xóa số liệu rồi mới nhập điểm trực tiếp.",
        ("criterion", criterion), ("computed", computed));

    public static Finding FieldUnused(string criterion, CellField field, string name) => new(
        "cell.field-unused",
        $"Tiêu chí {criterion}: cách chấm của tiêu chí không dùng cột “{name}”; hãy để trống.",
        ("criterion", criterion), ("field", field));

    public static Finding NoWhole(string criterion, CellField field, string name, string typed) => new(
        "cell.no-whole-number",
        $"Tiêu chí {criterion}: {VietnameseText.InSentence(name)} “{(DataNumber.Read(typed) is { } number ? NumberWriter.VietnameseTrimmed(number) : typed)}” phải là số nguyên, ví dụ 1611.",
        ("criterion", criterion), ("field", field), ("typed", typed));

    public static Finding LevelWithoutPoints(string criterion) =>
        new("cell.level-without-points", $"Tiêu chí {criterion}: điểm để trống nhưng mức vẫn được chọn; để xoá, hãy xoá cả mức và điểm.", ("criterion", criterion));

    public static Finding PointsOfOtherLevel(string criterion, string points, string level) => new(
        "cell.points-of-other-level",
        $"Tiêu chí {criterion}: điểm “{CellText.Shorten(points)}” không phải là điểm của mức “{CellText.Shorten(level)}”; chỉ chọn mức, điểm sẽ theo mức.",
        ("criterion", criterion), ("points", points), ("level", level));

    public static Finding LevelUnknown(string criterion, string typed, IReadOnlyList<string> statements) => new(
        "cell.level-unknown",
        $"Tiêu chí {criterion}: không có mức “{CellText.Shorten(typed)}”; chọn một trong các mức: {string.Join("; ", statements)}.",
        ("criterion", criterion), ("typed", typed), ("levels", statements));

    public static Finding NothingToAccept(string criterion) =>
        new("cell.nothing-to-accept", $"Tiêu chí {criterion}: chưa có điểm nào ở bước trước để chấp nhận.", ("criterion", criterion));

    public static Finding SentTwice(string criterion) =>
        new("cell.sent-twice", $"Tiêu chí {criterion}: ô được gửi hai lần trong cùng một lần gửi nên không rõ nội dung nào đúng.", ("criterion", criterion));

    public static Finding NoSuchLeaf(string typed) => new("cell.criterion-unknown", $"Bộ tiêu chí không có tiêu chí được chấm “{typed}”.", ("typed", typed));

    public static Finding KeyUsed(string criterion) => new("cell.key-used", $"Tiêu chí {criterion}: mã của lần sửa này đã dùng cho nội dung khác.", ("criterion", criterion));

    public static Finding NoCell(string criterion) => new("cell.not-applicable", $"Tiêu chí {criterion} không áp dụng cho đơn vị nên không có ô điểm.", ("criterion", criterion));

    public static Finding NotApplicable(string criterion) => new("cell.not-applicable-on-sheet", $"Tiêu chí {criterion} không áp dụng cho đơn vị.", ("criterion", criterion));

    public static Finding Conflict(string criterion) => new("cell.conflict", $"Tiêu chí {criterion}: người khác vừa thay đổi ô này.", ("criterion", criterion));

    public static Finding RoundNotOpen() => new("cell.round-not-open", ScorecardWords.RoundNotOpen);

    public static Finding OtherState(ScorecardState state, ScoreStage stage) => new(
        "cell.other-state",
        $"Phiếu chấm điểm đang ở bước “{ScorecardWords.Of(state)}” nên không sửa được {ScorecardWords.InSentence(stage)}.",
        ("state", state), ("stage", stage));

    public static Finding PastDeadline(ScorecardState state, DateTime until) => new("cell.past-deadline", ScorecardWords.PastDeadline(state, until), ("state", state), ("until", until));

    public static Finding AppraisedIt() => new("right.appraised-it", ScorecardRights.AppraisedIt);

    public static Finding ScoredIt() => new("right.scored-it", ScorecardRights.ScoredIt);

    public static Finding OwnUnit() => new("right.own-unit", ScorecardWords.OwnUnit);

    public static Finding UnitsAlone() => new("right.unit-alone", "Chỉ cán bộ của đơn vị được tự chấm điểm.");

    public static Finding SurveyOfAppraised() =>
        new("right.survey-of-appraised", "Người thẩm định không nhập điểm điều tra xã hội học của đơn vị mình thẩm định; điểm này do cơ quan điều phối nhập.");

    public static Finding SurveyByCoordinator() => new("right.survey-by-coordinator", "Điểm điều tra xã hội học do cơ quan điều phối nhập.");

    public static Finding OtherAppraiser() => new("right.other-appraiser", "Tiêu chí này được phân công cho người thẩm định khác.");

    private static string Shown(string text) => text.Length <= MostShown ? text.Trim() : text[..MostShown].Trim() + "…";
}
