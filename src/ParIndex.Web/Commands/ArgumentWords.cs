using ParIndex.Domain;

namespace ParIndex.Web.Commands;

/// <summary>Why an argument of a verb, or a file it names, is not taken.</summary>
internal static class ArgumentWords
{
    /// <summary>What is wrong with the value of an option, after the option's name.</summary>
    public static Finding OfOption(string option, Finding reason) => reason.Within($"{option}: {reason}", ("option", option));

    public static Finding Text(string typed, int most) => new("argument.text", $"cần một đoạn chữ từ 1 đến {most} ký tự.", ("typed", typed), ("most", most));

    public static Finding Year(string typed, int first, int last) =>
        new("argument.year", $"“{typed}” không phải là một năm từ {first} đến {last}.", ("typed", typed), ("least", first), ("most", last));

    public static Finding Whole(string typed, int least, int most) =>
        new("argument.whole-number", $"“{typed}” không phải là số nguyên từ {least} đến {most}.", ("typed", typed), ("least", least), ("most", most));

    public static Finding Day(string typed) => new("argument.day", $"“{typed}” không phải là một ngày; ghi 2021-07-15 hoặc 15/7/2021.", ("typed", typed));

    /// <summary>A day that cannot be, with the reason of the rules.</summary>
    public static Finding DayUnfit(string typed, string reason) => new("argument.day-to-come", reason, ("typed", typed));

    /// <summary>A value that its own reader refuses, with its reason.</summary>
    public static Finding Unfit(string? typed, string reason) => new("argument.unfit", reason, ("typed", typed));

    public static Finding NoneOf(string typed, IReadOnlyList<string> words) =>
        new("argument.none-of", $"“{typed}” không phải là một trong: {string.Join(", ", words)}.", ("typed", typed), ("words", words));

    public static Finding Scale(string typed) =>
        new("argument.scale", $"không hiểu “{typed}”; cần dạng đơn vị=điểm với điểm lớn hơn 0, ví dụ \"Sở Ngoại vụ=78,5\".", ("typed", typed));

    public static Finding ScaleTwice(string unit) => new("argument.scale-twice", $"“{unit}” được chỉ định hai lần.", ("unit", unit));

    public static Finding IsFolder(string path) => new("argument.file-is-folder", $"{path} là thư mục, không phải tệp.", ("path", path));

    public static Finding NoFile(string path) => new("argument.file-missing", $"Không tìm thấy tệp {path}.", ("path", path));

    public static Finding MayNotRead(string path) => new("argument.file-forbidden", $"Không có quyền đọc tệp {path}.", ("path", path));

    public static Finding CannotRead(string path, string reason) => new("argument.file-unreadable", $"Không đọc được tệp {path}: {reason}", ("path", path));
}
