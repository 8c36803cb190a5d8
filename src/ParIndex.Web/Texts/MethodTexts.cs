using ParIndex.Domain;

namespace ParIndex.Web.Texts;

/// <summary>The method and its worked example. Its chapters are Vietnamese; in English a summary stands before them.</summary>
public class MethodTexts
{
    public virtual string Title => "Phương pháp";

    public virtual string Heading => "Phương pháp tính Chỉ số cải cách hành chính";

    public virtual string Formula => "Chỉ số (%) = tổng điểm đạt được ÷";

    public virtual string OwnScale => "thang điểm của chính đơn vị";

    public virtual string Recomputable => "Mọi số trên cổng đều tính lại được bằng công thức này.";

    /// <summary>What the Vietnamese chapters say, in short; <c>null</c> where they are read themselves.</summary>
    public virtual IReadOnlyList<string>? Summary => null;

    public virtual string Try => "Tính thử";

    public virtual string Appraisal => "Điểm thẩm định";

    public virtual string Survey => "Điểm điều tra xã hội học";

    public virtual string Bonus => "Điểm cộng (nếu có)";

    public virtual string Penalty => "Điểm trừ (nếu có)";

    public virtual string Scale => "Thang điểm của đơn vị";

    public virtual string InputHint => "Nhập 62,30 hoặc 62.30 đều được; tối đa hai chữ số thập phân, không dùng dấu phân cách hàng nghìn.";

    public virtual string Compute => "Tính chỉ số";

    public virtual string Wrong(string count) => $"Có {count} nội dung chưa đúng";

    /// <summary>What was wrong with a field and what is accepted.</summary>
    public virtual string Refusal(Finding refusal, string field)
    {
        ArgumentNullException.ThrowIfNull(refusal);
        return refusal.ToString();
    }

    public virtual string Steps => "Từng bước";

    public virtual string TotalIs => "Tổng điểm:";

    public virtual string Points => "điểm";

    public virtual string DividedByScale => "Chia cho thang điểm của đơn vị:";

    public virtual string AtMost100 => "Chỉ số không vượt quá 100, trừ khi quy định của khối cho phép.";

    public virtual string RoundedOnce => "Làm tròn một lần, đến hai chữ số thập phân, số 5 làm tròn lên:";

    public virtual string RatedBy(int year) => $"Xếp loại theo ngưỡng năm {year}:";
}
