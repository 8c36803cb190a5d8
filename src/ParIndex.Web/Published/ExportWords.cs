using ParIndex.Web.Texts;

namespace ParIndex.Web.Published;

/// <summary>An export could not be made; the message is for the operator.</summary>
internal sealed class SiteExportException(string message) : Exception(message);

/// <summary>What a copy of the site says of itself, and what the verb says.</summary>
internal static class ExportWords
{
    /// <summary>At the end of each page, in its language.</summary>
    public static string Note(Language language, int year)
    {
        var text = language == Language.English
            ? $"Archived copy of the results of {year} as plain files: search, sorting, filters, trial calculation, the API, other years and staff sign-in are not part of it."
            : $"Bản lưu kết quả năm {year} dưới dạng tệp tĩnh: tìm kiếm, sắp xếp, lọc, tính thử, giao diện lập trình, các năm khác và phần đăng nhập của cán bộ không có trong bản lưu này.";
        return $"<p class=\"wrap source\">{text}</p>";
    }

    /// <summary>A page that leads on, where the portal answers with a redirect.</summary>
    /// <param name="path">Percent-encoded, so that it holds no sign of HTML.</param>
    public static string LeadingOn(string path) => $"""
        <!DOCTYPE html>
        <html lang="vi">
        <head><meta charset="utf-8"><title>Chuyển trang</title><meta http-equiv="refresh" content="0; url={path}"></head>
        <body><main><p><a href="{path}">Trang ở địa chỉ này</a></p></main></body>
        </html>

        """;

    public static string NotOurs(string folder) => $"Thư mục {folder} đã có và không phải bản lưu do lệnh này tạo ra (không có tệp {SiteExport.Digests}); chưa có gì thay đổi. Chọn thư mục khác.";

    public static string NotAnswered(string path, int status) => $"Trang {path} trả lời {status}; bản lưu chưa được ghi. Xem nhật ký rồi chạy lại lệnh này.";

    public static string NoYear(int year) => $"Chưa công bố kết quả năm {year}.";

    public static string NoAddress => "Cần địa chỉ công khai của cổng cho liên kết trong các trang: đặt Site:BaseAddress hoặc ghi --address, ví dụ --address https://cchc.laichau.gov.vn/.";

    public static string Written(int year, string folder, SiteCopy copy) => $"Đã ghi {copy.Pages} trang và {copy.Files} tệp của năm {year} vào {folder}.";
}
