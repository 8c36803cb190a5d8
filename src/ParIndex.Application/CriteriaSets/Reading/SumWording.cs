using System.Text.RegularExpressions;
using ParIndex.Application.Reading;
using ParIndex.Domain.Text;

namespace ParIndex.Application.CriteriaSets.Reading;

/// <summary>A sum the annex states in a row of its own.</summary>
/// <param name="Points">Points.</param>
/// <param name="IsOfPart">Whether it says that it is of a field or part only.</param>
/// <param name="After">The code of the node read last before it, or <c>null</c>.</param>
/// <param name="Place">Where it stands.</param>
/// <param name="Row">The row.</param>
internal sealed record StatedSum(decimal Points, bool IsOfPart, string? After, CellPlace Place, AnnexRow Row);

/// <summary>Knows the rows in which annexes add up: “Tổng cộng”, “Tổng điểm (I + II)”, “Cộng lĩnh vực 1”.</summary>
internal static partial class SumWording
{
    /// <summary>Whether a row adds up, and whether it says that it does so for a part only.</summary>
    internal static bool Is(string words, out bool isOfPart)
    {
        var found = Words().Match(VietnameseText.Fold(words));
        isOfPart = found.Groups["part"].Success;
        return found.Success;
    }

    [GeneratedRegex(@"^(?:tong cong|tong so|tong|cong)(?: so)?(?: diem)?(?: toi da)?(?<part> (?:linh vuc|phan|muc))?(?: (?:[ivx\d]+|[a-h](?=$| [a-h]\b)))*$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Words();
}
