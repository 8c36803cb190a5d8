namespace ParIndex.Web.Texts;

/// <summary>Who is responsible. The statements are Vietnamese; in English a summary stands before them.</summary>
public class AboutTexts
{
    public virtual string Title => "Giới thiệu";

    public virtual string Description => "Cơ quan chịu trách nhiệm, thông tin liên hệ, tuyên bố về khả năng tiếp cận và việc bảo vệ người đọc của cổng công bố Chỉ số cải cách hành chính.";

    public virtual string Lead(string place) => $"Cổng công bố kết quả xác định Chỉ số cải cách hành chính hằng năm của các cơ quan, đơn vị {place}: điểm số, xếp loại, xếp hạng, cách tính và dữ liệu để mọi người tra cứu, đối chiếu, trích dẫn.";

    public virtual string OfThe(string? province) => province is null ? "của tỉnh" : $"của {ParIndex.Domain.Text.VietnameseText.InSentence(province)}";

    /// <summary>What the Vietnamese statements say, in short; <c>null</c> where they are read themselves.</summary>
    public virtual IReadOnlyList<string>? Summary => null;

    public virtual string Responsible => "Cơ quan chịu trách nhiệm";

    public virtual string NotYet => "Thông tin về cơ quan chủ quản và đầu mối liên hệ đang được cập nhật.";

    public virtual string Address => "Địa chỉ";

    public virtual string Phone => "Điện thoại";

    public virtual string Email => "Thư điện tử";
}
