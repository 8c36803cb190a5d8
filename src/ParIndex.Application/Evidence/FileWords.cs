using System.Globalization;
using ParIndex.Domain.Evidence;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Text;

namespace ParIndex.Application.Evidence;

/// <summary>Names and sizes of files, as people read them.</summary>
public static class FileWords
{
    private const int MostName = 200;

    private const decimal Kilobyte = 1024;

    private static readonly (FileMarks Mark, string Words)[] Marks =
    [
        (FileMarks.Altered, "tệp trong kho không còn nguyên vẹn so với lúc nộp, không tải xuống được"),
        (FileMarks.Script, "tệp có mã lệnh chạy khi mở"),
        (FileMarks.Launch, "tệp gọi chương trình khác"),
        (FileMarks.EmbeddedFiles, "có tệp khác đính kèm bên trong"),
        (FileMarks.Form, "có biểu mẫu để điền hoặc gửi đi"),
        (FileMarks.RemoteTemplate, "dùng mẫu văn bản từ máy khác"),
        (FileMarks.ExternalLinks, "tải hoặc liên kết nội dung từ nơi khác"),
        (FileMarks.Unchecked, "có phần mã hoá hoặc nén không kiểm tra được"),
    ];

    /// <summary>A kind, as people call it.</summary>
    public static string Of(FileKind kind) => kind switch
    {
        FileKind.Pdf => "PDF",
        FileKind.Docx => "DOCX",
        FileKind.Xlsx => "XLSX",
        FileKind.Jpeg => "JPEG",
        _ => "PNG",
    };

    /// <summary>What a reader is told of a file before opening it, or an empty text.</summary>
    public static string Of(FileMarks? marks)
    {
        var known = marks ?? FileMarks.None;
        return string.Join("; ", Marks.Where(mark => known.HasFlag(mark.Mark)).Select(mark => mark.Words));
    }

    /// <summary>A sender's name, short enough to be noted; it is cleaned when the file is kept.</summary>
    public static string Clip(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        // The end tells the kind.
        return string.IsNullOrWhiteSpace(name) ? "tai-lieu" : name.Length > MostName ? name[^MostName..] : name;
    }

    /// <summary>A size: “1,4 MB”.</summary>
    public static string Size(long bytes) => bytes switch
    {
        < 1024 => $"{bytes} byte",
        < 1024 * 1024 => $"{NumberWriter.VietnameseTrimmed(Rounding.HalfAwayFromZero(bytes / Kilobyte, 0))} KB",
        _ => $"{NumberWriter.VietnameseTrimmed(Rounding.HalfAwayFromZero(bytes / Kilobyte / Kilobyte, 1))} MB",
    };

    /// <summary>The media type a kind is sent as.</summary>
    public static string MediaType(FileKind kind) => kind switch
    {
        FileKind.Pdf => "application/pdf",
        FileKind.Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        FileKind.Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        FileKind.Jpeg => "image/jpeg",
        _ => "image/png",
    };

    /// <summary>
    /// The last part of a name, without what misleads the eye or the shell, ending as its content says: a name is
    /// shown to other people and becomes a file of theirs.
    /// </summary>
    public static string CleanName(string name, FileKind kind)
    {
        ArgumentNullException.ThrowIfNull(name);
        var last = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        var plain = VietnameseText.Normalize(string.Concat(last.Where(letter => char.GetUnicodeCategory(letter) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator) && !"<>:\"|?*".Contains(letter, StringComparison.Ordinal))));
        var endings = Endings(kind);
        var ending = Array.Find(endings, known => plain.EndsWith(known, StringComparison.OrdinalIgnoreCase));
        var stem = (ending is null ? plain : plain[..^ending.Length]).Trim(' ', '.');
        var most = MostName - (ending ?? endings[0]).Length;
        return (stem.Length == 0 ? "tai-lieu" : stem.Length > most ? stem[..most] : stem) + (ending ?? endings[0]);
    }

    private static string[] Endings(FileKind kind) => kind switch
    {
        FileKind.Pdf => [".pdf"],
        FileKind.Docx => [".docx"],
        FileKind.Xlsx => [".xlsx"],
        FileKind.Jpeg => [".jpg", ".jpeg"],
        _ => [".png"],
    };
}
