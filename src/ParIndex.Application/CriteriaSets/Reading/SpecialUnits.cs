using ParIndex.Application.Reading;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Text;

namespace ParIndex.Application.CriteriaSets.Reading;

/// <summary>
/// What a second column of maxima says of special-case units. Their scale follows from exemptions, which a round records
/// with their legal basis; here it is kept word for word as a remark of the criterion, from which the round proposes them.
/// </summary>
internal static class SpecialUnits
{
    private static readonly string[] LeftOut = [VietnameseText.Fold(AnnexWords.NotForSpecialUnits), "khong tinh doi voi don vi dac thu", "khong tinh cho don vi dac thu"];

    /// <summary>Whether a criterion's remark says that special-case units are not scored by it.</summary>
    internal static bool AreLeftOut(string? remark) => remark is not null && LeftOut.Any(VietnameseText.Fold(remark).Contains);

    /// <summary>Puts what the column says beside each criterion, and counts it; an empty column says nothing.</summary>
    internal static void Remark(IReadOnlyList<CriteriaRow> rows, IReadOnlyList<StatedSum> sums, ProblemList problems)
    {
        if (rows.All(row => row.Special is null || CellText.IsAbsent(row.Special)))
        {
            return;
        }

        CheckSums(rows, sums, problems);

        var (exempt, other) = (0, 0);
        foreach (var row in rows.Where(row => row.Special is not null))
        {
            var points = PrintedPoints.Read(row.Special!);
            if (points.Problem is not null)
            {
                problems.Stop(AnnexWords.SpecialMaximum(row.Special!), row.Place, row.Row);
            }
            else if (points.Value is null or 0)
            {
                exempt++;
                row.AddRemark(AnnexWords.NotForSpecialUnits);
            }
            else if (points.Value != row.MaxScore)
            {
                other++;
                row.AddRemark(AnnexWords.MostForSpecialUnits(NumberWriter.VietnameseTrimmed(points.Value.Value)));
            }
        }

        problems.Warn(AnnexWords.SpecialUnits(exempt, other), place: null, row: null);
    }

    /// <summary>Nothing is computed from the column, so what does not add up is told and does not block.</summary>
    private static void CheckSums(IReadOnlyList<CriteriaRow> rows, IReadOnlyList<StatedSum> sums, ProblemList problems)
    {
        var below = rows.ToLookup(row => row.Parent);
        foreach (var row in rows.Where(row => below[row.Code].Any() && PrintedPoints.Read(row.Special ?? "").Value is { } stated && stated != Sum(below[row.Code])))
        {
            problems.Warn(AnnexWords.SpecialSumDiffers(row.Code, row.Special!, Sum(below[row.Code])), row.Place, row.Row);
        }

        var all = Sum(rows.Where(row => !below[row.Code].Any()));
        foreach (var sum in sums.Where(sum => !sum.IsOfPart && sum == sums[^1] && PrintedPoints.Read(sum.Row.Text(CriteriaMeaning.SpecialMaxScore)).Value is { } stated && stated != all))
        {
            problems.Warn(AnnexWords.SpecialSumDiffers(criterion: null, sum.Row.Text(CriteriaMeaning.SpecialMaxScore), all), sum.Place, sum.Row);
        }
    }

    private static decimal Sum(IEnumerable<CriteriaRow> rows) => rows.Sum(row => PrintedPoints.Read(row.Special ?? "").Value ?? 0);
}
