using System.Globalization;
using ParIndex.Domain.Scorecards;

namespace ParIndex.Application.Scorecards.Sheets;

/// <summary>
/// The headings of one unit's sheet, in its workbook and on its page, and what stands below each: by them a block that
/// is copied from either is recognised.
/// </summary>
public static class SheetHeadings
{
    /// <summary>The figures and the statement, before the points of the stage that is filled in.</summary>
    public static readonly IReadOnlyList<string> Figures = [Achieved, Required, Level];

    internal const string Achieved = "Số đạt được";

    internal const string Required = "Số phải thực hiện";

    internal const string Level = "Mức";

    internal const string Note = "Ghi chú";

    private static readonly ScoreStage[] Stages = [ScoreStage.SelfScore, ScoreStage.FirstAppraisal, ScoreStage.SecondAppraisal];

    /// <summary>The points of a stage, as the workbook calls them: “Điểm tự chấm”.</summary>
    public static string Points(ScoreStage stage)
    {
        var words = ScorecardWords.InSentence(stage);
        return char.ToUpper(words[0], CultureInfo.InvariantCulture) + words[1..];
    }

    /// <summary>
    /// Every heading with its meaning while a stage is filled in: <c>code</c>, <c>name</c>, <c>max</c>, the letter of a
    /// box, or <c>x</c> for what is known and not taken.
    /// </summary>
    /// <param name="stage">The stage that is filled in.</param>
    /// <param name="year">The year assessed.</param>
    public static IEnumerable<(string Heading, string Meaning)> Of(ScoreStage stage, int year) =>
    [
        (SheetLabels.Code, "code"), (SheetLabels.Name, "name"), (SheetLabels.Maximum, "max"), ("Tối đa", "max"),
        (Achieved, "a"), (Required, "r"), (Level, "l"), (Note, "g"), (Points(stage), "p"), (ScorecardWords.Of(stage), "p"),
        (string.Create(CultureInfo.InvariantCulture, $"Năm {year - 1}"), "x"), ("Tài liệu", "x"),
        .. Stages.Where(other => other != stage).SelectMany(other => new[] { ScorecardWords.Of(other), Points(other), $"{ScorecardWords.Of(other)}: điểm", $"{ScorecardWords.Of(other)}: ghi chú" }).Select(heading => (heading, "x")),
    ];
}
