using System.Text.Json.Serialization;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Text;

namespace ParIndex.Domain.Criteria;

/// <summary>A fault of a criteria set that two people repaired after scoring had opened: kept with the set, and said wherever its results are.</summary>
/// <param name="Code">Code of the node.</param>
/// <param name="Changes">What changed, each “điểm tối đa 2 → 1,5”.</param>
/// <param name="Reason">Why.</param>
/// <param name="At">Instant, UTC.</param>
public sealed record SetRepair(string Code, IReadOnlyList<string> Changes, string Reason, DateTime At)
{
    /// <summary>Longest text of a decision that is quoted whole.</summary>
    private const int MostQuoted = 200;

    /// <summary>What a repair changes, in words; empty where the two say the same.</summary>
    /// <param name="before">What the set says of the node.</param>
    /// <param name="after">What it shall say.</param>
    public static IReadOnlyList<string> Differences(CriterionContent before, CriterionContent after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        return
        [
            .. before.MaxScore == after.MaxScore ? [] : Changed("điểm tối đa", NumberWriter.VietnameseTrimmed(before.MaxScore), NumberWriter.VietnameseTrimmed(after.MaxScore)),
            .. Texts("cách chấm", before.Rule.ToString(), after.Rule.ToString()),
            .. Texts("tên tiêu chí", before.Name, after.Name),
            .. Texts("nguyên văn hướng dẫn chấm", before.ScoringText, after.ScoringText),
            .. Texts("tài liệu kiểm chứng", before.EvidenceAsked, after.EvidenceAsked),
            .. Texts("đơn vị tính của số liệu", before.FigureNoun, after.FigureNoun),
            .. before.Decimals == after.Decimals ? [] : Changed("số chữ số thập phân của điểm", NumberWriter.VietnameseTrimmed(before.Decimals), NumberWriter.VietnameseTrimmed(after.Decimals)),
            .. before.FigureDecimals == after.FigureDecimals ? [] : Changed("số lẻ của số liệu", NumberWriter.VietnameseTrimmed(before.FigureDecimals), NumberWriter.VietnameseTrimmed(after.FigureDecimals)),
        ];
    }

    private static string[] Texts(string what, string? before, string? after) => before == after ? [] : Changed(what, Quoted(before), Quoted(after));

    private static string[] Changed(string what, string before, string after) => [$"{what} {before} → {after}"];

    private static string Quoted(string? text) => text is null ? "(không có)" : $"“{VietnameseText.Clip(text.ReplaceLineEndings(" / "), MostQuoted)}”";

    /// <summary>The repair in one line: day, node, what changed, why.</summary>
    [JsonIgnore]
    public string Line => $"Ngày {DateWriter.Vietnamese(DateWriter.VietnameseDay(At))}, tiêu chí {Code}: {string.Join("; ", Changes)}. Lý do: {VietnameseText.InSentence(Reason.TrimEnd('.'))}.";
}
