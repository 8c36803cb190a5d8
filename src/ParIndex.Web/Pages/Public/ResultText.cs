using ParIndex.Domain.Numbers;
using ParIndex.Domain.Releases;
using ParIndex.Domain.Scorecards;
using ParIndex.Web.Texts;

namespace ParIndex.Web.Pages.Public;

/// <summary>Figures of a published row as pages write them.</summary>
public static class ResultText
{
    /// <summary>“4=” for a shared place, “–” without one.</summary>
    public static string RankText(this ReleaseResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return result.Rank is { } rank ? (result.IsTied ? $"{rank}=" : $"{rank}") : "–";
    }

    /// <summary>The place in the whole group, “9=” where it is shared; <c>null</c> unless the group gives one.</summary>
    public static string? WholeRankText(this ReleaseResult result, ReleaseGroup group)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(group);
        return result.WholeRank is { } rank ? (group.IsWholeTied(result) ? $"{rank}=" : $"{rank}") : null;
    }

    /// <summary>The scale, “98” or “78,5”; “–” when it is not known.</summary>
    public static string ScaleText(this ReleaseResult result, PublicTexts? texts = null)
    {
        ArgumentNullException.ThrowIfNull(result);
        return result.Scale is { } scale ? Said(texts).Trimmed(scale) : "–";
    }

    /// <summary>The total with the group's places, “–” without one.</summary>
    public static string TotalText(this ReleaseResult result, ReleaseGroup group, PublicTexts? texts = null)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(group);
        return result.TotalScore is { } total ? Said(texts).Number(total, group.ScoreDecimals) : "–";
    }

    /// <summary>The points of a part as they act on the total, “−0,50” where they are taken off; “–” without them.</summary>
    public static string PartText(this ReleaseResult result, ScorePart part, ReleaseGroup group, PublicTexts? texts = null)
    {
        ArgumentNullException.ThrowIfNull(part);
        ArgumentNullException.ThrowIfNull(group);
        return part.Effect(result) is { } points ? Said(texts).Signed(points, group.ScoreDecimals) : "–";
    }

    /// <summary>How the index follows from total and scale, “85,67 ÷ 98 × 100 = 87,42%”, and where it is held at an end of its range; <c>null</c> without them.</summary>
    public static string? IndexText(this ReleaseResult result, ReleaseGroup group)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(group);
        if (result is not { TotalScore: { } total, Scale: { } scale, Index: { } index })
        {
            return null;
        }

        var fraction = $"{NumberWriter.Vietnamese(total, group.ScoreDecimals)} ÷ {NumberWriter.VietnameseTrimmed(scale)} × 100";
        var percent = NumberWriter.Vietnamese(index, group.IndexDecimals) + "%";
        return result.IsHeld() ? $"{fraction} {(total < 0 ? "dưới 0" : "vượt quá 100")} nên chỉ số là {percent}" : $"{fraction} = {percent}";
    }

    /// <summary>Whether total and scale alone would give an index outside 0…100 that the group does not allow.</summary>
    public static bool IsHeld(this ReleaseResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return result is { TotalScore: < 0, Index: 0 } || (result is { Index: 100 } && result.TotalScore > result.Scale);
    }

    /// <summary>What a leaf or the leaves below a node do to the total: “12,00”, “+0,50” of a bonus, “−0,50” of a penalty; “không áp dụng” without points.</summary>
    public static string EffectText(this ScorecardLine line, int places)
    {
        ArgumentNullException.ThrowIfNull(line);
        return line.Effect is not { } effect ? "không áp dụng" : effect > 0 && !line.IsInScale ? "+" + NumberWriter.Vietnamese(effect, places) : NumberWriter.VietnameseSigned(effect, places);
    }

    /// <summary>The raw figures beside points: “48/50”, or “3” where nothing was required; <c>null</c> without any.</summary>
    public static string? FiguresText(this ScorecardLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return line.Score is { } score ? FigureWords.Of(score.Achieved, score.Counts, score.Required, line.Criterion.FigureNoun) : null;
    }

    private static PublicTexts Said(PublicTexts? texts) => texts ?? PublicTexts.Vietnamese;
}
