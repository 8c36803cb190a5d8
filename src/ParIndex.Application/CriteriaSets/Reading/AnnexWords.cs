using ParIndex.Application.Reading;
using ParIndex.Domain;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Numbers;

namespace ParIndex.Application.CriteriaSets.Reading;

/// <summary>What reading the annex of a decision has to say.</summary>
internal static class AnnexWords
{
    public static Finding TooLarge() => ReadingWords.TooLarge("Hãy chỉ giữ lại bảng tiêu chí, bỏ hình ảnh.");

    public static Finding NoTable() => new("file.document-without-table", "Tệp Word không có bảng nào. Hãy gửi phụ lục có bảng tiêu chí, hoặc dán bảng vào ô bên dưới.");

    public static Finding SeveralTables() => new("annex.several-tables", "Tệp có nhiều bảng tiêu chí; hãy chọn một bảng.");

    public static Finding PastedTooLong() => new("annex.pasted-too-long", "Nội dung dán quá dài; hãy gửi tệp.");

    public static Finding PastedWithoutColumns() =>
        new("annex.pasted-without-columns", "Nội dung dán không có cột nào: hãy chọn cả bảng trong Word hoặc Excel rồi chép, dán lại.");

    public static Finding NoHeader() =>
        new("annex.header-missing", $"Không tìm thấy dòng tiêu đề của bảng tiêu chí. Tiêu đề được nhận: {CriteriaHeader.Accepted}.");

    public static Finding ColumnMissing(CriteriaMeaning column) =>
        new("annex.column-missing", $"Chưa có cột “{CriteriaHeader.Name(column)}”; hãy chọn cột tương ứng.", ("column", column));

    public static Finding ColumnTwice(CriteriaMeaning column, int columns) =>
        new("annex.column-twice", $"Có {columns} cột cùng được chọn là “{CriteriaHeader.Name(column)}”; chỉ giữ lại một cột.", ("column", column), ("columns", columns));

    public static Finding ColumnUnused(int number, string header, int cells, string example) => new(
        "annex.column-unused",
        $"Cột {number}{(header.Length > 0 ? $" “{CellText.Shorten(header)}”" : "")} không dùng: {cells} ô có nội dung, ví dụ “{CellText.Shorten(example)}”.",
        ("number", number), ("header", header), ("cells", cells));

    public static Finding TablePassedOver(int number) => new("annex.table-passed-over", $"Bỏ qua bảng {number} của tài liệu: không thuộc bảng tiêu chí.", ("number", number));

    public static Finding RowHidden(int table, int after, string text) => new(
        "annex.row-hidden",
        $"Không đọc dòng bị ẩn ở bảng {table}, sau dòng {after}: “{CellText.Shorten(text)}”.",
        ("table", table), ("after", after), ("text", text));

    public static Finding TextLeftOut(LeftOutText why, string text, CellPlace place) =>
        new("annex.text-left-out", $"Không đọc {NameOf(why)} “{CellText.Shorten(text)}” ở {place}.", ("why", why), ("text", text), ("place", place));

    public static Finding MoreLeftOut() => new("annex.more-left-out", "Còn nội dung ẩn, gạch bỏ hoặc chú thích khác không đọc; hãy bỏ chúng trong tệp để xem đủ.");

    public static Finding NotePassedOver(string text) => new("annex.note-passed-over", $"Không đọc dòng ghi chú: “{CellText.Shorten(text)}”.", ("text", text));

    public static Finding BeforeTheFirst(string text) => new("annex.row-before-the-first", $"Dòng đứng trước tiêu chí đầu tiên, không đọc: “{CellText.Shorten(text)}”.", ("text", text));

    public static Finding BetweenCriteria(string text, string field) => new(
        "annex.row-between-criteria",
        $"Dòng “{CellText.Shorten(text)}” đứng giữa các tiêu chí của “{field}”, không phải tiêu chí nên không dùng.",
        ("text", text), ("criterion", field));

    public static Finding TitleIsField(string title, string code) => new(
        "annex.title-is-field",
        $"Dòng “{CellText.Shorten(title)}” không có mã, được hiểu là lĩnh vực và ghi mã “{code}”.",
        ("text", title), ("criterion", code));

    public static Finding PointsAlone(string typed) =>
        new("annex.points-alone", $"Điểm “{CellText.Shorten(typed)}” đứng một mình, không có nội dung nên không dùng.", ("typed", typed));

    public static Finding CodeUnreadable(string typed) => new("annex.code-unreadable", $"Mã “{CellText.Shorten(typed)}” không đọc được; {CriterionCode.Accepted}.", ("typed", typed));

    public static Finding CodeTwice(string criterion, CellPlace before) =>
        new("annex.code-twice", $"Mã “{criterion}” đã có ở {before}; mã trong bộ tiêu chí không được trùng.", ("criterion", criterion), ("place", before));

    public static Finding ParentMissing(string criterion, string parent) =>
        new("annex.parent-missing", $"Không thấy tiêu chí cấp trên “{parent}” của “{criterion}” ở các dòng phía trên.", ("criterion", criterion), ("parent", parent));

    public static Finding NameMissing(string criterion) => new("annex.name-missing", $"Tiêu chí “{criterion}” không có tên.", ("criterion", criterion));

    public static Finding TooLong(CriteriaMeaning field, int length, int most) =>
        new("annex.text-too-long", $"{NameOf(field)} dài {length} ký tự, tối đa {most}.", ("column", field), ("length", length), ("most", most));

    public static Finding Maximum(string typed, Finding problem) => problem.Within($"Điểm tối đa “{CellText.Shorten(typed)}” {problem}.", ("typed", typed));

    public static Finding MaximumNotPositive() => new("annex.maximum-not-positive", "Điểm tối đa phải lớn hơn 0.");

    public static Finding MaximumMissing(string criterion) => new("annex.maximum-missing", $"Tiêu chí “{criterion}” không có điểm tối đa.", ("criterion", criterion));

    public static Finding MaximumAddedUp(string criterion, decimal sum) => new(
        "annex.maximum-added-up",
        $"“{criterion}” không ghi điểm tối đa; lấy tổng các tiêu chí bên dưới là {NumberWriter.VietnameseTrimmed(sum)}.",
        ("criterion", criterion), ("sum", sum));

    public static Finding SumDiffers(decimal printed, decimal sum) => new(
        "annex.sum-differs",
        $"Dòng tổng cộng ghi {NumberWriter.VietnameseTrimmed(printed)} điểm, các tiêu chí cộng lại là {NumberWriter.VietnameseTrimmed(sum)}.",
        ("printed", printed), ("sum", sum));

    public static Finding SumOfPartDiffers(string criterion, decimal printed, decimal sum) => new(
        "annex.sum-of-part-differs",
        $"Dòng cộng ghi {NumberWriter.VietnameseTrimmed(printed)} điểm, “{criterion}” là {NumberWriter.VietnameseTrimmed(sum)}.",
        ("criterion", criterion), ("printed", printed), ("sum", sum));

    public static Finding ColumnNotRead(int number) => new("annex.column-not-read", $"Cột {number} không dùng.", ("number", number));

    public static Finding CellNotUsed(CriteriaMeaning column, string text) => new(
        "annex.cell-not-used",
        $"“{CellText.Shorten(text)}” ở cột “{CriteriaHeader.Name(column)}” không thuộc tiêu chí nào nên không dùng.",
        ("column", column), ("text", text));

    public static Finding AboveTheHeadings() => new("annex.above-the-headings", "Đứng trên dòng tiêu đề của bảng.");

    public static Finding ColumnsFirst() => new("annex.columns-first", "Chưa đọc: phải chọn đủ các cột trước.");

    public static Finding DroppedByHand() => new("annex.dropped-by-hand", "Bỏ theo lựa chọn của người nhập.");

    public static Finding ReplacedByHand(CriteriaMeaning column) => new("annex.replaced-by-hand", $"{CriteriaHeader.Name(column)} được người nhập sửa lại.", ("column", column));

    public static Finding MergedAway(string kept) => new("annex.merged-away", $"Gộp vào dòng trên, dòng trên đã ghi “{CellText.Shorten(kept)}”.", ("kept", kept));

    public static Finding NothingToMergeInto() => new("annex.nothing-to-merge-into", "Không có dòng nào phía trên để gộp vào.");

    public static Finding CodeNeeded() => new("annex.code-needed", $"Dòng được chọn là tiêu chí nhưng chưa có mã; {CriterionCode.Accepted}.");

    public static Finding CodeWasDate(string typed, string criterion) => new(
        "annex.code-was-date",
        $"Mã “{typed}” là mã bị Excel đổi thành ngày; theo vị trí trong bảng là “{criterion}”.",
        ("typed", typed), ("criterion", criterion));

    public static Finding CodeIsDate(string typed) => new(
        "annex.code-is-date",
        $"Mã “{typed}” là mã bị Excel đổi thành ngày, vị trí trong bảng không cho biết mã nào; sửa mã của dòng này.",
        ("typed", typed));

    public static Finding CodeWasNumber(string typed, string criterion) => new(
        "annex.code-was-number",
        $"Mã “{typed}” là mã bị Excel đổi thành số; theo vị trí trong bảng là “{criterion}”.",
        ("typed", typed), ("criterion", criterion));

    public static Finding RuleUnreadable(string reason) => new("annex.rule-unreadable", $"Cách chấm vừa sửa không đọc được: {reason}", ("reason", reason));

    /// <summary>The remark of a criterion that special-case units are not scored by.</summary>
    public const string NotForSpecialUnits = "Không áp dụng đối với đơn vị đặc thù";

    public static string MostForSpecialUnits(string points) => $"Đơn vị đặc thù: tối đa {points} điểm";

    public static Finding SpecialMaximum(string typed) => new("annex.special-maximum", $"Điểm tối đa của đơn vị đặc thù “{CellText.Shorten(typed)}” không đọc được.", ("typed", typed));

    public static Finding SpecialSumDiffers(string? criterion, string typed, decimal sum) => new(
        "annex.special-sum-differs",
        $"Điểm của đơn vị đặc thù {(criterion is null ? "ở dòng tổng cộng" : $"của “{criterion}”")} ghi “{typed}”, các tiêu chí cộng lại là {NumberWriter.VietnameseTrimmed(sum)}.",
        ("criterion", criterion), ("typed", typed), ("sum", sum));

    public static Finding SpecialUnits(int exempt, int other) => new(
        "annex.special-units",
        $"Thang điểm của đơn vị đặc thù: {NumberWriter.VietnameseCount(exempt)} dòng không áp dụng, {NumberWriter.VietnameseCount(other)} dòng có điểm tối đa khác. Ghi ở ghi chú của từng tiêu chí; quyết định miễn ở bước thiết lập kỳ.",
        ("exempt", exempt), ("other", other));

    public static Finding ComponentUnknown(string typed) => new(
        "annex.component-unknown",
        $"Thành phần “{CellText.Shorten(typed)}” không hiểu được; ghi Thẩm định, Điều tra xã hội học, Điểm cộng hoặc Điểm trừ.",
        ("typed", typed));

    public static Finding DecimalsUnfit() => new("annex.decimals-unfit", "Số chữ số thập phân phải từ 0 đến 4.");

    public static Finding RuleOfNoLeaf(string criterion, string text) => new(
        "annex.rule-of-no-leaf",
        $"“{criterion}” có tiêu chí bên dưới nên không chấm trực tiếp; giữ nguyên văn, không dùng để chấm: “{OneLine(text)}”.",
        ("criterion", criterion), ("text", text));

    public static Finding RuleUnclear(string criterion, string text) => new(
        "annex.rule-unclear",
        $"Không hiểu cách chấm của “{criterion}”: “{OneLine(text)}”; ghi là “trực tiếp”, giữ nguyên văn; sửa tại dòng này hoặc sau khi nhận.",
        ("criterion", criterion), ("text", text));

    private static string OneLine(string text) => CellText.Shorten(text.Replace('\n', ' '));

    private static string NameOf(LeftOutText why) => why switch
    {
        LeftOutText.Deleted => "chữ đã xoá (theo dõi thay đổi)",
        LeftOutText.Hidden => "chữ ẩn",
        LeftOutText.Struck => "chữ bị gạch bỏ",
        _ => "chữ nâng cao hoặc hạ thấp (dấu chú thích)",
    };

    private static string NameOf(CriteriaMeaning field) => field switch
    {
        CriteriaMeaning.Name => "Tên tiêu chí",
        CriteriaMeaning.ScoringText => "Nguyên văn hướng dẫn chấm",
        CriteriaMeaning.Evidence => "Tài liệu kiểm chứng",
        CriteriaMeaning.Body => "Cơ quan thẩm định",
        CriteriaMeaning.NameEn => "Tên tiếng Anh",
        CriteriaMeaning.Rule => "Cách chấm",
        _ => "Ghi chú",
    };
}
