using ParIndex.Domain.Tables;

namespace ParIndex.Domain.Releases;

/// <summary>What the columns of criteria, of points and of reference values mean to who takes the data.</summary>
internal static class CriterionMeanings
{
    public static readonly FieldMeaning Code = FieldMeaning.Text("Criterion code", "Mã của lĩnh vực, tiêu chí hoặc tiêu chí thành phần.", "Code of the field, criterion or sub-criterion.").Always();

    public static readonly FieldMeaning Depth = FieldMeaning.Whole("Depth", "Cấp trong bộ tiêu chí: 1 là lĩnh vực.", "Depth in the tree: 1 is a field.").Always();

    public static readonly FieldMeaning Name = FieldMeaning.Text("Criterion", "Tên lĩnh vực, tiêu chí, tiêu chí thành phần.", "Wording of the field, criterion or sub-criterion.").Always();

    public static readonly FieldMeaning NameEn = FieldMeaning.Text("Criterion in English", "Tên tiếng Anh, nếu có.", "English wording, where there is one.");

    public static readonly FieldMeaning MaxScore = FieldMeaning.Number("Maximum", "Điểm tối đa.", "Points at most.").Always();

    public static readonly FieldMeaning Component = FieldMeaning.Code("Component", "Phần của tổng điểm mà điểm này thuộc về.", "The part of the total the points belong to.",
        new("appraisal", "thẩm định", "appraisal"), new("survey", "điều tra xã hội học", "survey"), new("bonus", "điểm cộng", "bonus"), new("penalty", "điểm trừ", "penalty")).Always();

    public static readonly FieldMeaning Scored = FieldMeaning.YesNo("Scored", "Được chấm trực tiếp; nếu không, điểm là tổng của các tiêu chí bên dưới.", "Whether it is scored itself; otherwise its points are the sum of those below.").Always();

    public static readonly FieldMeaning Rule = FieldMeaning.Text("Rule", "Cách chấm, ở dạng máy đọc.", "The scoring rule, machine-readable.");

    public static readonly FieldMeaning ScoringText = FieldMeaning.Text("Scoring text", "Hướng dẫn chấm đúng nguyên văn quyết định.", "The decision's own scoring text, word for word.");

    public static readonly FieldMeaning FigureNoun = FieldMeaning.Text("Noun of the figure", "Số liệu đếm cái gì: nhiệm vụ, hồ sơ…", "What the raw figures count: tasks, dossiers…");

    public static readonly FieldMeaning Status = FieldMeaning.Code("Status", "Tình trạng của tiêu chí với đơn vị; không áp dụng khác với 0 điểm.", "Whether the criterion applied; not applicable is not 0.",
        new("scored", "đã chấm", "scored"), new("notApplicable", "không áp dụng", "not applicable")).Always();

    public static readonly FieldMeaning Points = FieldMeaning.Number("Points", "Điểm đạt; của tiêu chí điểm trừ là số điểm bị trừ. Trống khi không áp dụng.", "Points achieved; of a penalty those taken off. Empty where not applicable.");

    public static readonly FieldMeaning Achieved = FieldMeaning.Number("Achieved", "Số liệu: kết quả đạt được.", "Raw figure: achieved.");

    public static readonly FieldMeaning Required = FieldMeaning.Number("Required", "Số liệu: phải thực hiện.", "Raw figure: required.");

    public static readonly FieldMeaning Reason = FieldMeaning.Text("Reason", "Vì sao tiêu chí không áp dụng cho đơn vị.", "Why the criterion did not apply.");

    public static readonly FieldMeaning Counts = FieldMeaning.Text("Counts", "Số từng loại của tỷ lệ có trọng số, cách nhau bằng dấu cộng.", "Counts of each term of a weighted ratio, joined by plus signs.");

    public static readonly FieldMeaning Statement = FieldMeaning.Text("Statement", "Mức hoặc các nội dung mà đơn vị đạt.", "The level or statements that the unit meets.");

    public static readonly FieldMeaning Note = FieldMeaning.Text("Note", "Ghi chú của thẩm định, công bố cùng kết quả; chỉ có khi kế hoạch của khối cho phép.", "The appraisers' note in Vietnamese, published with the results; only where the group's plan allows it.");

    public static readonly FieldMeaning Lost = FieldMeaning.Number("Lost (percentage points)", "Phần của Chỉ số mất ở tiêu chí này = 100 × (tối đa − đạt) ÷ thang điểm, điểm phần trăm.", "Part of the index lost here = 100 × (maximum − points) ÷ scale, percentage points.");

    public static readonly FieldMeaning Median = FieldMeaning.Number("Median of the group", "Trung vị điểm của các đơn vị trong khối có cùng điểm tối đa.", "Median points of the group's units with the same maximum.");

    public static readonly FieldMeaning MedianUnits = FieldMeaning.Whole("Units of the median", "Số đơn vị mà trung vị tính trên đó.", "How many units the median is of.");

    public static readonly FieldMeaning UnitsAtMaximum = FieldMeaning.Whole("Units at maximum", "Số đơn vị của khối đạt điểm tối đa.", "Units of the group with full marks.");

    public static readonly FieldMeaning UnitsScored = FieldMeaning.Whole("Units scored", "Số đơn vị của khối mà tiêu chí áp dụng.", "Units of the group it applied to.");

    public static readonly FieldMeaning Measure = FieldMeaning.Code("Measure", "Giá trị đo cái gì.", "What is measured.",
        new("index", "Chỉ số của đơn vị, %", "a unit's index, %"), new("meanIndex", "Chỉ số trung bình của khối, %", "the group's mean index, %"), new("unitsRated", "số đơn vị có xếp loại nêu ở cột xếp loại", "units with the rating named"),
        new("unitsRisen", "số đơn vị tăng so với năm trước", "units that rose"), new("unitsFallen", "số đơn vị giảm so với năm trước", "units that fell")).Always();

    public static readonly FieldMeaning RatedAs = FieldMeaning.Text("Rating", "Xếp loại được đếm.", "The rating that is counted.");

    public static readonly FieldMeaning OfYear = FieldMeaning.Whole("Year of the value", "Năm của giá trị.", "The year the value is of.").Always();

    public static readonly FieldMeaning Value = FieldMeaning.Number("Value", "Giá trị: phần trăm, hoặc số đơn vị.", "Per cent, or a number of units.").Always();

    public static readonly FieldMeaning ReferenceSource = FieldMeaning.Code("Source", "Giá trị được biết từ đâu.", "How the value is known.",
        new("quoted", "trích dẫn từ thông báo", "quoted from the announcement"), new("derived", "suy ra bằng phép trừ", "derived by subtraction"), new("released", "đếm từ bản công bố trên cổng", "counted from results released here")).Always();

    public static readonly FieldMeaning UnitOfValue = FieldMeaning.Text("Unit code", "Mã đơn vị, khi giá trị là của một đơn vị.", "Code of the unit, where the value is of one.");
}
