using ParIndex.Domain.Releases;

namespace ParIndex.Application.Archives;

/// <summary>Builds the archive release of a reconciled table: printed figures official, computed ones beside them.</summary>
internal static class ArchiveRelease
{
    /// <param name="report">The reconciled table.</param>
    /// <param name="current">The newest version of the year, whose other groups are carried over; or <c>null</c>.</param>
    /// <param name="publishedAt">Instant of publication, UTC.</param>
    public static Release Build(ReconciliationReport report, Release? current, DateTime publishedAt)
    {
        var version = (current?.VersionNumber ?? 0) + 1;
        var added = report.Groups.Select(group => Group(group, report.Request, version)).ToList();
        var kept = current?.Groups.Where(group => !added.Exists(other => other.Slug == group.Slug)).Select(group => group.Copy()) ?? [];
        return new(report.Request.Province, report.Request.Year, version, current is null ? ReleaseChange.Initial : ReleaseChange.Supplement, isArchive: true, publishedAt, kept.Concat(added).OrderBy(group => group.Position))
        {
            DecisionNumber = report.Request.DecisionNumber,
            DecisionDate = report.Request.DecisionDate,
            AnnouncedOn = report.Request.AnnouncedOn,
            SourceNote = report.Request.SourceNote,
        };
    }

    private static ReleaseGroup Group(GroupReport group, ImportRequest request, int version) =>
        new(group.Group.Slug, group.Group.Name, group.Group.NameEn, group.Group.Position, version, group.Rows.Select((row, position) => Result(row, position, request.Year)), group.References)
        {
            Ratings = group.Rules.Ratings,
            Ranking = group.Rules.Ranking,
            Calculation = group.YearBefore is { } before ? CalculationRules.Of(group.Rules, [.. group.Rows.Select(row => row.Computed)], before).ToJson() : null,
            ScoreDecimals = group.Decimals.Scores,
            IndexDecimals = group.Decimals.Index,
            PrintedMean = group.PrintedMean,
            ScaleNote = request.ScaleNote,
        };

    private static ReleaseResult Result(RowReport row, int position, int year) => new()
    {
        Position = position,
        UnitCode = row.Unit.Code,
        UnitName = row.Unit.NameIn(year).Name,
        UnitNameEn = row.Unit.NameIn(year).NameEn,
        NameAsPrinted = row.Printed.UnitName,
        IsSpecialCase = row.Computed.Totals.IsSpecialCase,
        AppraisalScore = row.Computed.Totals.AppraisalScore,
        SurveyScore = row.Computed.Totals.SurveyScore,
        Bonus = row.Computed.Totals.Bonus,
        Penalty = row.Computed.Totals.Penalty,
        TotalScore = row.Computed.TotalScore,
        Scale = row.Computed.Totals.Scale?.Value,
        ScaleSource = row.Computed.Totals.Scale?.Source,
        Index = row.Computed.Index,
        PublishedIndex = row.Printed.PublishedIndex,
        PublishedRating = row.Printed.PublishedRating,
        PublishedOrder = row.Printed.Order,
        Consistency = row.Reconciled.Consistency,
        Rating = row.Rating,
        Rank = row.Computed.Rank,
        IsTied = row.Computed.IsTied,
        BestRank = row.Range?.Best,
        WorstRank = row.Range?.Worst,
        RankingList = row.Computed.RankingList,
        WholeRank = row.Computed.WholeRank,
        Change = row.Change,
    };
}
