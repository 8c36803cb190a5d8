using ParIndex.Domain.Text;

namespace ParIndex.Application.Reading;

/// <summary>What the text of a cell amounts to, apart from numbers.</summary>
internal static class CellText
{
    private const int MostShown = 60;

    private const string Superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    /// <summary>Words that stand before the word that sums up: “Chỉ số CCHC trung bình”, “Giá trị cao nhất”.</summary>
    private static readonly string[] BeforeSummary = ["gia tri", "diem so", "diem", "chi so cai cach hanh chinh", "chi so cchc", "chi so", "muc do", "muc", "ket qua", "ty le", "ti le"];

    private static readonly string[] MeanWords = ["trung binh", "binh quan", "tb", "dtb", "mean", "average", "avg"];

    /// <summary>What sums up a table otherwise than by its mean.</summary>
    private static readonly string[] SummaryWords =
    [
        "trung vi", "cao nhat", "thap nhat", "lon nhat", "nho nhat", "tong cong", "tong so", "do lech", "phuong sai", "chenh lech",
        "khoang cach", "khoang bien thien", "bien thien", "toan tinh", "toan khoi", "toan nganh", "toan huyen", "toan thanh pho", "chung toan",
        "median", "max", "maximum", "min", "minimum", "total", "sum", "grand total", "standard deviation", "std", "stdev",
    ];

    private static readonly string[] WholeGroupWords = ["chung", "khoi", "nhom", "toan"];

    /// <summary>These sum up only when they stand alone: Tổng Cọt and Cộng Hòa are communes.</summary>
    private static readonly string[] SumWords = ["cong", "tong", "chung", "sd"];

    private static readonly string[] FootnoteWords = ["ghi chu", "nguon", "luu y", "chu thich", "note", "source"];

    private static readonly string[] SignatureWords =
    [
        "noi nhan", "nguoi lap", "nguoi tong hop", "chu tich", "pho chu tich", "giam doc", "pho giam doc", "truong ban",
        "thu truong", "tm uy ban", "tm ubnd", "tm hoi dong", "kt chu tich", "kt giam doc", "ky ten", "da ky",
    ];

    /// <summary>Whether nothing is printed: an empty cell or a dash.</summary>
    internal static bool IsAbsent(string text) => text is "" or "-" or "–" or "—";

    internal static bool IsMean(string text) => StartsWithAny(AfterPrefix(text), MeanWords);

    /// <summary>Whether a mean row says that it is of the whole group: “Bình quân chung”, “Trung bình khối”.</summary>
    internal static bool IsOfWholeGroup(string text) =>
        VietnameseText.Fold(text).Split(' ').Any(word => WholeGroupWords.Contains(word, StringComparer.Ordinal));

    /// <summary>Whether a row sums up others without being their mean: the highest, the median, the total.</summary>
    internal static bool IsSummary(string text) =>
        SumWords.Contains(AfterPrefix(text), StringComparer.Ordinal) || StartsWithAny(AfterPrefix(text), SummaryWords);

    private static string AfterPrefix(string text)
    {
        var folded = VietnameseText.Fold(text);
        while (Array.Find(BeforeSummary, word => folded.StartsWith(word + " ", StringComparison.Ordinal)) is { } prefix)
        {
            folded = folded[(prefix.Length + 1)..];
        }

        return folded;
    }

    internal static bool IsFootnote(string text) =>
        text.StartsWith('*') || text.StartsWith("(*", StringComparison.Ordinal) || StartsWithAny(text, FootnoteWords);

    /// <summary>What stands at the foot of a decision: the date line and the signatures.</summary>
    internal static bool IsSignature(string text)
    {
        var folded = VietnameseText.Fold(text);
        string[] date = ["ngay", "thang", "nam"];
        return StartsWithAny(text, SignatureWords) || date.All(word => folded.Split(' ').Contains(word, StringComparer.Ordinal));
    }

    /// <summary>Whether a cell only numbers its column: (1), A, (4)=(2)+(3).</summary>
    internal static bool IsColumnNumber(string text) =>
        text.Length is > 0 and <= 20 && text.All(c => char.IsAsciiDigit(c) || c is '(' or ')' or '[' or ']' or '=' or '+' or '-' or '/' or '*' or ':' or 'x' or ' ' or '%' or >= 'A' and <= 'D');

    /// <summary>A name without the stars and raised digits of its footnotes.</summary>
    internal static string WithoutMarks(string name)
    {
        var bracket = name.LastIndexOf('(');
        var bare = bracket > 0 && name.EndsWith("*)", StringComparison.Ordinal) ? name[..bracket] : name;
        return bare.TrimEnd(['*', '†', '‡', ' ', .. Superscripts]);
    }

    /// <summary>
    /// What a raised or lowered text leaves. Stars and numbers in brackets mark footnotes and are dropped. A bare digit
    /// stays raised: 98 with a raised 1 must be neither 98 nor 981, so a number cell is refused.
    /// </summary>
    internal static string Raised(string raised)
    {
        var text = raised.Trim();
        return text.All(c => c is '*' or '†' or '‡') || (text.Length is > 2 and <= 4 && text[0] is '(' or '[')
            ? ""
            : string.Concat(text.Select(c => c is >= '0' and <= '9' ? Superscripts[c - '0'] : c));
    }

    /// <summary>A text short enough to quote in a sentence.</summary>
    internal static string Shorten(string text) => text.Length <= MostShown ? text : text[..MostShown] + "…";

    private static bool StartsWithAny(string text, string[] words)
    {
        var folded = VietnameseText.Fold(text);
        return words.Any(word => folded.StartsWith(word, StringComparison.Ordinal) && (folded.Length == word.Length || folded[word.Length] == ' '));
    }
}
