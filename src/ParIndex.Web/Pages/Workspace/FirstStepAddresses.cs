using Microsoft.AspNetCore.Mvc;
using ParIndex.Application.Duties;

namespace ParIndex.Web.Pages.Workspace;

/// <summary>What a step of the first day is called, why it is there, and where it is done.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Why">One sentence.</param>
/// <param name="Address">Where it is done.</param>
/// <param name="Button">What the button there says.</param>
public sealed record FirstStepPlace(string Name, string Why, string Address, string Button);

/// <summary>The steps as people read them.</summary>
public static class FirstStepAddresses
{
    /// <summary>A step as people read it.</summary>
    public static FirstStepPlace Step(this IUrlHelper url, FirstStepKind kind) => kind switch
    {
        FirstStepKind.Administrators => new("Ba người quản trị", "Việc quan trọng cần hai người của hai đơn vị; có ba người thì một người vắng vẫn làm được. Tạo bằng lệnh create-admin trên máy chủ; mỗi người đặt mật khẩu bằng mã dùng một lần.", url.To("/Admin/Accounts/Index"), "Xem tài khoản"),
        FirstStepKind.Posts => new("Người điều phối, Hội đồng, người công bố", "Mỗi tài khoản do một người quản trị lập và một người của đơn vị khác đồng ý ở mục Đề nghị; mỗi người giao một nửa mã.", url.To("/Admin/Accounts/Add"), "Thêm tài khoản"),
        FirstStepKind.Groups => new("Nhóm đơn vị", "Các đơn vị được chấm và xếp hạng theo nhóm: sở, ban, ngành; xã, phường.", url.To("/Workspace/Groups/Index"), "Xem nhóm đơn vị"),
        FirstStepKind.Units => new("Danh mục đơn vị", "Tải tệp Excel hoặc dán danh sách; xem trước rồi lưu tất cả một lần.", url.To("/Workspace/Units/Import"), "Nhập danh mục"),
        FirstStepKind.Officers => new("Cán bộ của từng đơn vị", "Mỗi đơn vị cần một cán bộ tự chấm điểm; nhập cả danh sách từ Excel.", url.To("/Admin/Accounts/Import"), "Nhập cán bộ"),
        FirstStepKind.CriteriaSet => new("Bộ tiêu chí", "Đọc từ phụ lục của quyết định ban hành (Word, Excel, trang web) hoặc soạn từng tiêu chí.", url.To("/Workspace/CriteriaSets/Import"), "Nhập bộ tiêu chí"),
        FirstStepKind.Round => new("Kỳ đánh giá", "Chọn năm, nhóm, bộ tiêu chí, thời hạn và người thẩm định.", url.To("/Workspace/Rounds/Create"), "Tạo kỳ đánh giá"),
        _ => new("Mở kỳ", "Trang của kỳ nêu những gì còn thiếu; mở xong, các đơn vị bắt đầu tự chấm điểm.", url.To("/Workspace/Rounds/Index"), "Xem kỳ đánh giá"),
    };
}
