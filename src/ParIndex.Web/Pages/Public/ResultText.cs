using ParIndex.Domain.Numbers;
using ParIndex.Domain.Releases;
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

    /// <summary>Whether total and scale alone would give an index outside 0…100 that the group does not allow.</summary>
    public static bool IsHeld(this ReleaseResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return result is { TotalScore: < 0, Index: 0 } || (result is { Index: 100 } && result.TotalScore > result.Scale);
    }

    /// <summary>What a leaf or the leaves below a node do to the total: “12,00”, “+0,50” of a bonus, “−0,50” of a penalty; “không áp dụng” without points.</summary>
    public static string EffectText(this ScorecardLine line, int places, PublicTexts texts)
    {
        ArgumentNullException.ThrowIfNull(line);
        ArgumentNullException.ThrowIfNull(texts);
        return line.Effect is not { } effect ? texts.Unit.NotApplicable : effect > 0 && !line.IsInScale ? "+" + texts.Number(effect, places) : texts.Signed(effect, places);
    }

    /// <summary>
    /// What is lost of the index in all, percentage points as printed: so that 100 minus it, plus the bonus, minus the penalty
    /// is the printed index. <c>null</c> where the index is not what the leaves come to.
    /// </summary>
    public static decimal? LostTotal(this UnitScorecard card)
    {
        ArgumentNullException.ThrowIfNull(card);
        var (lost, result) = (card.Leaves.Sum(line => line.Lost ?? 0), card.Year.Result);
        var follows = 100 + Outside(result.Bonus, result.Scale) - Outside(result.Penalty, result.Scale) - result.OfficialIndex;
        return follows is { } known && Math.Abs(known - lost) < 0.02m ? known : null;
    }

    /// <summary>“100,00 − 15,34 + 0,50 điểm cộng − 0,25 điểm trừ = 84,91”; <c>null</c> where it does not add up to the published index.</summary>
    public static string? LossSum(this UnitScorecard card, PublicTexts texts)
    {
        ArgumentNullException.ThrowIfNull(card);
        ArgumentNullException.ThrowIfNull(texts);
        var result = card.Year.Result;
        return card.LostTotal() is not { } lost ? null
            : $"{texts.Number(100)} − {texts.Number(lost)}{Term(" + ", result.Bonus, texts.Story.BonusWord)}{Term(" − ", result.Penalty, texts.Story.PenaltyWord)} = {texts.Number(result.OfficialIndex!.Value)}";

        string Term(string sign, decimal? points, string word) => points > 0 ? $"{sign}{texts.Number(Outside(points, result.Scale))} {word}" : "";
    }

    /// <summary>What points outside the scale do to the index, percentage points as printed.</summary>
    private static decimal Outside(decimal? points, decimal? scale) => scale > 0 ? Rounding.HalfAwayFromZero(100 * (points ?? 0) / scale.Value, 2) : 0;

    private static PublicTexts Said(PublicTexts? texts) => texts ?? PublicTexts.Vietnamese;
}
