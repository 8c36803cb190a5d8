using System.Text.RegularExpressions;
using ParIndex.Application.Reading;
using ParIndex.Domain.Text;

namespace ParIndex.Application.CriteriaSets.Reading;

/// <summary>The row, or the two rows, that name the columns of a criteria table.</summary>
/// <param name="First">Index of its first row.</param>
/// <param name="Height">1, or 2 when “Điểm” stands over “Tối đa | Tự chấm”.</param>
/// <param name="Texts">What every column is called.</param>
/// <param name="Meanings">What every column was understood as.</param>
internal sealed partial record CriteriaHeader(int First, int Height, IReadOnlyList<string> Texts, IReadOnlyList<CriteriaMeaning?> Meanings)
{
    private const int Within = 40;

    /// <summary>Longer texts are no headings in other words.</summary>
    private const int MostWorded = 80;

    /// <summary>How the readers of files know a criteria table.</summary>
    internal static readonly WantedTable Wanted = new(RecognisedIn, table => Find(table) is not null);

    private static readonly (CriteriaMeaning Meaning, string Name, string[] Words)[] Dictionary =
    [
        (CriteriaMeaning.Code, "Mã/STT", ["ma", "stt", "tt", "so tt", "so thu tu", "ma so", "ma tieu chi", "ky hieu", "code", "no"]),
        (CriteriaMeaning.Name, "Tên tiêu chí / nội dung",
        [
            "ten tieu chi", "tieu chi", "noi dung", "ten", "linh vuc", "linh vuc tieu chi", "noi dung tieu chi", "ten linh vuc tieu chi", "tieu chi tieu chi thanh phan",
            "linh vuc tieu chi tieu chi thanh phan", "linh vuc va tieu chi", "cac tieu chi", "noi dung danh gia", "tieu chi danh gia", "ten tieu chi noi dung",
            "noi dung cham diem", "cac linh vuc tieu chi tieu chi thanh phan", "linh vuc tieu chi va tieu chi thanh phan", "name", "criterion",
        ]),
        (CriteriaMeaning.MaxScore, "Điểm tối đa", ["diem toi da", "diem", "thang diem", "diem chuan", "toi da", "so diem", "muc diem", "diem so", "max score", "diem toi da cua tieu chi"]),
        (CriteriaMeaning.Rule, "Cách chấm",
        [
            "cach cham", "cach tinh diem", "cach cham diem", "phuong phap cham", "phuong phap tinh", "phuong phap danh gia", "huong dan cham", "huong dan cham diem", "cach tinh",
            "cach danh gia", "cach danh gia cham diem", "tieu chuan cham diem", "huong dan", "rule",
        ]),
        (CriteriaMeaning.Component, "Thành phần", ["thanh phan", "thanh phan diem", "loai diem", "phuong thuc danh gia", "hinh thuc danh gia", "nguon diem", "component"]),
        (CriteriaMeaning.Decimals, "Số chữ số thập phân", ["so chu so thap phan", "chu so thap phan", "so le", "decimals"]),
        (CriteriaMeaning.Evidence, "Tài liệu kiểm chứng", ["tai lieu kiem chung", "tlkc", "minh chung", "tai lieu minh chung", "ho so kiem chung", "yeu cau tai lieu kiem chung", "tai lieu", "evidence asked", "evidence"]),
        (CriteriaMeaning.Body, "Cơ quan thẩm định", ["co quan tham dinh", "don vi tham dinh", "co quan cham", "co quan chu tri tham dinh", "co quan danh gia", "don vi chu tri", "co quan chu tri", "appraising body"]),
        (CriteriaMeaning.ScoringText, "Nguyên văn hướng dẫn chấm", ["nguyen van huong dan cham", "nguyen van cach cham", "scoring text"]),
        (CriteriaMeaning.FigureNoun, "Đơn vị tính", ["don vi tinh", "dvt", "don vi tinh cua so lieu", "figure noun"]),
        (CriteriaMeaning.FigureDecimals, "Số lẻ của số liệu", ["so le cua so lieu", "figure decimals"]),
        (CriteriaMeaning.Remark, "Ghi chú", ["ghi chu", "luu y", "remark", "note"]),
        (CriteriaMeaning.Parent, "Mã cấp trên", ["ma cap tren", "parent code"]),
        (CriteriaMeaning.SpecialMaxScore, "Điểm tối đa của đơn vị đặc thù", ["don vi dac thu", "dac thu", "diem dac thu", "special max score"]),
        (CriteriaMeaning.NameEn, "Tên tiếng Anh", ["ten tieng anh", "tieng anh", "english", "name en"]),
    ];

    private static readonly Dictionary<string, CriteriaMeaning> Words =
        Dictionary.SelectMany(entry => entry.Words.Select(word => (word, entry.Meaning))).ToDictionary(pair => pair.word, pair => pair.Meaning, StringComparer.Ordinal);

    internal static string Accepted => string.Join(", ", Dictionary.Select(entry => entry.Name));

    private int Recognised => Meanings.Count(meaning => meaning is not null);

    private bool IsHeader => Recognised >= 2 && Meanings.Any(meaning => meaning is CriteriaMeaning.Name or CriteriaMeaning.MaxScore);

    internal static string Name(CriteriaMeaning meaning) => Array.Find(Dictionary, entry => entry.Meaning == meaning).Name;

    /// <summary>The table's header, or <c>null</c>.</summary>
    internal static CriteriaHeader? Find(SourceTable table) => At(table.Rows).FirstOrDefault(header => header.IsHeader);

    /// <summary>
    /// The row that would name the columns if its words were known: the first with the most texts and no number beside
    /// them. A person then says what they mean. <c>null</c> for a table of one column.
    /// </summary>
    internal static CriteriaHeader? Guess(SourceTable table)
    {
        var rows = table.Rows.Take(Within).Select((row, i) => (Row: row, Index: i, Texts: row.Where(cell => cell.Text.Length > 0 && !cell.IsRepeated).ToList())).ToList();
        var named = rows.Where(entry => entry.Texts.Count > 1 && entry.Texts.TrueForAll(cell => cell.Text.Any(char.IsLetter))).OrderByDescending(entry => entry.Texts.Count).ThenBy(entry => entry.Index).FirstOrDefault();
        return named.Row is { } row ? Of(named.Index, 1, [.. row.Select(cell => cell.Text)]) : null;
    }

    /// <summary>Whether a row further down is the header again, as at the top of every page.</summary>
    internal bool IsRepeatedIn(IReadOnlyList<SourceCell> row)
    {
        var texts = row.Select(cell => VietnameseText.Fold(cell.Text)).ToList();
        var same = Texts.Where((text, i) => text.Length > 0 && i < texts.Count && texts[i] == VietnameseText.Fold(text)).Count();
        return same >= 2 && same >= Texts.Count(text => text.Length > 0) / 2;
    }

    private static int RecognisedIn(IReadOnlyList<IReadOnlyList<SourceCell>> rows) => At(rows).Select(header => header.Recognised).DefaultIfEmpty(0).Max();

    private static IEnumerable<CriteriaHeader> At(IReadOnlyList<IReadOnlyList<SourceCell>> rows)
    {
        for (var i = 0; i < Math.Min(Within, rows.Count); i++)
        {
            var single = Of(i, 1, [.. rows[i].Select(cell => cell.Text)]);
            var both = i + 1 < rows.Count && single.Recognised > 0 && !IsNumbered(rows[i + 1]) ? Of(i, 2, Joined(rows[i], rows[i + 1])) : single;
            yield return both.Recognised > single.Recognised || (both.Recognised == single.Recognised && i + 1 < rows.Count && ReachesDown(rows[i], rows[i + 1])) ? both : single;
        }
    }

    /// <summary>Whether headings are merged over the next row too, so that it is their second line.</summary>
    private static bool ReachesDown(IReadOnlyList<SourceCell> upper, IReadOnlyList<SourceCell> lower) =>
        lower.Where((cell, i) => cell is { IsRepeated: true, Text.Length: > 0 } && i < upper.Count && upper[i].Text == cell.Text).Any();

    /// <summary>Whether a row is one of the table's and no second line of its headings.</summary>
    private static bool IsNumbered(IReadOnlyList<SourceCell> row) => row.Any(cell => !cell.IsRepeated && cell.Text.Length > 0 && char.IsAsciiDigit(cell.Text[0]));

    private static List<string> Joined(IReadOnlyList<SourceCell> upper, IReadOnlyList<SourceCell> lower)
    {
        var over = "";
        return [.. Enumerable.Range(0, Math.Max(upper.Count, lower.Count)).Select(i =>
        {
            over = i < upper.Count && upper[i].Text.Length > 0 ? upper[i].Text : over;
            var under = i < lower.Count ? lower[i].Text : "";
            return under.Length == 0 ? i < upper.Count ? upper[i].Text : "" : under == over ? under : $"{over} {under}";
        })];
    }

    private static CriteriaHeader Of(int first, int height, IReadOnlyList<string> texts)
    {
        var seen = new HashSet<CriteriaMeaning>();
        return new(first, height, texts, [.. texts.Select(text => Meaning(text) is { } meaning && seen.Add(meaning) ? meaning : (CriteriaMeaning?)null)]);
    }

    private static CriteriaMeaning? Meaning(string text) => text.Length is 0 or > 120 ? null
        : SpecialWords().IsMatch(VietnameseText.Fold(text)) ? CriteriaMeaning.SpecialMaxScore
        : Words.TryGetValue(VietnameseText.Fold(text), out var meaning) || Words.TryGetValue(VietnameseText.Fold(Bracket().Replace(text, " ")), out meaning) ? meaning
        : Worded(VietnameseText.Fold(text));

    /// <summary>
    /// Headings in other words, by the words that tell them. Points given (tự chấm, thẩm định) are none of them, and so is
    /// a heading with the words of two.
    /// </summary>
    private static CriteriaMeaning? Worded(string folded)
    {
        var found = Telling.Where(entry => entry.Words.IsMatch(folded)).Select(entry => entry.Meaning).Distinct().ToList();
        return folded.Length <= MostWorded && found.Count == 1 && !GivenPoints().IsMatch(folded) ? found[0] : null;
    }

    private static readonly (CriteriaMeaning Meaning, Regex Words)[] Telling =
    [
        (CriteriaMeaning.Code, CodeWords()),
        (CriteriaMeaning.MaxScore, MaximumWords()),
        (CriteriaMeaning.Rule, RuleWords()),
        (CriteriaMeaning.Evidence, EvidenceWords()),
        (CriteriaMeaning.Body, BodyWords()),
        (CriteriaMeaning.Name, NameWords()),
    ];

    /// <summary>“Điểm tối đa (đơn vị đặc thù)”: a second maximum, never the first.</summary>
    [GeneratedRegex(@"^(?=.*\b(?:diem|thang)\b).*\bdac thu\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SpecialWords();

    [GeneratedRegex(@"\([^()]*\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Bracket();

    [GeneratedRegex(@"\b(?:tu cham|tu danh gia|diem tham dinh|diem danh gia|nam truoc|dat duoc)\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex GivenPoints();

    [GeneratedRegex(@"^(?:so tt|so thu tu|stt|tt)\b(?!.*\bdiem\b)|^(?:ma|ky hieu) (?:so )?(?:tieu chi|linh vuc)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CodeWords();

    [GeneratedRegex(@"\bdiem (?:toi da|chuan|quy dinh|cao nhat)\b|\bthang diem\b|\bso diem toi da\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MaximumWords();

    [GeneratedRegex(@"\b(?:cach|huong dan|phuong phap|cong thuc|quy dinh|tieu chuan)\b.*\b(?:cham|tinh|danh gia|diem)\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex RuleWords();

    [GeneratedRegex(@"\b(?:kiem chung|minh chung|chung minh)\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex EvidenceWords();

    [GeneratedRegex(@"\b(?:co quan|don vi|bo phan|phong)\b.*\b(?:tham dinh|cham diem|phu trach|chu tri|theo doi)\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex BodyWords();

    [GeneratedRegex(@"^(?:ten |cac |noi dung )*(?:linh vuc|tieu chi|noi dung|nhiem vu)\b(?!.*\b(?:diem|ma|kiem chung|minh chung|cham)\b)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NameWords();
}
