using ParIndex.Domain.Text;

namespace ParIndex.Application.Imports.Reading;

/// <summary>What the text of a cell amounts to, apart from numbers.</summary>
internal static class CellText
{
    private const int MostShown = 60;

    private static readonly string[] MeanWords =
    [
        "trung binh", "binh quan", "diem trung binh", "diem binh quan", "gia tri trung binh", "gia tri binh quan",
        "chi so trung binh", "chi so binh quan", "chi so cchc trung binh", "mean", "average",
    ];

    private static readonly string[] WholeGroupWords = ["chung", "khoi", "nhom", "toan"];

    private static readonly string[] SumWords = ["tong cong", "tong so", "cong"];

    private static readonly string[] FootnoteWords = ["ghi chu", "nguon", "luu y", "chu thich", "note", "source"];

    private static readonly string[] SignatureWords =
    [
        "noi nhan", "nguoi lap", "nguoi tong hop", "chu tich", "pho chu tich", "giam doc", "pho giam doc", "truong ban",
        "thu truong", "tm uy ban", "tm ubnd", "tm hoi dong", "kt chu tich", "kt giam doc", "ky ten", "da ky",
    ];

    /// <summary>Whether nothing is printed: an empty cell or a dash.</summary>
    internal static bool IsAbsent(string text) => text is "" or "-" or "–" or "—";

    internal static bool IsMean(string text) => StartsWithAny(text, MeanWords);

    /// <summary>Whether a mean row says that it is of the whole group: “Bình quân chung”, “Trung bình khối”.</summary>
    internal static bool IsOfWholeGroup(string text) =>
        VietnameseText.Fold(text).Split(' ').Any(word => WholeGroupWords.Contains(word, StringComparer.Ordinal));

    internal static bool IsSum(string text) => SumWords.Contains(VietnameseText.Fold(text), StringComparer.Ordinal);

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
        return bare.TrimEnd('*', '¹', '²', '³', ' ');
    }

    /// <summary>A text short enough to quote in a sentence.</summary>
    internal static string Shorten(string text) => text.Length <= MostShown ? text : text[..MostShown] + "…";

    private static bool StartsWithAny(string text, string[] words)
    {
        var folded = VietnameseText.Fold(text);
        return words.Any(word => folded.StartsWith(word, StringComparison.Ordinal) && (folded.Length == word.Length || folded[word.Length] == ' '));
    }
}
