namespace ParIndex.Web.Texts;

/// <summary>What became of units in a reorganisation, and on whose land they lie.</summary>
public class LandsTexts
{
    public virtual string Heading => "Sắp xếp đơn vị";

    public virtual string Ended(string day) => $"Đã kết thúc hoạt động từ ngày {day}.";

    public virtual string Successors => "Đơn vị kế thừa:";

    public virtual string Basis => "Căn cứ:";

    public virtual string OnItsLand(string count) => $"Trên địa bàn nay có {count} xã, phường:";

    public virtual string FormerDistricts(string day) => $"Trước ngày {day} thuộc địa bàn:";

    public virtual string FirstResult(int year) => $"Kết quả đầu tiên của đơn vị là của năm {year}, dự kiến công bố trong năm {year + 1}. Kết quả các năm trước là của các đơn vị trước sắp xếp, không so sánh trực tiếp.";
}
