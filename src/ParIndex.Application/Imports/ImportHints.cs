namespace ParIndex.Application.Imports;

/// <summary>How the place where staff work names what they may change: an option of the command, or a field of the form.</summary>
/// <param name="CreateUnits">Lets units and groups be created.</param>
/// <param name="Group">Says of which group the rows are.</param>
/// <param name="Scale">Says the scale of a unit.</param>
/// <param name="Table">Says which table of several is meant.</param>
/// <param name="Confirm">Confirms rows that do not follow from their points.</param>
public sealed record ImportHints(string CreateUnits, string Group, string Scale, string Confirm, string Table)
{
    /// <summary>The options of <c>import-table</c>.</summary>
    public static readonly ImportHints CommandLine = new(
        "thêm --create-units", "hãy chỉ định --group, ví dụ --group so-nganh", "chỉ định bằng --scale", "thêm --confirm-inconsistent",
        "hãy chọn bằng --sheet, ví dụ --sheet \"Huyện\" hoặc --sheet 2");

    /// <summary>The fields of the staff page.</summary>
    public static readonly ImportHints Form = new(
        "đánh dấu “Tạo đơn vị chưa có trong danh mục”", "hãy chọn nhóm đơn vị", "ghi vào ô “Thang điểm của từng đơn vị”", "đánh dấu ô xác nhận",
        "hãy ghi tên hoặc số thứ tự vào ô “Trang tính hoặc bảng”");
}
