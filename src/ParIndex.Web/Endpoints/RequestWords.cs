using ParIndex.Domain;

namespace ParIndex.Web.Endpoints;

/// <summary>Why a request of a script is not answered.</summary>
internal static class RequestWords
{
    public static Finding OldPage(bool isUpload) => new(
        "request.old-page",
        isUpload ? "Trang này đã cũ. Tải lại trang rồi chọn lại tệp; phần đã tải lên được giữ." : "Trang này đã cũ. Tải lại trang; nội dung đã gõ còn giữ trong trình duyệt.");

    public static Finding NoEdits(int most) => new("request.no-edits", $"Cần từ 1 đến {most} ô, mỗi ô có mã tiêu chí và mã của lần sửa.", ("most", most));

    public static Finding NoUpload() => new("request.no-upload", "Cần tên tệp, kích thước và năm.");

    public static Finding NoSlice(string type, string header) => new("request.no-slice", $"Cần kiểu nội dung {type} và vị trí {header}.", ("type", type), ("header", header));

    public static Finding SliceNotNext(long offset) => new("upload.slice-not-next", "Phần gửi lên không nối tiếp phần đã có.", ("offset", offset));
}
