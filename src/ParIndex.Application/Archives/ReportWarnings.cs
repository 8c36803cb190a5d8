using ParIndex.Application.Imports;
using ParIndex.Domain;
using ParIndex.Domain.Analysis;

namespace ParIndex.Application.Archives;

/// <summary>What a person should look at before publishing a table. Warnings inform; they block nothing.</summary>
internal static class ReportWarnings
{
    public static IReadOnlyList<Finding> Of(GroupReport group, ImportHints hints) =>
        [.. Means(group).Concat(group.Rows.SelectMany(row => Rows(row, hints))).Concat(Order(group)).Concat(LeftOut(group))];

    private static IEnumerable<Finding> LeftOut(GroupReport group) => group.LeftOut.Count == 0 ? [] :
        [TableWords.UnitsLeftOut(group.LeftOut)];

    private static IEnumerable<Finding> Means(GroupReport group)
    {
        if (group.PrintedMean is { } printed && group.Summary.Mean is { } computed && printed != computed)
        {
            yield return TableWords.MeanDiffers(printed, computed);
        }
    }

    private static IEnumerable<Finding> Rows(RowReport row, ImportHints hints)
    {
        var name = row.Printed.UnitName;
        if (row.Inference is { Unique: null } inference)
        {
            yield return inference.Candidates.Count == 0
                ? TableWords.ScaleFitsNone(name, hints)
                : TableWords.ScaleFitsSeveral(name, inference.Candidates, hints);
        }

        if (row.Reconciled.Consistency == Consistency.Inconsistent)
        {
            yield return TableWords.IndexInconsistent(name, row.Printed.PublishedIndex!.Value, row.Computed.Index!.Value);
        }

        if (row.Reconciled.PartsAddUp == false)
        {
            yield return TableWords.PartsDoNotAddUp(name);
        }

        if (row.Reconciled.RatingFollows == false)
        {
            yield return TableWords.RatingDiffers(name, row.Printed.PublishedRating, row.Rating);
        }

        if (row.Printed.PublishedRank is { } printed && row.Range is { } range && (printed < range.Best || printed > range.Worst))
        {
            yield return TableWords.RankImpossible(name, printed, range.Best, range.Worst);
        }
    }

    /// <summary>A printed order that contradicts the printed indices.</summary>
    private static IEnumerable<Finding> Order(GroupReport group) =>
        group.Rows.GroupBy(row => row.Computed.RankingList)
            .SelectMany(list => list.OrderBy(row => row.Printed.Order).Zip(list.OrderBy(row => row.Printed.Order).Skip(1)))
            .Where(pair => pair.First.OfficialIndex < pair.Second.OfficialIndex)
            .Select(pair => TableWords.OrderContradicts(pair.Second.Printed.UnitName, pair.First.Printed.UnitName));
}
