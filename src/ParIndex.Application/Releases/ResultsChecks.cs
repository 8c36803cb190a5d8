using ParIndex.Application.Rounds;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Ranking;
using ParIndex.Domain.Ratings;
using ParIndex.Domain.Releases;
using ParIndex.Domain.Rounds;
using ParIndex.Domain.Scorecards;
using ParIndex.Domain.Scoring;

namespace ParIndex.Application.Releases;

/// <summary>Where a finding about results is looked into.</summary>
public enum ResultsPlace
{
    /// <summary>The round itself.</summary>
    Round,

    /// <summary>One scorecard.</summary>
    Scorecard,

    /// <summary>Survey points.</summary>
    Survey,

    /// <summary>The release of the year.</summary>
    Release,

    /// <summary>Scores moved after a lock.</summary>
    AfterLock,

    /// <summary>Leaves on which opinions differ.</summary>
    Opinions,

    /// <summary>The results table.</summary>
    Results,

    /// <summary>The order among units of the same index.</summary>
    Ties,
}

/// <summary>Something the council should know before it approves.</summary>
/// <param name="Blocks">An error blocks approval and publication; a warning informs.</param>
/// <param name="Text">What it is, in Vietnamese.</param>
/// <param name="Place">Where it is looked into.</param>
/// <param name="ScorecardId">The scorecard concerned, or <c>null</c>.</param>
public sealed record ResultsFinding(bool Blocks, string Text, ResultsPlace Place, Guid? ScorecardId = null)
{
    /// <summary>The one unit it is about, by which findings are read together; <c>null</c> where it is about several, or none.</summary>
    public string? Unit { get; init; }

    /// <summary>Slug of the group it is about, where the place is one of a group; else <c>null</c>.</summary>
    public string? Group { get; init; }

    /// <summary>What it is, without the name of its unit before it.</summary>
    public string TextOfUnit => Unit is { } unit && Text.StartsWith(unit + ": ", StringComparison.Ordinal) ? Text[(unit.Length + 2)..] : Text;
}

/// <summary>What of a round's scores is not in its results table.</summary>
/// <param name="AfterLock">Scores moved after they had been locked, as <see cref="Scorecards.LaterEditReport"/> lists them.</param>
/// <param name="Opinions">Leaves whose unit keeps its own score while other points count.</param>
public sealed record ScoringHistory(int AfterLock, int Opinions);

/// <summary>The checks of a round's results: pure functions of the round, its scorecards and the release to come.</summary>
public static class ResultsChecks
{
    /// <summary>How near a rating limit a unit is named, points.</summary>
    public const decimal NearLimit = 0.5m;

    /// <summary>The change against the year before from which a unit is named, percentage points.</summary>
    public const decimal LargeChange = 10;

    private const int MostNames = 8;

    /// <summary>What blocks: results that do not exist, or not yet.</summary>
    /// <param name="setup">The round.</param>
    /// <param name="cards">Its scorecards.</param>
    /// <param name="year">Its points as they count.</param>
    /// <param name="current">What is published of the year, or <c>null</c>.</param>
    public static IEnumerable<ResultsFinding> Errors(RoundSetup setup, IReadOnlyCollection<Scorecard> cards, AssessedYear? year, Release? current)
    {
        ArgumentNullException.ThrowIfNull(setup);
        var cardOf = cards.ToDictionary(card => card.ParticipantId);
        if (setup.Round.State == RoundState.Open)
        {
            yield return new(true, "Việc chấm điểm chưa kết thúc; kết quả dưới đây còn thay đổi.", ResultsPlace.Round);
        }

        if (setup.Round.Amendment is { Kind: AmendmentKind.Withdrawal })
        {
            // What is taken back need not be complete.
            yield break;
        }

        foreach (var group in setup.Groups)
        {
            foreach (var finding in Settings(group, setup.Round.Amendment is null ? current : null))
            {
                yield return finding;
            }

            foreach (var participant in group.Participants)
            {
                var card = cardOf.GetValueOrDefault(participant.Participant.Id);
                foreach (var finding in Scores(participant, card, year?.Find(group.UnitGroup.Slug)?.Find(participant.Unit.Code)))
                {
                    yield return finding with { Unit = participant.Name };
                }
            }
        }
    }

    /// <summary>What the council decided and the scorecards do not say yet: a decision binds, and blocks until it is carried out.</summary>
    /// <param name="setup">The round.</param>
    /// <param name="cards">Its scorecards.</param>
    /// <param name="binding">The points decided last, by scorecard and leaf.</param>
    public static IEnumerable<ResultsFinding> NotCarriedOut(RoundSetup setup, IReadOnlyCollection<Scorecard> cards, IReadOnlyDictionary<(Guid Card, Guid Leaf), decimal> binding)
    {
        ArgumentNullException.ThrowIfNull(setup);
        ArgumentNullException.ThrowIfNull(binding);
        return from @group in setup.Groups
               from unit in @group.Participants
               join card in cards on unit.Participant.Id equals card.ParticipantId
               let scores = card.Scores
               from leaf in unit.Sheet?.Lines.Where(line => line.State is not LeafState.NotApplicable).Select(line => line.Leaf) ?? []
               where binding.ContainsKey((card.Id, leaf.Id))
               let decided = binding[(card.Id, leaf.Id)]
               let counting = scores.PointsOf(leaf)
               where counting is not null && counting != decided
               select new ResultsFinding(true, $"{unit.Name}: Hội đồng thẩm định quyết định {NumberWriter.VietnameseTrimmed(decided)} điểm cho tiêu chí {leaf.Code}, nhưng phiếu đang tính {NumberWriter.VietnameseTrimmed(counting.Value)} điểm. Mở khoá phiếu để người thẩm định ghi theo quyết định.", ResultsPlace.Scorecard, card.Id) { Unit = unit.Name };
    }

    /// <summary>What informs: near limits, large changes, shared places, late changes, open differences.</summary>
    /// <param name="release">The release to come.</param>
    /// <param name="slugs">The groups of the round; those carried over have been looked at before.</param>
    /// <param name="ties">Units that share an index, by the group's slug.</param>
    /// <param name="history">What happened to the scores.</param>
    public static IEnumerable<ResultsFinding> Warnings(Release release, IReadOnlyCollection<string> slugs, IReadOnlyDictionary<string, GroupTies> ties, ScoringHistory history)
    {
        ArgumentNullException.ThrowIfNull(release);
        ArgumentNullException.ThrowIfNull(ties);
        ArgumentNullException.ThrowIfNull(history);
        foreach (var group in release.Groups.Where(group => slugs.Contains(group.Slug)))
        {
            var ofUnits = group.Results.SelectMany(result => NearLimits(group, result).Select(text => (result.UnitName, text)))
                .Concat(group.Results.Where(result => result.RatingReason is not null).Select(result => (result.UnitName, text: $"{result.UnitName}: xếp loại {result.Rating} do điều kiện xếp loại: {result.RatingReason}")))
                .Concat(group.Results.Select(result => (result.UnitName, text: Change(release, result))).Where(change => change.text is not null).Select(change => (change.UnitName, change.text!)));
            foreach (var (unit, text) in ofUnits)
            {
                yield return new(false, text, ResultsPlace.Results) { Unit = unit };
            }

            foreach (var text in FullMarks(group))
            {
                yield return new(false, text, ResultsPlace.Results) { Group = group.Slug };
            }

            foreach (var text in Shared(group).Concat(ByUnrounded(group)).Concat(ties.TryGetValue(group.Slug, out var own) ? Decided(group, own) : []))
            {
                yield return new(false, text, ResultsPlace.Ties) { Group = group.Slug };
            }
        }

        if (history.AfterLock > 0)
        {
            yield return new(false, $"Có {NumberWriter.VietnameseCount(history.AfterLock)} lần thay đổi điểm sau khi khoá.", ResultsPlace.AfterLock);
        }

        if (history.Opinions > 0)
        {
            yield return new(false, $"Có {NumberWriter.VietnameseCount(history.Opinions)} nội dung còn ý kiến khác nhau giữa đơn vị và người thẩm định.", ResultsPlace.Opinions);
        }
    }

    /// <summary>What blocks a version that would say nothing new.</summary>
    /// <param name="setup">The round.</param>
    /// <param name="release">The release to come.</param>
    /// <param name="current">What is published of the year, or <c>null</c>.</param>
    public static IEnumerable<ResultsFinding> Unchanged(RoundSetup setup, Release release, Release? current)
    {
        ArgumentNullException.ThrowIfNull(setup);
        ArgumentNullException.ThrowIfNull(release);
        return setup.Round.Amendment is { } amendment && current?.ResultsDigest == release.ResultsDigest
            ? [new(true, $"Kết quả hiện nay không khác bản đã công bố (lần {current.VersionNumber}); chưa có gì để {Domain.Text.VietnameseText.InSentence(RoundWords.Of(amendment.Kind))}. Để sửa điểm, một thành viên Hội đồng mở lại việc chấm điểm tại trang Tổng quan của kỳ, rồi mở khoá phiếu.", ResultsPlace.Release)]
            : [];
    }

    private static IEnumerable<ResultsFinding> Settings(GroupSetup group, Release? current)
    {
        var name = group.UnitGroup.Name;
        if (current?.Group(group.UnitGroup.Slug) is not null)
        {
            yield return new(true, $"{name}: kết quả năm {current.Year} đã được công bố (lần {current.VersionNumber}). Số đã công bố không bị ghi đè; thay đổi phải theo quy trình đính chính hoặc điều chỉnh.", ResultsPlace.Release);
        }

        if (group.Set is not { Leaves.Count: > 0 } set)
        {
            yield return new(true, $"{name}: chưa có bộ tiêu chí hoặc bộ tiêu chí không có tiêu chí nào.", ResultsPlace.Round);
        }
        else
        {
            foreach (var (node, sum) in set.SumMismatches())
            {
                yield return new(true, $"{name}: {node.Code} {node.Name} ghi {NumberWriter.VietnameseTrimmed(node.MaxScore)} điểm, nhưng các tiêu chí bên dưới cộng lại là {NumberWriter.VietnameseTrimmed(sum)} điểm.", ResultsPlace.Round);
            }
        }

        if (group.Group.Ratings is null)
        {
            yield return new(true, $"{name}: chưa có mức xếp loại.", ResultsPlace.Round);
        }

        if (group.Participants.Count == 0)
        {
            yield return new(true, $"{name}: không có đơn vị nào tham gia.", ResultsPlace.Round);
        }
    }

    private static IEnumerable<ResultsFinding> Scores(ParticipantSetup participant, Scorecard? card, AssessedUnit? unit)
    {
        if (card is null)
        {
            yield return new(true, $"{participant.Name}: chưa có phiếu chấm điểm.", ResultsPlace.Round);
            yield break;
        }

        if (card.State != ScorecardState.Agreed)
        {
            yield return new(true, $"{participant.Name}: phiếu chấm điểm chưa thống nhất (đang ở bước “{Scorecards.ScorecardWords.Of(card.State)}”).", ResultsPlace.Scorecard, card.Id);
        }

        if (participant.Scale is null or 0)
        {
            yield return new(true, $"{participant.Name}: không có thang điểm vì không tiêu chí nào áp dụng.", ResultsPlace.Scorecard, card.Id);
        }

        var missing = (unit?.Sheet.Lines ?? []).Where(line => line.State is LeafState.NotYetScored).ToLookup(line => line.Leaf.Component == Component.Survey, line => line.Leaf.Code);
        if (missing[false].Any())
        {
            yield return new(true, $"{participant.Name}: chưa có điểm thẩm định của tiêu chí {Named(missing[false])}.", ResultsPlace.Scorecard, card.Id);
        }

        if (missing[true].Any())
        {
            yield return new(true, $"{participant.Name}: chưa có điểm điều tra xã hội học của tiêu chí {Named(missing[true])}.", ResultsPlace.Survey);
        }
    }

    /// <summary>What is missing to each limit, or lies above it, where that is little; the lowest band has none.</summary>
    private static IEnumerable<string> NearLimits(ReleaseGroup group, ReleaseResult result)
    {
        foreach (var band in group.Ratings?.Bands.Where(band => band.LowerLimit > 0) ?? [])
        {
            if (result is not { Scale: { } scale, TotalScore: { } total } || RatingScheme.PointsTo(band, total, scale) is var gap && Math.Abs(gap) > NearLimit)
            {
                continue;
            }

            yield return gap > 0
                ? $"{result.UnitName}: còn thiếu {NumberWriter.Vietnamese(gap)} điểm để đạt mức {band.Label} (từ {NumberWriter.VietnameseTrimmed(band.LowerLimit)}%)."
                : $"{result.UnitName}: trên giới hạn của mức {band.Label} (từ {NumberWriter.VietnameseTrimmed(band.LowerLimit)}%) {NumberWriter.Vietnamese(-gap)} điểm.";
        }
    }

    private static string? Change(Release release, ReleaseResult result) => result.UsableChange is { } change && Math.Abs(change) > LargeChange
        ? $"{result.UnitName}: chỉ số {Announcement.ChangeInWords(change)} so với năm {release.Year - 1}."
        : null;

    /// <summary>What the council decided of units with the same index, applied or no longer.</summary>
    private static IEnumerable<string> Decided(ReleaseGroup group, GroupTies ties)
    {
        foreach (var decision in ties.Of.Select(tie => tie.Decision).OfType<TieDecision>().Distinct())
        {
            yield return $"{Names(decision)}: cùng chỉ số; thứ tự theo quyết định của Hội đồng thẩm định ({decision.Basis} ngày {DateWriter.Vietnamese(decision.Date)}).";
        }

        foreach (var decision in ties.Void)
        {
            yield return $"{Names(decision)}: không còn cùng chỉ số như khi Hội đồng thẩm định quyết định thứ tự ({decision.Basis} ngày {DateWriter.Vietnamese(decision.Date)}); quyết định đó không được áp dụng.";
        }

        string Names(TieDecision decision) => string.Join(", ", decision.Units.Select(code => group.Result(code)?.UnitName ?? code));
    }

    private static IEnumerable<string> Shared(ReleaseGroup group) => group.Results.Where(result => result is { IsTied: true, Rank: not null })
        .GroupBy(result => (result.RankingList, result.Rank))
        .Select(tied => $"{string.Join(", ", tied.Select(result => result.UnitName))}: đồng hạng {tied.Key.Rank}{(tied.Key.RankingList is { } list ? $" ({list})" : "")}.");

    /// <summary>Units with the same published index whose order rests on places that are not printed.</summary>
    private static IEnumerable<string> ByUnrounded(ReleaseGroup group) => group.Results.Where(result => result is { Rank: not null, Index: not null, RankReason: null })
        .GroupBy(result => (result.RankingList, result.Index))
        .Where(same => same.Select(result => result.Rank).Distinct().Skip(1).Any())
        .Select(same => $"{string.Join(", ", same.OrderBy(result => result.Rank).Select(result => $"{result.UnitName} (hạng {result.Rank})"))}: cùng chỉ số {NumberWriter.Vietnamese(same.Key.Index!.Value, group.IndexDecimals)}% sau khi làm tròn; thứ tự theo phần chưa làm tròn.");

    /// <summary>The leaves on which every unit they apply to had full marks: they tell no unit from another.</summary>
    private static IEnumerable<string> FullMarks(ReleaseGroup group)
    {
        var maxima = group.Criteria.Where(criterion => criterion is { IsLeaf: true, Component: not Component.Penalty }).ToDictionary(criterion => criterion.Code, criterion => criterion.MaxScore);
        var full = group.Results.SelectMany(result => result.Scores).Where(score => score.Points is not null).GroupBy(score => score.CriterionCode)
            .Where(scores => maxima.TryGetValue(scores.Key, out var max) && scores.Skip(1).Any() && scores.All(score => score.Points == max))
            .Select(scores => (scores.Key, Place: scores.First().Position)).OrderBy(leaf => leaf.Place).Select(leaf => leaf.Key).ToList();
        return full.Count == 0 ? [] : [$"{group.Name}: mọi đơn vị đạt điểm tối đa ở tiêu chí {Named(full)}; các tiêu chí này không phân biệt được các đơn vị."];
    }

    private static string Named(IEnumerable<string> codes)
    {
        var all = codes.ToList();
        return string.Join(", ", all.Take(MostNames)) + (all.Count > MostNames ? $" và {NumberWriter.VietnameseCount(all.Count - MostNames)} tiêu chí khác" : "");
    }
}
