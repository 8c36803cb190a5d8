using ParIndex.Domain.Units;

namespace ParIndex.Web.Texts;

/// <summary>The directory of units.</summary>
public class DirectoryTexts
{
    public virtual string Title => "Danh mục đơn vị";

    public virtual string Heading => "Cơ quan, đơn vị";

    public virtual string Nothing => "Danh mục chưa có đơn vị nào. Đơn vị được tạo khi nhập bảng kết quả đầu tiên.";

    public virtual string Unit => "Đơn vị";

    public virtual string NewestYear => "Năm gần nhất";

    public virtual string Index => "Chỉ số (%)";

    public virtual string Rating => "Xếp loại";

    public virtual string Former => "Tên trước đây:";

    public virtual string EndedFrom(string day) => $"Kết thúc hoạt động từ ngày {day}";

    public virtual string NoResult => "Chưa có kết quả được công bố";

    public virtual string Kind(UnitKind kind) => kind switch
    {
        UnitKind.Department => "Sở, ban, ngành",
        UnitKind.District => "Huyện, thành phố",
        UnitKind.Commune => "Xã, phường",
        _ => "Cơ quan, đơn vị khác",
    };
}
