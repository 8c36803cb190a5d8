using ParIndex.Domain;

namespace ParIndex.Application.Evidence;

/// <summary>Why a file that somebody brings, or asks for, is not taken or given.</summary>
internal static class UploadWords
{
    public static Finding Empty() => new("upload.empty", "Tệp trống, không có nội dung.");

    public static Finding TooLarge() => new("upload.too-large", FileCheck.TooLarge, ("mostBytes", EvidenceSettings.MostBytes));

    public static Finding TooManyUnderWay(int most) =>
        new("upload.too-many-under-way", $"Đang có {most} tệp tải lên dở dang. Hãy hoàn thành các tệp đó; tệp bỏ dở được xóa sau 07 ngày.", ("most", most));

    public static Finding Gone() => new("upload.gone", "Không còn tệp đã tải lên (tệp dở dang được xóa sau 07 ngày). Hãy chọn lại tệp.");

    public static Finding Incomplete(string name, long bytes, long size) => new(
        "upload.incomplete",
        $"Tệp “{name}” mới tải lên được {FileWords.Size(bytes)} trong {FileWords.Size(size)}. Hãy chọn lại tệp để tải tiếp phần còn lại.",
        ("name", name), ("bytes", bytes), ("size", size));

    public static Finding NoRoom(long used, long quota, int year, long size) => new(
        "upload.no-room",
        $"Đơn vị đã dùng {FileWords.Size(used)} trong {FileWords.Size(quota)} được cấp cho năm {year}; tệp {FileWords.Size(size)} này không còn chỗ. Hãy giảm dung lượng tệp hoặc đề nghị quản trị hệ thống tăng hạn mức.",
        ("usedBytes", used), ("quotaBytes", quota), ("year", year), ("size", size));

    /// <summary>Another request is writing to the same upload: the sender tries again.</summary>
    public static Finding Busy() => new("upload.busy", "Phần trước của tệp này còn đang được ghi. Thử lại sau ít giây.");

    public static Finding OnlyPdf() => new("upload.only-pdf", "Chỗ này chỉ nhận tệp PDF, tối đa 20 MB.");

    public static Finding Malware() => new("upload.malware", "Chương trình quét mã độc từ chối tệp này. Hãy kiểm tra máy tính và tạo lại tệp từ nguồn tin cậy.");

    public static Finding ScannerAway() => new("upload.scanner-away", "Chương trình quét mã độc không trả lời nên tệp chưa được lưu. Vui lòng báo quản trị hệ thống rồi gửi lại.");

    public static Finding StoreGone() =>
        new("upload.store-gone", "Kho tệp của hệ thống đang không dùng được nên tệp chưa được lưu. Vui lòng báo quản trị hệ thống rồi gửi lại; nội dung khác không bị ảnh hưởng.");

    public static Finding StoreFull() => new("upload.store-full", "Máy chủ không ghi được tệp (có thể đã hết chỗ lưu) nên tệp chưa được lưu. Vui lòng báo quản trị hệ thống rồi gửi lại.");

    public static Finding Altered() =>
        new("upload.altered", "Tệp trong kho không còn đúng mã kiểm tra SHA-256 lúc được nộp, nên không được cung cấp; việc này đã được ghi vào nhật ký.");

    public static Finding OldOffice() => Unfit("upload.old-office", "Đây là tệp Office đời cũ (.doc, .xls) hoặc tệp Office có mật khẩu. Hãy lưu lại thành .docx, .xlsx hoặc PDF");

    public static Finding OtherKind() => Unfit("upload.other-kind", "Nội dung tệp không phải là một trong các loại được nhận, dù tên tệp có thể ghi khác");

    public static Finding CutShort() => Unfit("upload.cut-short", "Tệp bị hỏng hoặc bị cắt giữa chừng");

    public static Finding PdfCutShort() => Unfit("upload.pdf-cut-short", "Tệp PDF thiếu phần cuối: có thể bị hỏng hoặc tải về chưa hết");

    public static Finding PackageUnfit() => Unfit(
        "upload.package-unfit",
        "Tệp DOCX hoặc XLSX bị hỏng, có nội dung không được phép, hoặc giải nén ra quá lớn (tối đa 100 MB, 100 lần kích thước tệp và 2.000 tệp bên trong)");

    public static Finding HasMacros() => Unfit("upload.macros", "Tệp có chứa macro. Hãy lưu lại thành .docx hoặc .xlsx không có macro, hoặc PDF");

    public static Finding NoOfficeFile() => Unfit("upload.no-office-file", "Tệp nén này không phải là DOCX hoặc XLSX");

    public static Finding PictureDamaged() => Unfit("upload.picture-damaged", "Tệp ảnh bị hỏng");

    private static Finding Unfit(string code, string what) => new(code, $"{what}. {FileCheck.Accepted}.");
}
