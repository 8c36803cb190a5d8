using ParIndex.Application.Releases;
using ParIndex.Domain.Numbers;

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

    /// <summary>The scale, “98” or “78,5”; “–” when it is not known.</summary>
    public static string ScaleText(this ReleaseResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return result.Scale is { } scale ? NumberWriter.VietnameseTrimmed(scale) : "–";
    }

    /// <summary>The total with the group's places, “–” without one.</summary>
    public static string TotalText(this ReleaseResult result, ReleaseGroup group)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(group);
        return result.TotalScore is { } total ? NumberWriter.Vietnamese(total, group.ScoreDecimals) : "–";
    }

    /// <summary>The raw figures beside points: “48/50”, or “3” where nothing was required; <c>null</c> without any.</summary>
    public static string? FiguresText(this ReleaseScore score)
    {
        ArgumentNullException.ThrowIfNull(score);
        return score.Achieved is not { } achieved ? null
            : NumberWriter.VietnameseTrimmed(achieved) + (score.Required is { } required ? "/" + NumberWriter.VietnameseTrimmed(required) : "");
    }
}
