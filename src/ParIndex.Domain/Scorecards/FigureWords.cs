using ParIndex.Domain.Numbers;

namespace ParIndex.Domain.Scorecards;

/// <summary>The raw figures of a leaf as people read them: <c>48/50 nhiệm vụ</c>.</summary>
public static class FigureWords
{
    /// <summary>The figures with their noun; <c>null</c> where there are none.</summary>
    /// <param name="achieved">What was done.</param>
    /// <param name="counts">How many of each term of a weighted ratio, instead of their sum.</param>
    /// <param name="required">Of how much.</param>
    /// <param name="noun">What they count.</param>
    public static string? Of(decimal? achieved, string? counts, decimal? required, string? noun)
    {
        if (achieved is not { } done)
        {
            return null;
        }

        var what = counts?.Replace("+", " + ", StringComparison.Ordinal) ?? NumberWriter.VietnameseTrimmed(done);
        return (required, counts) switch
        {
            ({ } all, null) => $"{what}/{NumberWriter.VietnameseTrimmed(all)}",
            ({ } all, _) => $"({what})/{NumberWriter.VietnameseTrimmed(all)}",
            _ => what,
        } + (noun is null ? "" : " " + noun);
    }
}
