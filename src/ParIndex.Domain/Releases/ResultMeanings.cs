using ParIndex.Domain.Tables;

namespace ParIndex.Domain.Releases;

/// <summary>What the columns of results mean to who takes the data.</summary>
internal static class ResultMeanings
{
    public static readonly FieldMeaning UnitCode = FieldMeaning.Text("Unit code", "Mã cố định của đơn vị trong danh mục; giữ nguyên khi đơn vị đổi tên.", "Permanent code of the unit in the register; it stays when the unit is renamed.").Always();

    public static readonly FieldMeaning UnitName = FieldMeaning.Text("Unit name", "Tên đầy đủ của đơn vị trong năm được đánh giá.", "Full name of the unit in the year assessed.").Always();

    public static readonly FieldMeaning UnitNameEn = FieldMeaning.Text("Unit name in English", "Tên tiếng Anh của đơn vị, nếu danh mục có.", "English name of the unit, where the register has one.");

    public static readonly FieldMeaning NameAsPrinted = FieldMeaning.Text("Name as printed", "Tên đúng như in trong bảng công bố; trống khi kết quả được tính trên hệ thống này.", "The name exactly as the published table prints it; empty where the results were computed here.");

    public static readonly FieldMeaning AppraisalScore = FieldMeaning.Number("Appraisal score", "Điểm thẩm định, điểm.", "Points of the appraisal.");

    public static readonly FieldMeaning SurveyScore = FieldMeaning.Number("Survey score", "Điểm điều tra xã hội học, điểm.", "Points of the sociological survey.");

    public static readonly FieldMeaning Bonus = FieldMeaning.Number("Bonus", "Điểm cộng được tính, điểm, ngoài thang điểm.", "Bonus points counted, outside the scale.");

    public static readonly FieldMeaning Penalty = FieldMeaning.Number("Penalty", "Điểm trừ được tính, điểm, là số không âm; tổng điểm đã trừ số này.", "Penalty points counted, not negative; the total has them taken off.");

    public static readonly FieldMeaning TotalScore = FieldMeaning.Number("Total score", "Tổng điểm = thẩm định + điều tra + cộng − trừ, điểm.", "Total = appraisal + survey + bonus − penalty, points.");

    public static readonly FieldMeaning Scale = FieldMeaning.Number("Scale", "Thang điểm của riêng đơn vị: tổng điểm tối đa của các tiêu chí áp dụng cho đơn vị, điểm.", "The unit's own scale: the sum of the maxima of the criteria that apply to it, points.");

    public static readonly FieldMeaning ScaleSource = FieldMeaning.Code("Source of the scale", "Thang điểm lấy từ đâu.", "Where the scale comes from.",
        new("derived", "tổng điểm tối đa của các tiêu chí áp dụng", "sum of the maxima that apply"),
        new("printed", "in trong bản công bố", "printed in the announcement"),
        new("inferred", "tính ngược từ số công bố, không phải số liệu chính thức", "inferred from the published figures, not official"));

    public static readonly FieldMeaning Index = FieldMeaning.Number("Index (%)", "Chỉ số = 100 × tổng điểm ÷ thang điểm, phần trăm, làm tròn một lần ở cuối.", "Index = 100 × total ÷ scale, per cent, rounded once at the end.");

    public static readonly FieldMeaning PublishedIndex = FieldMeaning.Number("Published index (%)", "Chỉ số đúng như in trong bảng công bố, phần trăm; khi có thì đây là số chính thức.", "The index exactly as printed, per cent; where there is one it is the official figure.");

    public static readonly FieldMeaning PublishedRating = FieldMeaning.Text("Published rating", "Xếp loại đúng như in trong bảng công bố.", "The rating exactly as printed.");

    public static readonly FieldMeaning PublishedOrder = FieldMeaning.Whole("Published order", "Số thứ tự đúng như in trong bảng công bố.", "The number printed before the unit.");

    public static readonly FieldMeaning Consistency = FieldMeaning.Code("Consistency", "Chỉ số đã công bố khớp với chỉ số tính lại đến đâu.", "How the printed index agrees with the recomputed one.",
        new("exact", "khớp", "exact"), new("withinRounding", "khớp trong phạm vi làm tròn", "within rounding"), new("inconsistent", "cần đối chiếu", "inconsistent"));

    public static readonly FieldMeaning Rating = FieldMeaning.Text("Rating", "Xếp loại theo các mức của khối trong năm đó.", "Rating by the bands of the group in that year.");

    public static readonly FieldMeaning Rank = FieldMeaning.Whole("Rank", "Thứ hạng trong danh sách xếp hạng; trống khi đơn vị không xếp hạng.", "Place within the ranking list; empty where the unit takes none.");

    public static readonly FieldMeaning Tied = FieldMeaning.YesNo("Tied", "Có đơn vị khác cùng thứ hạng.", "Whether another unit shares the place.");

    public static readonly FieldMeaning RankingList = FieldMeaning.Text("Ranking list", "Danh sách mà đơn vị được xếp hạng trong đó; trống khi khối có một danh sách.", "The list the unit is ranked in; empty where the group has one list.");

    public static readonly FieldMeaning Change = FieldMeaning.Number("Change (percentage points)", "Chỉ số chính thức trừ chỉ số năm trước, điểm phần trăm; chỉ dùng khi cột “so sánh được” không phải là không.", "Official index minus that of the year before, percentage points; not to be used where “comparable” is false.");

    public static readonly FieldMeaning Comparable = FieldMeaning.YesNo("Comparable", "Hai năm có so sánh trực tiếp được không; trống khi chưa đủ căn cứ.", "Whether the two years compare directly; empty where that cannot be known.");

    public static readonly FieldMeaning SpecialCase = FieldMeaning.YesNo("Special case", "Đơn vị đặc thù theo kế hoạch đánh giá.", "Whether the assessment plan marks the unit as a special case.").Always();

    public static readonly FieldMeaning RatingReason = FieldMeaning.Text("Reason of the cap", "Vì sao xếp loại thấp hơn mức của chỉ số.", "Why the rating is lower than the index alone gives.");

    public static readonly FieldMeaning WholeRank = FieldMeaning.Whole("Rank in the group", "Thứ hạng trong cả khối, bên cạnh thứ hạng trong danh sách.", "Place in the whole group, beside the one in the list.");

    public static readonly FieldMeaning RankReason = FieldMeaning.Text("Reason of the place", "Căn cứ đứng trước hoặc sau đơn vị cùng chỉ số.", "Why it stands before or behind a unit of the same index.");

    public static readonly FieldMeaning Group = FieldMeaning.Text("Group", "Khối đơn vị, như trong địa chỉ trang.", "Group of units, as in addresses.").Always();
}
