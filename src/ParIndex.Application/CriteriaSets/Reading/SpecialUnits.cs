using ParIndex.Application.Reading;
using ParIndex.Domain.Numbers;

namespace ParIndex.Application.CriteriaSets.Reading;

/// <summary>
/// What a second column of maxima says of special-case units. Their scale follows from exemptions, which a round records
/// with their legal basis; here it is kept word for word as a remark of the criterion, so that whoever records them has it.
/// </summary>
internal static class SpecialUnits
{
    /// <summary>Puts what the column says beside each criterion, and counts it; an empty column says nothing.</summary>
    internal static void Remark(IReadOnlyList<CriteriaRow> rows, DraftProblems problems)
    {
        if (rows.All(row => row.Special is null || CellText.IsAbsent(row.Special)))
        {
            return;
        }

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
}
