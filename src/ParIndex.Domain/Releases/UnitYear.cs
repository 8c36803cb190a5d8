using ParIndex.Domain.Analysis;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Text;

namespace ParIndex.Domain.Releases;

/// <summary>One unit in one published year, with the units it is ranked with.</summary>
public sealed record UnitYear(Release Release, ReleaseGroup Group, ReleaseResult Result)
{
    /// <summary>The unit's row in a release, or <c>null</c> when it has none.</summary>
    public static UnitYear? Find(Release release, string unitCode)
    {
        ArgumentNullException.ThrowIfNull(release);
        return release.Groups.Select(group => group.Result(unitCode) is { } result ? new UnitYear(release, group, result) : null).FirstOrDefault(found => found is not null);
    }

    /// <summary>The units of the same ranking list, in the order published.</summary>
    public IReadOnlyList<ReleaseResult> Peers => [.. Group.Results.Where(other => other.RankingList == Result.RankingList)];

    /// <summary>The scale all of these share, or <c>null</c> when they differ or one is not known.</summary>
    public decimal? SharedScale => Peers.Select(peer => peer.Scale).Distinct().Count() == 1 ? Result.Scale : null;

    /// <summary>Median appraisal points of the peers on the same scale; <c>null</c> when scales differ or the peers are few.</summary>
    public Median? MedianAppraisal => SharedScale is null ? null : Median.Of(Peers.Select(peer => peer.AppraisalScore).OfType<decimal>());

    /// <summary>Median survey points of the peers on the same scale; <c>null</c> when scales differ or the peers are few.</summary>
    public Median? MedianSurvey => SharedScale is null ? null : Median.Of(Peers.Select(peer => peer.SurveyScore).OfType<decimal>());

    /// <summary>
    /// Up to five units around this one in its list, itself included. Only units that take a place: a unit without one is
    /// nobody's neighbour and has none.
    /// </summary>
    public IReadOnlyList<ReleaseResult> Neighbours
    {
        get
        {
            if (Result.Rank is null)
            {
                return [];
            }

            var ranked = Peers.Where(peer => peer.Rank is not null).OrderBy(peer => peer.Rank).ThenBy(peer => peer.Position).ToList();
            var first = Math.Clamp(ranked.IndexOf(Result) - 2, 0, Math.Max(0, ranked.Count - 5));
            return ranked.GetRange(first, Math.Min(5, ranked.Count));
        }
    }

    /// <summary>The figures of the unit's ranking list, or <c>null</c> when it takes no place in one.</summary>
    public GroupSummary? List => Result.Rank is null ? null : Group.Lists.First(list => list.Name is null || list.Name == Result.RankingList).Summary;

    /// <summary>The plain sentence: index, rating, place, and how the parts compare with the median.</summary>
    public IReadOnlyList<Run> Lead()
    {
        var runs = new List<Run> { new($"Năm {Release.Year} ") };
        if (Result.OfficialIndex is { } index)
        {
            runs.Add(new("đạt "));
            runs.Add(new(NumberWriter.VietnamesePercent(index), Strong: true));
        }
        else
        {
            runs.Add(new("chưa có chỉ số"));
        }

        if (Result.OfficialRating is { } rating)
        {
            runs.Add(new(", xếp loại "));
            runs.Add(new(rating, Strong: true));
            if (Result.RatingReason is { } reason)
            {
                runs.Add(new($" ({VietnameseText.InSentence(reason)})"));
            }
        }

        if (Result.Rank is { } rank)
        {
            runs.Add(new($", {(Result.IsTied ? "đồng hạng" : "xếp thứ")} {rank}/{Peers.Count(peer => peer.Rank is not null)} {PeersInWords}"));
            if (Result.WholeRank is { } whole)
            {
                runs.Add(new($", {(Group.IsWholeTied(Result) ? "đồng hạng" : "xếp thứ")} {whole}/{Group.WholeRanked} trong cả khối"));
            }

            if (Result.RankReason is { } reason)
            {
                runs.Add(new($" ({VietnameseText.InSentence(reason)})"));
            }
        }

        if (Result.OfficialIndex is not null && ReleaseWords.WhyNoPlace(Result) is { } unranked)
        {
            runs.Add(new($", {unranked}"));
        }

        if (Result.UsableChange is { } change)
        {
            runs.Add(new($"; {Announcement.ChangeInWords(change)} so với năm {Release.Year - 1}"));
        }
        else if (Result.WhyNoChange is { } why and not NoChange.NoFigure)
        {
            runs.Add(new($"; {ReleaseWords.InSentence(why, Release.Year - 1)}"));
        }

        runs.Add(new("."));
        var comparisons = new[] { Compare("điểm thẩm định", Result.AppraisalScore, MedianAppraisal), Compare("điểm điều tra xã hội học", Result.SurveyScore, MedianSurvey) }.OfType<string>().ToList();
        if (comparisons.Count > 0)
        {
            runs.Add(new($" So với trung vị của các đơn vị này, {string.Join(", ", comparisons)}."));
        }

        return runs;
    }

    /// <summary>“đơn vị cùng thang điểm 98”, “đơn vị thuộc khối huyện, thành phố”, “đơn vị thuộc danh sách …”.</summary>
    public string PeersInWords => (Result.RankingList, SharedScale) switch
    {
        (null, _) => $"đơn vị thuộc khối {VietnameseText.InSentence(Group.Name)}",
        (_, { } scale) => $"đơn vị cùng thang điểm {NumberWriter.VietnameseTrimmed(scale)}",
        ({ } list, null) when list.StartsWith("Đơn vị ", StringComparison.Ordinal) => VietnameseText.InSentence(list),
        ({ } list, null) => $"đơn vị thuộc danh sách “{list}”",
    };

    private static string? Compare(string part, decimal? own, Median? median) => (own - median?.Value) switch
    {
        null => null,
        > 0 and var more => $"{part} cao hơn {NumberWriter.Vietnamese(more)} điểm (n = {median!.Units})",
        < 0 and var less => $"{part} thấp hơn {NumberWriter.Vietnamese(-less)} điểm (n = {median!.Units})",
        _ => $"{part} bằng trung vị (n = {median!.Units})",
    };
}
