using ParIndex.Domain;

namespace ParIndex.Application.Reading;

/// <summary>
/// What readers of files and tables have to say: codes for programs, sentences for people. What ends a sentence whose
/// subject is a cell or a column is told so, and completed by <see cref="Figure"/>, <see cref="Doubtful"/> or <see cref="NotRead"/>.
/// </summary>
internal static class ReadingWords
{
    private const int MostQuoted = 12;

    public static Finding TooLarge(string whatToDo = "Hãy chỉ giữ lại bảng kết quả cần nhập.") => new("file.too-large", $"Tệp lớn hơn 5 MB. {whatToDo}", ("mostBytes", SourceTableReader.MostBytes));

    public static Finding FormTooLarge() => TooLarge("Hãy gửi lại đúng phiếu đã tải về từ phần mềm.");

    public static Finding Empty() => new("file.empty", $"Tệp không có nội dung. {SourceTableReader.Accepted}.");

    public static Finding OtherKind(FileSort sort, string accepted) => new("file.other-kind", $"{NameOf(sort)} không đọc được. {accepted}.", ("kind", sort));

    public static Finding NoWorkbook(FileSort? sort, string whatToDo, string otherwise = "Tệp") =>
        new("file.no-workbook", $"{(sort is { } known ? NameOf(known) : otherwise)} không phải là sổ tính XLSX. {whatToDo}", ("kind", sort));

    public static Finding NoForm(FileSort? sort) => NoWorkbook(sort, "Hãy gửi lại phiếu .xlsx đã tải về từ phần mềm, lưu dưới dạng .xlsx.", otherwise: "Tệp này");

    public static Finding DamagedWorkbook() => new("file.damaged-workbook", "Tệp XLSX bị hỏng. Hãy mở tệp bằng Excel và lưu lại thành .xlsx.");

    public static Finding DamagedDocument() => new("file.damaged-document", "Tệp DOCX bị hỏng. Hãy mở tệp bằng Word và lưu lại thành .docx.");

    public static Finding ForbiddenWorkbook() => new("file.forbidden-workbook", "Tệp XLSX bị hỏng hoặc có nội dung không được phép. Hãy mở tệp bằng Excel và lưu lại thành .xlsx.");

    public static Finding ForbiddenDocument() => new("file.forbidden-document", "Tệp DOCX bị hỏng hoặc có nội dung không được phép. Hãy mở tệp bằng Word và lưu lại thành .docx.");

    public static Finding TooManyParts(int most, string accepted) => new("file.too-many-parts", $"Tệp nén có quá {most} tệp bên trong. {accepted}.", ("most", most));

    public static Finding UnpacksTooLarge() => new("file.unpacks-too-large", "Tệp giải nén ra quá lớn (tối đa 100 MB và 100 lần kích thước tệp). Hãy chỉ giữ lại bảng kết quả cần nhập.");

    public static Finding NotText(int line) =>
        new("file.no-text", $"Dòng {line} có ký tự không đọc được. Hãy lưu tệp theo bảng mã UTF-8 (trong Excel: “CSV UTF-8”). {SourceTableReader.Accepted}.");

    public static Finding TangledPage() => new("file.tangled-page", "Trang web có quá nhiều thẻ lồng nhau hoặc không được đóng. Hãy chép bảng kết quả sang một tệp XLSX hoặc CSV.");

    public static Finding PageWithoutTable() => new("file.page-without-table", "Trang web không có bảng nào có dữ liệu. Hãy lưu trang có bảng kết quả dạng HTML đầy đủ.");

    public static Finding WorkbookWithoutData() => new("file.workbook-without-data", "Sổ tính không có trang tính nào đang hiện có dữ liệu.");

    public static Finding Macros() => new("file.macros", "Sổ tính có chứa macro; chỉ đọc dữ liệu trong ô, không chạy macro.");

    public static Finding UnclosedQuote() => new("file.unclosed-quote", "Dấu ngoặc kép mở ra mà không đóng lại; mỗi ô có dấu ngoặc kép phải có đủ hai dấu.");

    public static Finding TextAfterQuote() => new("file.text-after-quote", "Có chữ đứng sau dấu ngoặc kép đóng; dấu ngoặc kép bên trong ô phải được viết đôi (\"\").");

    public static Finding TableTooLarge(int rows, int columns) =>
        new("table.too-large", $"Bảng quá lớn: chỉ nhận tối đa {rows} dòng và {columns} cột; hãy xoá các dòng, cột trống ở cuối bảng.", ("mostRows", rows), ("mostColumns", columns));

    public static Finding NoSuchTable(bool isSheet, string asked, IReadOnlyList<TableLabel> tables) =>
        new("table.unknown", $"Tệp không có {(isSheet ? "trang tính" : "bảng")} “{asked}”; có: {Listed(tables)}.", ("typed", asked), ("tables", Names(tables)));

    public static Finding SeveralTables(IReadOnlyList<TableLabel> tables, string hint) =>
        new("table.several", $"Tệp có {tables.Count} bảng đọc được ({Listed(tables)}); {hint}.", ("tables", Names(tables)));

    public static Finding TableRead(TableLabel table) => new("table.read", $"Đọc {Label(table)}.", ("table", table.Name), ("number", table.Number));

    public static Finding TablePassedOver(TableLabel table, bool hasHeader, int rows, string first) => new(
        "table.passed-over",
        $"Bỏ qua {Label(table)}: {(hasHeader ? "không phải bảng được chọn" : "không có dòng tiêu đề nhận ra được")} ({rows} dòng, bắt đầu bằng “{CellText.Shorten(first)}”).",
        ("table", table.Name), ("number", table.Number), ("hasHeader", hasHeader), ("rows", rows));

    public static Finding SheetHidden(string sheet) => new("sheet.hidden", $"Bỏ qua trang tính ẩn “{sheet}”.", ("sheet", sheet));

    public static Finding SheetEmpty(string sheet) => new("sheet.empty", $"Bỏ qua trang tính “{sheet}”: không có dữ liệu đang hiện.", ("sheet", sheet));

    public static Finding OtherYear(int year, SourceCell title, IReadOnlyList<int> years, bool isOfSet = false) =>
        new("table.other-year", $"Cảnh báo: {(isOfSet ? "bộ tiêu chí là của năm" : "đang nhập năm")} {year} nhưng “{CellText.Shorten(title.Text)}” ({title.Place}) nói về năm {string.Join(", ", years)}.", ("year", year), ("typed", title.Text), ("years", years), ("place", title.Place));

    public static Finding Formulas(IReadOnlyList<CellPlace> cells) =>
        new("table.formulas", $"Lấy giá trị mà tệp đã lưu cho công thức ở {cells.Count} ô: {string.Join(", ", cells.Select(cell => cell.Name))}.", ("places", cells));

    public static Finding BlankRows(int rows) => new("table.blank-rows", $"Bỏ qua {rows} dòng trống.", ("rows", rows));

    public static Finding NoUnits() => new("table.no-units", "Không có đơn vị nào dưới dòng tiêu đề.");

    public static Finding NoHeader(int within, string accepted) => new("header.missing", $"Không tìm thấy dòng tiêu đề trong {within} dòng đầu. {accepted}", ("within", within));

    public static Finding DoubtfulHeader(SourceCell cell, Finding doubt, string accepted) =>
        doubt.Within($"Không tìm thấy dòng tiêu đề: “{CellText.Shorten(cell.Text)}” {doubt}. {accepted}", ("typed", cell.Text));

    public static Finding NoUnitColumn(IReadOnlyList<string> seen, string accepted) =>
        new("header.no-unit-column", $"Thiếu cột tên đơn vị. Tiêu đề đọc được: {Quoted(seen)}. {accepted}", ("headers", seen));

    public static Finding NoResultColumn(IReadOnlyList<string> seen, string accepted) => new(
        "header.no-result-column",
        $"Thiếu cột kết quả: cần có chỉ số, tổng điểm hoặc điểm thành phần. Tiêu đề đọc được: {Quoted(seen)}. {accepted}",
        ("headers", seen));

    public static Finding ColumnsOfOneMeaning(IReadOnlyList<string> headers, ColumnMeaning meaning) => new(
        "header.columns-of-one-meaning",
        $"Các cột {string.Join(" và ", headers.Select(header => $"“{header}”"))} cùng được hiểu là “{HeaderWords.Name(meaning)}”; chỉ giữ lại một cột.",
        ("headers", headers), ("column", meaning));

    public static Finding HeaderRepeated(CellPlace place) => new("header.repeated", $"Bỏ qua dòng tiêu đề lặp lại ở {place.Row}.", ("place", place));

    public static Finding HeaderAnew(CellPlace place) => new("header.anew", $"Từ {place.Row}, đọc theo dòng tiêu đề mới.", ("place", place));

    /// <summary>Ends a sentence whose subject is a column.</summary>
    public static Finding ColumnOfOtherYear(IReadOnlyList<int> years, int wanted) =>
        new("column.other-year", $"là số liệu năm {string.Join(", ", years)}, không phải năm {wanted} đang nhập", ("years", years), ("year", wanted));

    /// <inheritdoc cref="ColumnOfOtherYear" />
    public static Finding ColumnEmpty() => new("column.empty", "không có số liệu");

    /// <inheritdoc cref="ColumnOfOtherYear" />
    public static Finding ColumnRecomputed(string published) => new("column.recomputed", $"là số tính lại; đọc cột “{published}”", ("instead", published));

    /// <inheritdoc cref="ColumnOfOtherYear" />
    public static Finding ColumnOfRatings() => new("column.ratings-again", "chỉ có tên mức xếp loại, mà bảng đã có cột xếp loại");

    /// <inheritdoc cref="ColumnOfOtherYear" />
    public static Finding ColumnUnknown() => new("column.unknown", "không thuộc các tiêu đề được nhận");

    /// <summary>A column that would be needed.</summary>
    public static Finding NotRead(string header, Finding why) => why.Within($"Cột “{header}” {why}.", ("header", header));

    /// <summary>A column that is passed over.</summary>
    public static Finding ColumnPassedOver(string header, CellPlace place, Finding why) =>
        why.Within($"Bỏ qua cột “{CellText.Shorten(header)}” ({place}): {why}.", ("header", header), ("place", place));

    public static Finding ColumnNotUsed(SourceCell header) =>
        new("column.not-used", $"Bỏ qua cột “{CellText.Shorten(header.Text)}” ({header.Place}): không thuộc các cột được đọc.", ("header", header.Text), ("place", header.Place));

    public static Finding ColumnHidden(IReadOnlyList<SourceCell> cells) =>
        new("column.hidden", $"Không dùng cột ẩn, từ {cells[0].Place}: {Quoted(cells)}.", ("texts", Texts(cells)), ("place", cells[0].Place));

    public static Finding RowHidden(CellPlace place, IReadOnlyList<SourceCell> cells) =>
        new("row.hidden", $"Không dùng dòng ẩn, {place.Row}: {Quoted(cells)}.", ("texts", Texts(cells)), ("place", place));

    public static Finding CellHidden(SourceCell cell) =>
        new("cell.hidden", $"Không dùng ô ẩn, {cell.Place}: “{CellText.Shorten(cell.Text)}”.", ("text", cell.Text), ("place", cell.Place));

    public static Finding RowNotUsed(IReadOnlyList<SourceCell> cells) =>
        new("row.not-used", $"Không dùng {Quoted(cells)} ({cells[0].Place}).", ("texts", Texts(cells)), ("place", cells[0].Place));

    public static Finding RowPassedOver(CellPlace place, IReadOnlyList<SourceCell> cells) =>
        new("row.passed-over", $"Bỏ qua {place.Row}: {Quoted(cells)}.", ("texts", Texts(cells)), ("place", place));

    public static Finding HeadingPassedOver(CellPlace place, string heading) =>
        new("row.heading-passed-over", $"Bỏ qua {place.Row}: “{CellText.Shorten(heading)}”.", ("heading", heading), ("place", place));

    public static Finding ColumnNumbers(CellPlace place) => new("row.column-numbers", $"Bỏ qua dòng đánh số cột ở {place.Row}.", ("place", place));

    public static Finding OnlyNumber(CellPlace place) => new("row.only-number", $"Bỏ qua {place.Row}: chỉ có số thứ tự.", ("place", place));

    public static Finding MeanBesides(CellPlace place, IReadOnlyList<SourceCell> cells) =>
        new("row.mean-besides-index", $"Từ dòng trung bình, {place.Row}, chỉ lấy chỉ số; không dùng {Quoted(cells)}.", ("texts", Texts(cells)), ("place", place));

    public static Finding SummaryIsUnit(SourceCell name) =>
        new("row.numbered-summary", $"“{CellText.Shorten(name.Text)}” ({name.Place}) có số thứ tự nên được hiểu là một đơn vị.", ("typed", name.Text), ("place", name.Place));

    public static Finding CellsWithoutHeader(IReadOnlyList<SourceCell> cells) =>
        new("row.cells-without-header", $"Không dùng {Quoted(cells)} ({cells[0].Place}): cột không có tiêu đề.", ("texts", Texts(cells)), ("place", cells[0].Place));

    public static Finding GroupGoesOn(CellPlace place) =>
        new("row.group-goes-on", $"Ô nhóm để trống (đầu tiên ở {place.Row}) được hiểu là cùng nhóm với dòng trên.", ("place", place));

    public static Finding NameMissing() => new("row.name-missing", "Dòng có số liệu nhưng không có tên đơn vị.");

    public static Finding TooManyCells(SourceCell surplus) => new(
        "row.too-many-cells",
        $"Dòng có nhiều ô hơn dòng tiêu đề (“{CellText.Shorten(surplus.Text)}”); ô chứa dấu phân cách phải nằm trong dấu ngoặc kép.",
        ("typed", surplus.Text));

    public static Finding NameAlone(string name) => new(
        "row.name-alone",
        $"“{CellText.Shorten(name)}” đứng một mình, không có số liệu. Nếu là đơn vị, hãy nhập số liệu hoặc xoá dòng; nếu là tên nhóm, hãy ghi số La Mã trước tên.",
        ("typed", name));

    public static Finding NoFigures(string unit) =>
        new("row.no-figures", $"“{CellText.Shorten(unit)}” không có chỉ số, tổng điểm hay điểm thành phần nào; cần ít nhất một số liệu.", ("unit", unit));

    public static Finding MergedOverColumns(SourceCell cell) => new(
        "cell.merged-over-columns",
        $"Ô gộp qua {cell.ColumnSpan} cột (“{CellText.Shorten(cell.Text)}”): không biết số liệu thuộc cột nào; hãy bỏ gộp ô.",
        ("typed", cell.Text), ("columns", cell.ColumnSpan));

    public static Finding StruckOut(string left, CellPlace place) =>
        new("cell.struck-out", $"Bỏ phần gạch ngang hoặc ẩn “{CellText.Shorten(left)}” ở {place}.", ("text", left), ("place", place));

    /// <summary>Ends a sentence whose subject is a cell.</summary>
    public static Finding MergedOverRows() => new("cell.merged-over-rows", "là ô gộp qua nhiều dòng nên không biết là của đơn vị nào; hãy bỏ gộp ô và ghi số liệu của từng đơn vị");

    /// <inheritdoc cref="MergedOverRows" />
    public static Finding FormulaWithoutValue() => new("cell.formula-without-value", "là công thức chưa có giá trị; hãy mở tệp bằng Excel để tính rồi lưu lại, hoặc thay công thức bằng giá trị");

    /// <inheritdoc cref="MergedOverRows" />
    public static Finding FormulaError() => new("cell.formula-error", "là lỗi công thức của bảng tính; hãy sửa công thức hoặc nhập số");

    /// <inheritdoc cref="MergedOverRows" />
    public static Finding NoRating() => new("rating.no-word", "không phải là tên một mức xếp loại");

    /// <inheritdoc cref="MergedOverRows" />
    public static Finding ScaleNotPositive() => new("scale.not-positive", "phải lớn hơn 0");

    /// <inheritdoc cref="MergedOverRows" />
    public static Finding CountNotPositive() => new("number.not-positive", "phải từ 1 trở lên");

    /// <inheritdoc cref="MergedOverRows" />
    public static Finding IndexTooLarge(decimal most) => new("index.too-large", $"lớn hơn {most}; chỉ số tính bằng phần trăm, ví dụ 87,42", ("most", most));

    /// <inheritdoc cref="MergedOverRows" />
    public static Finding Fractions() => new("index.fractions", "và mọi chỉ số khác đều không quá 1: cột ghi tỷ số chứ không phải phần trăm; hãy nhân với 100 (0,91 ghi là 91)");

    public static Finding MaybeFraction(SourceCell cell, string unit) => new(
        "index.maybe-fraction",
        $"Chỉ số “{cell.Text}” của “{unit}” ({cell.Place}) không quá 1; hãy xem có phải là tỷ số chứ không phải phần trăm.",
        ("typed", cell.Text), ("unit", unit), ("place", cell.Place));

    public static Finding OneSpelling(IReadOnlyList<string> printed, string rating) =>
        new("rating.one-spelling", $"Xếp loại {string.Join(", ", printed.Select(word => $"“{CellText.Shorten(word)}”"))} được hiểu là “{rating}”.", ("typed", printed), ("rating", rating));

    /// <summary>What a number with too many digits behind the separator needs in a spreadsheet.</summary>
    public static Finding RoundInSheet(Finding problem, int decimals) =>
        problem.Within($"{problem}; trong Excel hãy làm tròn bằng hàm ROUND(…; {decimals}), vì định dạng ô chỉ làm tròn số nhìn thấy");

    /// <summary>A figure with what is wrong with it.</summary>
    public static Finding Figure(ColumnMeaning meaning, SourceCell cell, Finding reason) =>
        reason.Within($"{HeaderWords.Name(meaning)}: “{CellText.Shorten(cell.Text)}” {reason}.", ("column", meaning), ("typed", cell.Text));

    /// <summary>A cell that cannot be taken at its word, with why.</summary>
    public static Finding Doubtful(SourceCell cell, Finding doubt) => doubt.Within($"“{CellText.Shorten(cell.Text)}” {doubt}.", ("typed", cell.Text));

    private static string Listed(IReadOnlyList<TableLabel> tables) => string.Join("; ", tables.Select(Label));

    private static IReadOnlyList<string> Names(IReadOnlyList<TableLabel> tables) => [.. tables.Select(table => table.Name)];

    private static string Label(TableLabel table) =>
        table.IsSheet ? $"trang tính “{table.Name}”" : $"bảng {table.Number}{(table.Name.Length > 0 ? $" “{CellText.Shorten(table.Name)}”" : "")}";

    private static IReadOnlyList<string> Texts(IReadOnlyList<SourceCell> cells) => [.. cells.Select(cell => cell.Text).Where(text => text.Length > 0)];

    /// <summary>The texts of cells, as many as a sentence bears.</summary>
    private static string Quoted(IReadOnlyList<SourceCell> cells)
    {
        var texts = Texts(cells);
        return string.Join(", ", texts.Take(MostQuoted).Select(text => $"“{CellText.Shorten(text)}”")) + (texts.Count > MostQuoted ? $" và {texts.Count - MostQuoted} ô khác" : "");
    }

    private static string Quoted(IReadOnlyList<string> headers) => string.Join(", ", headers.Select(header => $"“{header}”"));

    private static string NameOf(FileSort sort) => sort switch
    {
        FileSort.Pdf => "Tệp PDF",
        FileSort.Png => "Tệp ảnh PNG",
        FileSort.Jpeg => "Tệp ảnh JPEG",
        FileSort.Gif => "Tệp ảnh GIF",
        FileSort.Rtf => "Tệp RTF",
        FileSort.Mhtml => "Trang web lưu dạng một tệp MHTML",
        FileSort.Archive => "Tệp nén",
        FileSort.LockedXlsx => "Tệp Excel có mật khẩu",
        FileSort.Doc => "Tệp Word (.doc)",
        FileSort.Xls => "Tệp Excel kiểu cũ (.xls)",
        FileSort.Docx => "Tệp Word (.docx)",
        FileSort.Xlsb => "Tệp Excel nhị phân (.xlsb)",
        _ => "Tệp nén không phải là sổ tính XLSX nên",
    };

    /// <summary>The names nearest to one that is not known, as a question; empty when there are none.</summary>
    public static string Nearest(IReadOnlyList<string> names) => names.Count > 0 ? $" Có phải là: {string.Join(", ", names)}?" : "";
}
