namespace ParIndex.Web.Texts;

/// <summary>The guide and the reference of the API.</summary>
public class ApiTexts
{
    public virtual string Title => "Đọc dữ liệu bằng Excel, R, Python và API";

    public virtual string Lead => "Chỉ đọc, không cần khóa, không cần đăng ký. Địa chỉ được giữ lâu dài.";

    public virtual string Reference => "Tra cứu API";

    public virtual string FiveLines => "Năm dòng là đủ";

    public virtual string AboutPowerQuery => "Dữ liệu › Lấy dữ liệu › Từ nguồn khác › Truy vấn trống › Trình soạn thảo nâng cao, rồi dán:";

    public virtual string Addresses => "Các địa chỉ";

    public virtual string Address => "Địa chỉ";

    public virtual string Answers => "Trả về";

    public virtual string Numbers => "Số và ô trống";

    public virtual string AboutNumbers => "Số là số JSON, dấu chấm thập phân, với đúng số chữ số thập phân đã công bố: số 0 ở cuối được giữ lại. Không có số liệu hoặc không áp dụng là null, không bao giờ là 0. Ngày theo ISO 8601.";

    public virtual string Versions => "Phiên bản";

    public virtual string AboutVersions => "Không nêu gì thì trả về bản hiện hành. ?version=1 ghim lần 1; câu trả lời đó không bao giờ thay đổi và trình duyệt giữ được một năm. Mọi câu trả lời có ETag.";

    public virtual string Parts => "Danh sách dài";

    public virtual string AboutParts(int usual, int most) => $"units và national-indices trả về {usual} dòng một lần; limit đổi số dòng (đến {most}), offset bỏ qua các dòng đầu. Tiêu đề Link nêu địa chỉ phần sau (next) và phần trước (prev).";

    public virtual string Refusals => "Khi không có";

    public virtual string AboutRefusals => "Câu trả lời là application/problem+json: detail giải thích, code không đổi theo thời gian, arguments nêu những năm, lần công bố, khối đang có.";

    public virtual string Limits => "Giới hạn";

    public virtual string AboutLimits(int burst, int aSecond, int whole) => $"Mỗi địa chỉ mạng được hỏi {burst} lần liền, sau đó {aSecond} lần mỗi giây; tệp trọn bản công bố {whole} lần liền, sau đó mỗi giây một lần. Quá mức thì nhận 429 và Retry-After. Cần tất cả thì tải gói ZIP.";

    public virtual string OtherSites => "Dùng từ trang khác";

    public virtual string AboutOtherSites => "Dữ liệu và API cho phép mọi trang đọc từ trình duyệt (CORS), không kèm cookie.";

    public virtual string AboutReference => "Lập từ chính tài liệu OpenAPI 3.1; câu trả lời không có gì ngoài những thuộc tính dưới đây.";

    public virtual string AnswersWith => "Trả về";

    public virtual string InPath => "trong địa chỉ";

    public virtual string InQuery => "tham số";

    public virtual string Example => "ví dụ";

    public virtual string Schemas => "Cấu trúc câu trả lời";

    public virtual string Property => "Thuộc tính";

    public virtual string Optional => "có thể vắng";
}
