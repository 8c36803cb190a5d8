using ParIndex.Application.Scorecards;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Scorecards;

namespace ParIndex.Web.Pages.Workspace.Scorecards;

/// <summary>What a matrix says of its cells in a word or two.</summary>
internal static class MatrixWords
{
    /// <summary>By how much an appraisal differs from the self-score, with sign and without a colour of ratings: “▼ 0,50”; blank where it does not.</summary>
    public static string Difference(MatrixCell cell) => cell is { IsDifferent: true, Counting: { } points, Self.Points: { } own }
        ? $"{(points < own ? "▼" : "▲")} {NumberWriter.VietnameseTrimmed(Math.Abs(points - own))}" : "";

    /// <summary>How a cell stands, as the classes that style and script know it by.</summary>
    public static string? State(MatrixCell cell) => cell.IsWaiting ? "waiting" : cell.IsAnswered ? "given" : null;

    /// <summary>A raw figure that stands behind points without a box of its own, as typed; <c>null</c> where there is none.</summary>
    public static string? Figure(CellField field, Criterion leaf, CellAnswer answer) => AnswerText.Of(field, leaf, answer) is { Length: > 0 } text ? text : null;
}
