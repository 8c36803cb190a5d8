namespace ParIndex.Web.Texts;

/// <summary>The province's own place in national tables, and other indices of a unit.</summary>
public class ProvinceTexts
{
    public virtual string Title => "Chỉ số của tỉnh";

    public virtual string Heading(string? province) => $"{province ?? "Tỉnh"} trong các bảng xếp hạng quốc gia";

    public virtual string Lead => "Thứ hạng và điểm của tỉnh do các cơ quan khác công bố, đặt bên cạnh Chỉ số cải cách hành chính mà tỉnh đánh giá các cơ quan, đơn vị của mình.";

    public virtual string Nothing => "Chưa có số liệu về chỉ số quốc gia của tỉnh.";

    public virtual string Meaning(string name) => name switch
    {
        "PAR INDEX" => "Chỉ số cải cách hành chính của các bộ, cơ quan ngang bộ, Ủy ban nhân dân các tỉnh, thành phố, do Bộ Nội vụ công bố.",
        "SIPAS" => "Chỉ số hài lòng của người dân, tổ chức đối với sự phục vụ của cơ quan hành chính nhà nước, do Bộ Nội vụ công bố.",
        "PAPI" => "Chỉ số hiệu quả quản trị và hành chính công cấp tỉnh, theo trải nghiệm của người dân.",
        "PCI" => "Chỉ số năng lực cạnh tranh cấp tỉnh, theo cảm nhận của doanh nghiệp.",
        "DDCI" => "Chỉ số năng lực cạnh tranh của sở, ban, ngành và địa phương, theo cảm nhận của doanh nghiệp.",
        _ => "",
    };

    public virtual string Chart(string index) => $"Thứ hạng {index} của tỉnh";

    public virtual string OverYears(string index) => $"{index} của tỉnh qua các năm";

    public virtual string Year => "Năm";

    public virtual string Score => "Điểm";

    public virtual string Place => "Thứ hạng";

    public virtual string DerivedMark => "suy ra, xem ghi chú";

    public virtual string Others => "Tỉnh khác được nêu trong cùng nguồn";

    public virtual string OthersCaption => "Chỉ số quốc gia của tỉnh khác";

    public virtual string Province => "Tỉnh";

    public virtual string Index => "Chỉ số";

    public virtual string Derived => "Suy ra bằng phép trừ từ mức thay đổi được nêu, không được in trực tiếp.";

    public virtual string Sources => "Số liệu trích từ tin đã công bố của các tỉnh; ô “–” là không được nêu.";

    public virtual string InGroup(string group) => $"nhóm {group}";

    public virtual string InRegion(string place) => $"thứ {place} trong vùng";

    public virtual string Among(int provinces) => $"Thứ hạng trong {provinces} tỉnh, thành phố";

    public virtual string AmongSince(IEnumerable<(int Provinces, int Year)> spans) =>
        $"Thứ hạng trong {string.Join(", ", spans.Select(span => $"{span.Provinces} tỉnh, thành phố từ năm {span.Year}"))}";

    public virtual string AmongAll => "Thứ hạng trong các tỉnh, thành phố";

    public virtual string ScoresBelow => "; dưới mỗi năm là điểm đạt được";

    public virtual string OnScale(IReadOnlyList<int> years, string scale) => $" {(years.Count > 1 ? "Các năm" : "Năm")} {string.Join(", ", years)} tính trên thang điểm {scale}.";
}
