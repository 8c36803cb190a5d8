using System.Text;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Text;

namespace ParIndex.Domain.Criteria;

/// <summary>
/// The one writer and reader of rules as the text people read and type. Parts stand between semicolons, numbers may have comma or dot. Wordings
/// of decisions hold both separators (“giảm chi; tăng thu”, “đạt = 100%”), so inside a statement they are escaped by a
/// backslash rather than refused: nothing a decision says is beyond what can be kept.
/// </summary>
internal static class LeafRuleText
{
    public const string Accepted =
        "cần một trong các dạng: “trực tiếp” · “mức: Có=0,5; Không=0; Không áp dụng” · “cộng dồn: Trực tuyến=0,5; Trực tiếp=0,5” · “tỷ lệ; chuẩn=60; sàn=50; trần=100; không phát sinh=đủ điểm” · “bậc: 90=1; >70=0,5” · “bậc: ≤5=1; <10=0,5” · “trọng số: đúng hạn=1; trễ hạn=0,5” · “đếm: 0,25” · “trừ: 0,5” · “điều tra” · “điều tra: Likert 5”";

    private static readonly NumberFormat Number = new(Decimals: 4);

    private static readonly (NothingArose Given, string Word, string[] Read)[] NothingWords =
    [
        (NothingArose.ByHand, "nhập tay", ["nhap tay"]),
        (NothingArose.Full, "đủ điểm", ["du diem", "diem toi da"]),
        (NothingArose.Zero, "0", ["0", "0 diem"]),
        (NothingArose.Exemption, "đề nghị không áp dụng", ["de nghi khong ap dung", "khong ap dung"]),
    ];

    public static string Format(LeafRule rule) => rule switch
    {
        LevelsRule levels => "mức: " + Join(levels.Levels.Select(Text)),
        CumulativeRule cumulative => "cộng dồn: " + Join(cumulative.Levels.Select(Text)),
        RatioRule ratio => "tỷ lệ" + (ratio.Norm != 100 ? $"; chuẩn={Text(ratio.Norm)}" : "") + (ratio.Floor is { } floor ? $"; sàn={Text(floor)}" : "") + (ratio.Cap != CapOf(ratio.Norm) ? $"; trần={Text(ratio.Cap)}" : "") + Nothing(ratio),
        TiersRule tiers => "bậc: " + Join(tiers.Tiers.Select(tier => $"{Sign(tier, tiers.FewerIsBetter)}{Text(tier.Limit)}={Text(tier.Points)}")) + Nothing(tiers),
        WeightedRatioRule weighted => "trọng số: " + Join(weighted.Terms.Select(term => $"{Escape(term.Name)}={Text(term.Weight)}")) + Nothing(weighted),
        CountRule count => $"đếm: {Text(count.Value)}",
        DeductionRule deduction => $"trừ: {Text(deduction.Value)}",
        SurveyRule { LikertTop: { } top } => $"điều tra: Likert {top}",
        SurveyRule => "điều tra",
        _ => "trực tiếp",
    };

    public static LeafRule Parse(string text)
    {
        var normalized = VietnameseText.Normalize(text);
        var end = normalized.AsSpan().IndexOfAny(':', ';');
        var word = VietnameseText.Fold(end < 0 ? normalized : normalized[..end]);
        var parts = end < 0 ? [] : Split(normalized[(end + 1)..]);
        LeafRule? rule = (word, parts.Length) switch
        {
            ("truc tiep" or "", 0) => LeafRule.Default,
            ("muc", > 0) => Levels(parts) is { } levels ? new LevelsRule(levels) : null,
            ("cong don", > 0) => Levels(parts) is { } statements ? new CumulativeRule(statements) : null,
            ("ty le" or "ti le", _) => Ratio(parts),
            ("bac", > 0) => Tiers(parts),
            ("trong so", > 0) => Weighted(parts),
            ("dem", 1) => Read(parts[0]) is { } value ? new CountRule(value) : null,
            ("tru", 1) => Read(parts[0]) is { } value ? new DeductionRule(value) : null,
            ("dieu tra", 0) => new SurveyRule(),
            ("dieu tra", 1) => Likert(parts[0]),
            _ => null,
        };
        return rule ?? throw new FormatException($"Không hiểu cách chấm “{text}”; {Accepted}.");
    }

    private static List<Level>? Levels(string[] parts)
    {
        var levels = parts.Select(part =>
        {
            var equals = LastUnescaped(part, '=');
            return equals < 0 ? new Level(Unescape(part), Points: null)
                : Read(part[(equals + 1)..]) is { } points && equals > 0 ? new Level(Unescape(part[..equals]), points)
                : null;
        }).ToList();
        return levels.Contains(null) ? null : [.. levels.OfType<Level>()];
    }

    private static RatioRule? Ratio(string[] parts)
    {
        decimal? floor = null, cap = null, norm = null;
        NothingArose? nothing = null;
        foreach (var part in parts)
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            var value = Read(part[(equals + 1)..]);
            switch (VietnameseText.Fold(part[..Math.Max(equals, 0)]))
            {
                case "san" when value is not null && floor is null:
                    floor = value;
                    break;
                case "tran" when value is not null && cap is null:
                    cap = value;
                    break;
                case "chuan" when value is not null && norm is null:
                    norm = value;
                    break;
                case "khong phat sinh" when nothing is null && Nothing(part) is { } given:
                    nothing = given;
                    break;
                default:
                    return null;
            }
        }

        return new(floor, cap ?? CapOf(norm ?? 100), norm ?? 100) { WhenNothingArose = nothing ?? NothingArose.ByHand };
    }

    /// <summary>From 100 % on the maximum is earned, unless more than that is the norm.</summary>
    private static decimal CapOf(decimal norm) => Math.Max(100, norm);

    private static TiersRule? Tiers(string[] parts)
    {
        var nothing = parts.Length > 1 ? Nothing(parts[^1]) : null;
        var tiers = (nothing is null ? parts : parts[..^1]).Select(Tier).ToList();
        return tiers.Contains(null) || tiers.Exists(tier => tier!.Value.IsUpper != tiers[0]!.Value.IsUpper) ? null
            : new([.. tiers.Select(tier => tier!.Value.Tier)], tiers[0]!.Value.IsUpper) { WhenNothingArose = nothing ?? NothingArose.ByHand };
    }

    private static WeightedRatioRule? Weighted(string[] parts)
    {
        var nothing = Nothing(parts[^1]);
        var terms = Levels(nothing is null ? parts : parts[..^1]);
        return terms is null or [] || terms.Exists(term => term.Points is null) ? null
            : new([.. terms.Select(term => new WeightedTerm(term.Statement, term.Points!.Value))]) { WhenNothingArose = nothing ?? NothingArose.ByHand };
    }

    /// <summary>“90=1”, “≥90=1” from 90; “>90=1” over 90; “≤5=1” up to 5; “&lt;5=1” below 5.</summary>
    private static (Tier Tier, bool IsUpper)? Tier(string part)
    {
        var equals = part.LastIndexOf('=');
        if (equals < 1 || Read(part[(equals + 1)..]) is not { } points)
        {
            return null;
        }

        var limit = part[..equals].Trim();
        var sign = new string([.. limit.TakeWhile(c => c is '<' or '>' or '=' or '≤' or '≥')]);
        return (sign is "" or "<" or ">" or "≤" or "≥" or "<=" or ">=") && Read(limit[sign.Length..]) is { } value
            ? (new Tier(value, points, sign is "<" or ">"), sign is "<" or "≤" or "<=")
            : null;
    }

    private static string Sign(Tier tier, bool fewerIsBetter) => (tier.IsStrict, fewerIsBetter) switch
    {
        (true, true) => "<",
        (false, true) => "≤",
        (true, false) => ">",
        _ => "",
    };

    private static string Nothing(RatioBasedRule rule) =>
        rule.WhenNothingArose == NothingArose.ByHand ? "" : $"; không phát sinh={Array.Find(NothingWords, word => word.Given == rule.WhenNothingArose).Word}";

    private static NothingArose? Nothing(string part)
    {
        var equals = part.IndexOf('=', StringComparison.Ordinal);
        if (VietnameseText.Fold(part[..Math.Max(equals, 0)]) != "khong phat sinh")
        {
            return null;
        }

        var given = VietnameseText.Fold(part[(equals + 1)..]);
        var found = Array.FindIndex(NothingWords, word => word.Read.Contains(given, StringComparer.Ordinal));
        return found < 0 ? null : NothingWords[found].Given;
    }

    private static SurveyRule? Likert(string part) =>
        VietnameseText.Fold(part).Split(' ') is ["likert", var top] && CountText.Read(top).Value is { } value ? new((int)value) : null;

    /// <summary>A number the text of a rule can hold: 0…99 999,9999 with at most four decimals.</summary>
    internal static decimal CheckedNumber(decimal value) =>
        value is >= 0 and < 100_000 && value == Rounding.HalfAwayFromZero(value, Number.Decimals)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "Điểm và tỷ lệ trong cách chấm từ 0 đến 99999,9999, tối đa 4 chữ số thập phân.");

    internal static string CheckedStatement(string statement)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(statement);
        return VietnameseText.Normalize(statement);
    }

    internal static IReadOnlyList<T> CheckedList<T>(IReadOnlyList<T> list)
    {
        ArgumentNullException.ThrowIfNull(list);
        return list.Count > 0 ? list : throw new ArgumentException("Cách chấm phải có ít nhất một mức hoặc bậc.", nameof(list));
    }

    private static string Text(Level level) => level.Points is { } points ? $"{Escape(level.Statement)}={Text(points)}" : Escape(level.Statement);

    private static string Escape(string statement) =>
        statement.Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal).Replace("=", "\\=", StringComparison.Ordinal);

    private static string Unescape(string text)
    {
        var plain = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            plain.Append(text[i] == '\\' && i + 1 < text.Length ? text[++i] : text[i]);
        }

        return plain.ToString().Trim();
    }

    private static string[] Split(string text)
    {
        var parts = new List<string>();
        var start = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i == text.Length || text[i] == ';')
            {
                parts.Add(text[start..i].Trim());
                start = i + 1;
            }
            else if (text[i] == '\\')
            {
                i = Math.Min(i + 1, text.Length - 1);
            }
        }

        return [.. parts.Where(part => part.Length > 0)];
    }

    private static int LastUnescaped(string text, char sign)
    {
        var last = -1;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\')
            {
                i++;
            }
            else if (text[i] == sign)
            {
                last = i;
            }
        }

        return last;
    }

    private static decimal? Read(string text) => ScoreText.Read(text.TrimEnd('%'), Number).Value;

    private static string Text(decimal value) => NumberWriter.VietnameseTrimmed(value);

    private static string Join(IEnumerable<string> parts) => string.Join("; ", parts);
}
