using ParIndex.Domain.Numbers;

namespace ParIndex.Domain.Scorecards;

/// <summary>What can be wrong with an answer for a leaf; each sentence names the criterion by its code.</summary>
internal static class AnswerWords
{
    public static Finding Points(string criterion, decimal most) =>
        Of(criterion, "answer.points-outside", $"điểm phải từ 0 đến {NumberWriter.VietnameseTrimmed(most)}", ("most", most));

    public static Finding PointsAbove(string criterion, decimal most, decimal typed) => Of(
        criterion,
        "answer.points-above-maximum",
        $"điểm phải từ 0 đến {NumberWriter.VietnameseTrimmed(most)}, không nhận {NumberWriter.VietnameseTrimmed(typed)}",
        ("most", most), ("typed", typed));

    public static Finding NoSuchLevel(string criterion) => Of(criterion, "answer.level-unknown", "mức đã chọn không có trong bộ tiêu chí");

    public static Finding CountsUnclear(string criterion, string typed, string? wanted) => Of(
        criterion,
        "answer.counts-unclear",
        wanted is null ? $"số đạt được không nhận “{typed}”: cách chấm không có trọng số" : $"số đạt được cần một số nguyên cho mỗi loại ({wanted}), ví dụ 45+3, không nhận “{typed}”",
        ("typed", typed), ("wanted", wanted));

    public static Finding AchievedNegative(string criterion) => Of(criterion, "answer.achieved-negative", "số liệu đạt được không được âm");

    public static Finding RequiredNegative(string criterion) => Of(criterion, "answer.required-negative", "số phải thực hiện không được âm");

    public static Finding AchievedMissing(string criterion) => Of(criterion, "answer.achieved-missing", "thiếu số đạt được");

    public static Finding RequiredMissing(string criterion) => Of(criterion, "answer.required-missing", "thiếu số phải thực hiện");

    public static Finding RequiredZero(string criterion) => Of(criterion, "answer.required-zero", "số phải thực hiện phải lớn hơn 0");

    public static Finding AchievedOfNothing(string criterion) =>
        Of(criterion, "answer.achieved-of-nothing", "số phải thực hiện phải lớn hơn 0; chỉ ghi 0 khi không phát sinh, và khi đó số đạt được cũng là 0");

    public static Finding MoreThanAsked(string criterion) => Of(criterion, "answer.more-than-asked", "số hài lòng lớn hơn số được hỏi");

    public static Finding MeanOutside(string criterion, int top) => Of(criterion, "answer.mean-outside", $"điểm trung bình phải từ 1 đến {top}", ("top", top));

    public static Finding NoteTooLong(string criterion, int most) => Of(criterion, "answer.note-too-long", $"ghi chú dài quá {most} ký tự", ("most", most));

    public static Finding SampleTooSmall(string criterion) => Of(criterion, "answer.sample-too-small", "cỡ mẫu phải từ 1 trở lên");

    public static Finding SpreadNegative(string criterion) => Of(criterion, "answer.spread-negative", "độ lệch chuẩn không được âm");

    public static Finding SurveyIncomplete(string criterion) => Of(criterion, "answer.survey-incomplete", "chưa có điểm hoặc số liệu để tính điểm");

    public static Finding NoSumOfStatements(string criterion, IReadOnlyList<decimal> points) =>
        Of(criterion, "answer.no-sum-of-statements", $"điểm phải là tổng của một số nội dung {Listed(points)}", ("points", points));

    public static Finding NoneOfTheLevels(string criterion, IReadOnlyList<decimal> points) =>
        Of(criterion, "answer.none-of-the-levels", $"điểm phải là một trong các mức {Listed(points)}", ("points", points));

    private static Finding Of(string criterion, string code, string what, params (string, object?)[] arguments) =>
        new(code, $"Tiêu chí {criterion}: {what}.", [("criterion", criterion), .. arguments]);

    private static string Listed(IReadOnlyList<decimal> points) => string.Join("; ", points.Select(NumberWriter.VietnameseTrimmed));
}
