using ParIndex.Domain.Numbers;
using ParIndex.Domain.Text;

namespace ParIndex.Application.Reading;

/// <summary>What a column of a published table holds.</summary>
public enum ColumnMeaning
{
    /// <summary>Running number in the ranking list (STT).</summary>
    Order,

    /// <summary>Name of the unit.</summary>
    Unit,

    /// <summary>The unit's code of the register.</summary>
    UnitCode,

    /// <summary>Group of units.</summary>
    Group,

    /// <summary>Ranking list inside the group.</summary>
    Heading,

    /// <summary>Points of the appraisal.</summary>
    AppraisalScore,

    /// <summary>Points of the sociological survey.</summary>
    SurveyScore,

    /// <summary>Points added.</summary>
    Bonus,

    /// <summary>Points taken off.</summary>
    Penalty,

    /// <summary>Total points.</summary>
    TotalScore,

    /// <summary>The unit's own scale.</summary>
    Scale,

    /// <summary>Where the scale comes from, in the portal's own files.</summary>
    ScaleSource,

    /// <summary>The index in per cent.</summary>
    Index,

    /// <summary>Rating word.</summary>
    Rating,

    /// <summary>Printed place.</summary>
    Rank,
}

/// <summary>The one dictionary of header words, and the name each column has in sentences.</summary>
internal static class HeaderWords
{
    private static readonly (ColumnMeaning Meaning, string Name, string[] Words)[] Dictionary =
    [
        (ColumnMeaning.Order, "STT", ["stt", "tt", "so tt", "so thu tu", "thu tu", "no", "order", "published order", "thu tu da cong bo"]),
        (ColumnMeaning.Unit, "Tên đơn vị",
        [
            "don vi", "ten don vi", "co quan", "ten co quan", "co quan don vi", "ten co quan don vi", "don vi duoc danh gia",
            "don vi hanh chinh", "dia phuong", "ten dia phuong", "so ban nganh", "ten so ban nganh", "so ban nganh tinh",
            "huyen thanh pho", "huyen thi xa thanh pho", "ubnd huyen thanh pho", "ubnd cac huyen thanh pho", "ten huyen",
            "xa phuong", "xa phuong thi tran", "ubnd xa phuong", "ten xa", "unit", "unit name",
        ]),
        (ColumnMeaning.UnitCode, "Mã đơn vị", ["ma don vi", "unit code"]),
        (ColumnMeaning.Group, "Nhóm", ["nhom", "nhom don vi", "khoi", "khoi don vi", "loai don vi", "group"]),
        (ColumnMeaning.Heading, "Phân nhóm", ["phan nhom", "nhom con", "nhom thang diem", "nhom xep hang", "danh sach xep hang", "subgroup", "sub group", "heading", "ranking list"]),
        (ColumnMeaning.AppraisalScore, "Điểm thẩm định",
        [
            "diem tham dinh", "ket qua tham dinh", "tham dinh", "diem dat", "ket qua diem tham dinh", "diem hoi dong tham dinh",
            "diem do hoi dong tham dinh", "hoi dong tham dinh", "tong diem tham dinh", "appraisal score", "appraisal",
        ]),
        (ColumnMeaning.SurveyScore, "Điểm điều tra xã hội học",
        [
            "diem dieu tra", "diem dieu tra xhh", "diem dieu tra xa hoi hoc", "dieu tra", "dieu tra xhh", "dieu tra xa hoi hoc",
            "diem xhh", "diem xa hoi hoc", "xhh", "ket qua dieu tra xhh", "ket qua dieu tra xa hoi hoc", "ket qua dieu tra",
            "diem dtxhh", "dtxhh", "diem khao sat", "khao sat", "survey score", "survey",
        ]),
        (ColumnMeaning.Bonus, "Điểm cộng", ["diem cong", "diem thuong", "cong", "diem cong them", "bonus"]),
        (ColumnMeaning.Penalty, "Điểm trừ", ["diem tru", "diem phat", "tru", "penalty"]),
        (ColumnMeaning.TotalScore, "Tổng điểm",
        [
            "tong diem", "tong diem dat", "tong diem dat duoc", "diem dat duoc", "tong so diem", "tong cong", "tong", "diem",
            "tong hop diem", "diem tong hop", "diem tong", "ket qua tong", "ket qua tong diem", "tong diem thang diem", "total score", "total",
        ]),
        (ColumnMeaning.Scale, "Thang điểm", ["thang diem", "diem toi da", "tong diem toi da", "diem chuan", "thang diem toi da", "scale", "max score"]),
        (ColumnMeaning.ScaleSource, "Nguồn của thang điểm", ["nguon cua thang diem", "scale source"]),
        (ColumnMeaning.Index, "Chỉ số CCHC (%)",
        [
            "chi so", "chi so cchc", "chi so cai cach hanh chinh", "ket qua chi so", "ket qua chi so cchc", "ket qua chi so cai cach hanh chinh",
            "chi so par index", "par index", "ty le", "ti le", "ty le dat", "ti le dat", "ty le dat duoc", "ti le dat duoc", "ty le phan tram",
            "chi so tinh lai", "chi so da cong bo", "chi so cong bo", "published index percent", "published index", "index percent", "index",
        ]),
        (ColumnMeaning.Rating, "Xếp loại", ["xep loai", "phan loai", "ket qua xep loai", "muc xep loai", "xep loai da cong bo", "xep loai cong bo", "published rating", "rating"]),
        (ColumnMeaning.Rank, "Xếp hạng", ["xep hang", "hang", "thu hang", "xep thu", "vi thu", "vi tri", "ket qua xep hang", "published rank", "rank"]),
    ];

    private static readonly Dictionary<string, ColumnMeaning> Meanings = Dictionary
        .SelectMany(entry => entry.Words.Select(word => (word, entry.Meaning)))
        .ToDictionary(pair => pair.word, pair => pair.Meaning, StringComparer.Ordinal);

    private static readonly Dictionary<ColumnMeaning, string> Names = Dictionary.ToDictionary(entry => entry.Meaning, entry => entry.Name);

    /// <summary>The headers accepted, for a refusal.</summary>
    internal static string Accepted => string.Join(", ", Dictionary.Select(entry => entry.Name));

    internal static string Name(ColumnMeaning meaning) => Names[meaning];

    /// <summary>What a header means, by its whole text; years and the numbering of columns, (4)=(2)+(3), do not count.</summary>
    internal static ColumnMeaning? Find(string header) =>
        header.Length is 0 or > 120 ? null
        : Meanings.TryGetValue(Key(header), out var meaning) ? meaning
        : NamesUnits(Key(header)) ? ColumnMeaning.Unit : null;

    /// <summary>Whether the column holds what was published, where another holds what the portal computed.</summary>
    internal static bool IsPublished(string header) => Key(header) is var key && (key.StartsWith("published ", StringComparison.Ordinal) || key.EndsWith(" da cong bo", StringComparison.Ordinal) || key.EndsWith(" cong bo", StringComparison.Ordinal));

    /// <summary>Whether a column of totals says that the scale stands in it too: “Tổng điểm / thang điểm”.</summary>
    internal static bool SpeaksOfScale(string header) => Key(header).Contains("thang diem", StringComparison.Ordinal);

    /// <summary>The years a header speaks of.</summary>
    internal static IReadOnlyList<int> YearsIn(string header) =>
        [.. VietnameseText.Fold(header).Split(' ').Where(word => word.Length == 4 && IsNumber(word) && word[..2] is "19" or "20").Select(word => (int)CountText.Read(word).Value!.Value)];

    /// <summary>“UBND các huyện, thị xã, thành phố”: nothing but types of units and words that go with them.</summary>
    private static bool NamesUnits(string key)
    {
        var rest = $" {key} ";
        foreach (var type in UnitTypes)
        {
            rest = rest.Replace($" {type} ", "  ", StringComparison.Ordinal);
        }

        return rest.Trim().Length < key.Length && rest.Split(' ', StringSplitOptions.RemoveEmptyEntries).All(word => BesideTypes.Contains(word, StringComparer.Ordinal));
    }

    private static readonly string[] UnitTypes =
        ["don vi", "co quan", "dia phuong", "so ban nganh", "so nganh", "cac so", "thanh pho", "thi xa", "thi tran", "dac khu", "huyen", "xa", "phuong"];

    private static readonly string[] BesideTypes =
        ["ten", "cac", "danh", "sach", "ubnd", "uy", "ban", "nhan", "dan", "tinh", "cap", "va", "thuoc", "truc", "tren", "dia", "hanh", "chinh", "chuyen", "mon", "duoc", "gia", "nganh", "quan", "tx", "tp", "tt"];

    private static string Key(string header)
    {
        var words = VietnameseText.Fold(header).Split(' ');
        return string.Join(' ', words.Where((word, i) => !IsNumber(word) && !(word == "nam" && i + 1 < words.Length && IsNumber(words[i + 1]))));
    }

    private static bool IsNumber(string word) => word.Length is > 0 and <= 4 && word.All(char.IsAsciiDigit);
}
