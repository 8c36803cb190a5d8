using System.Text.RegularExpressions;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Text;

namespace ParIndex.Application.CriteriaSets.Reading;

/// <summary>A line that gives or takes points for each case: “Mỗi văn bản sai trừ 0,25 điểm”, “1 điểm/sáng kiến, tối đa 2 điểm”.</summary>
/// <param name="Points">Points for one, above 0.</param>
/// <param name="IsTaken">Whether they are taken off.</param>
internal sealed partial record PerCase(decimal Points, bool IsTaken)
{
    private static readonly NumberFormat Format = new(Decimals: 4);

    /// <summary>What is said, or <c>null</c>; also where each counts for more than one case, or the limit is not the leaf's maximum.</summary>
    internal static PerCase? Read(string line, decimal maxScore)
    {
        foreach (var (pattern, isTaken) in new[] { (EachTakes(), true), (EachGives(), false), (TakesPerCase(), true), (GivesPerCase(), false) })
        {
            var found = pattern.Match(line);
            if (found.Success && !HasSign(found.Groups["what"].Value) && ScoreText.Read(found.Groups["points"].Value, Format).Value is { } points and > 0 && IsLimit(found.Groups["tail"].Value, maxScore))
            {
                return new(points, isTaken);
            }
        }

        return null;
    }

    /// <summary>Whether the line begins like one, so that it is nothing else when it is not understood.</summary>
    internal static bool IsBegun(string line) => Each().IsMatch(line);

    /// <summary>With their marks: “công khai”, “công chức” and “trụ sở” are no signs.</summary>
    private static bool HasSign(string what) => VietnameseText.Normalize(what).ToLowerInvariant().Split(' ').Any(word => word is "trừ" or "cộng");

    private static bool IsLimit(string tail, decimal maxScore)
    {
        var found = Limit().Match(tail);
        return found.Success && (!found.Groups["most"].Success || ScoreText.Read(found.Groups["most"].Value, Format).Value == maxScore);
    }

    private const string Worth = @"(?<points>\d{1,5}(?:[.,]\d{1,4})?)\s*(?:điểm|đ)\b";

    private const string EachWord = @"^(?:(?:với|đối với|có|thêm)\s+)?(?:cứ(?:\s+mỗi)?|mỗi)\s+(?:(?:0?1|một)\s+)?";

    private const string PerWord = @"\s*(?:/|cho\s+mỗi|cho\s+một|đối\s+với\s+mỗi|với\s+mỗi|mỗi)\s*(?:(?:0?1|một)\s+)?(?<per>[^\d%,;()]+?)(?<tail>\s*[,(].*)?$";

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;

    [GeneratedRegex(@"^(?:(?:với|đối với|có|thêm)\s+)?(?:cứ|mỗi)\s", Options, 1000)]
    private static partial Regex Each();

    [GeneratedRegex(EachWord + @"(?<what>[^\d%]+?)\s*[:,]?\s*(?:thì\s+)?(?:bị\s+|sẽ\s+)*trừ\s+(?:đi\s+)?" + Worth + "(?<tail>.*)$", Options, 1000)]
    private static partial Regex EachTakes();

    [GeneratedRegex(EachWord + @"(?<what>[^\d%]+?)\s*[:,=]?\s*(?:thì\s+)?(?:(?:được|cộng|đạt|tính|chấm|cho|thêm)\s+)*" + Worth + "(?<tail>.*)$", Options, 1000)]
    private static partial Regex EachGives();

    [GeneratedRegex(@"^(?<what>[^\d%]*?)\s*:?\s*(?:bị\s+)?trừ\s+" + Worth + PerWord, Options, 1000)]
    private static partial Regex TakesPerCase();

    [GeneratedRegex(@"^(?<what>[^\d%]*?)\s*:?\s*(?:(?:được|cộng|đạt|tính|chấm|cho)\s+)*" + Worth + PerWord, Options, 1000)]
    private static partial Regex GivesPerCase();

    /// <summary>Nothing, or that points end where the leaf's do.</summary>
    [GeneratedRegex(@"^[\s,.;(]*(?:(?:nhưng|và|song)\s+)?(?:(?:trừ|cộng|tổng(?:\s+số)?\s+điểm(?:\s+(?:trừ|cộng|thưởng))?|số\s+điểm(?:\s+(?:trừ|cộng))?)\s+)?(?:(?:tối\s+đa|không\s+(?:vượt\s+)?quá|nhiều\s+nhất|(?:cho\s+)?đến\s+(?:khi\s+)?hết|tới\s+hết|không\s+âm)(?:\s+không\s+(?:vượt\s+)?quá)?\s*(?:là\s+)?(?:(?<most>\d{1,5}(?:[.,]\d{1,4})?)\s*(?:điểm|đ)?|(?:số\s+)?điểm(?:\s+tối\s+đa)?(?:\s+(?:của\s+)?(?:tiêu\s+chí|nội\s+dung|mục)(?:\s+(?:này|thành\s+phần))*)?)?)?[\s).]*$", Options, 1000)]
    private static partial Regex Limit();
}
