using System.Text.Json;
using System.Text.Json.Nodes;
using ParIndex.Application.NationalIndices;
using ParIndex.Application.Releases;
using ParIndex.Application.Units;
using ParIndex.Domain.Releases;
using ParIndex.Domain.Tables;

namespace ParIndex.Web.Endpoints.OpenApi;

/// <summary>
/// What the answers of the API look like, as JSON Schema. Rows are described by the very columns that write them; nothing may
/// stand in an answer that does not stand here.
/// </summary>
internal static class ApiSchemas
{
    private const string Digest = "^[0-9a-f]{64}$";

    /// <summary>A reference to a schema.</summary>
    public static JsonObject To(string name) => new() { ["$ref"] = "#/components/schemas/" + name };

    /// <summary>All of them by their names.</summary>
    public static JsonObject All() => new()
    {
        ["ReleaseFacts"] = Closed(Facts(), "Bản công bố", ("province", Always("string", "Tỉnh.")), ("sourceNote", Maybe("string", "Nguồn của số liệu lưu trữ."))),
        ["ReleaseListed"] = Closed(Facts(), "Một lần công bố trong danh sách", ("current", Always("boolean", "Là bản hiện hành của năm.")), ("publishedAt", new() { ["type"] = "string", ["format"] = "date-time", ["description"] = "Thời điểm công bố trên cổng, UTC." })),
        ["Group"] = Group(),
        ["Result"] = Row("Kết quả của một đơn vị", ResultColumns.Every, ResultColumns.Sometimes),
        ["UnitYear"] = Row("Kết quả của đơn vị trong một năm", ResultColumns.TableOf("", "", []).Columns.Concat(ResultColumns.Every.Where(column => ResultColumns.Sometimes.Contains(column.Key)).Select(column => column.Within<UnitYear>(year => year.Result))), ResultColumns.Sometimes),
        ["Reference"] = Row("Giá trị tham chiếu", ReferenceColumns.All),
        ["Criterion"] = Row("Lĩnh vực, tiêu chí hoặc tiêu chí thành phần", CriterionColumns.Every, CriterionColumns.Sometimes),
        ["Score"] = Row("Điểm của đơn vị ở một tiêu chí", UnitScorecard.ColumnsOf(places: 2), UnitScorecard.Sometimes),
        ["Unit"] = Row("Đơn vị trong danh mục", UnitColumns.All),
        ["UnitName"] = Row("Tên của đơn vị trong một thời gian", UnitJson.NameColumns),
        ["Succession"] = Row("Sáp nhập, chia tách, kết thúc hoạt động", UnitJson.LineageColumns),
        ["NationalIndex"] = Row("Chỉ số của tỉnh trong một năm", IndexColumns.All),
        ["OtherIndex"] = Row("Chỉ số khác của đơn vị trong một năm", IndexColumns.OfUnit),
        ["Releases"] = Closed("Danh sách bản công bố", ("releases", Many("ReleaseListed"))),
        ["Release"] = Closed("Bản công bố với số liệu các khối", ("release", To("ReleaseFacts")), ("groups", Many("Group"))),
        ["Results"] = Closed("Kết quả của một khối", ("release", To("ReleaseFacts")), ("group", To("Group")), ("results", Many("Result")), ("references", Many("Reference"))),
        ["CriteriaSet"] = Closed("Bộ tiêu chí của một khối", ("release", To("ReleaseFacts")), ("group", Named("slug")), ("criteria", Many("Criterion"))),
        ["Scorecard"] = Closed("Phiếu điểm của một đơn vị", ("release", To("ReleaseFacts")), ("unit", Named("code")), ("group", Always("string", "Khối.")), ("scores", Many("Score"))),
        ["Units"] = Closed("Một phần của danh mục đơn vị", [.. Part(), ("units", Many("Unit"))]),
        ["UnitDetail"] = Sometimes(Closed("Đơn vị với tên, tổ chức lại và kết quả qua các năm", ("unit", To("Unit")), ("names", Many("UnitName")), ("aliases", Texts("Cách viết khác của tên.")), ("successions", Many("Succession")), ("results", Many("UnitYear")), ("otherIndices", Many("OtherIndex"))), "otherIndices"),
        ["NationalIndices"] = Closed("Một phần của danh sách chỉ số", [.. Part(), ("nationalIndices", Many("NationalIndex"))]),
        ["Calculation"] = Calculation(),
        ["Problem"] = Problem(),
    };

    /// <summary>The schema of a row.</summary>
    /// <param name="title">What it is.</param>
    /// <param name="columns">The columns that write it; one name only once.</param>
    /// <param name="sometimes">Keys of those that not every answer has.</param>
    private static JsonObject Row<T>(string title, IEnumerable<Column<T>> columns, IReadOnlyList<string>? sometimes = null)
    {
        var distinct = columns.DistinctBy(column => column.Key).ToList();
        var nested = distinct.GroupBy(column => column.Key.Contains('.', StringComparison.Ordinal) ? column.Key.Split('.')[0] : column.Key, StringComparer.Ordinal);
        var row = Closed(title, [.. nested.Select(part => (part.Key, part.First().Key == part.Key
            ? Of(part.Single())
            : Closed(part.Key, [.. part.Select(column => (column.Key[(part.Key.Length + 1)..], Of(column)))])))]);
        return Sometimes(row, [.. sometimes ?? []]);
    }

    private static JsonObject Of<T>(Column<T> column)
    {
        var meaning = column.Meaning ?? throw new InvalidOperationException($"Column {column.Key} has no meaning: the public cannot be told what it holds.");
        var schema = new JsonObject { ["type"] = Type(meaning), ["title"] = column.Header, ["description"] = meaning.Note };
        if (meaning.Kind == CellKind.Day)
        {
            schema["format"] = "date";
        }

        if (meaning.Codes.Count > 0)
        {
            schema["enum"] = new JsonArray([.. meaning.Codes.Select(code => (JsonNode?)JsonValue.Create(code.Code)), .. meaning.IsAlways ? [] : new JsonNode?[] { null }]);
        }

        return schema;
    }

    private static JsonNode Type(FieldMeaning meaning)
    {
        var type = meaning.Kind switch
        {
            CellKind.Number => "number",
            CellKind.Whole => "integer",
            CellKind.YesNo => "boolean",
            _ => "string",
        };
        return meaning.IsAlways ? type : new JsonArray(type, "null");
    }

    private static JsonObject Always(string type, string note) => new() { ["type"] = type, ["description"] = note };

    private static JsonObject Maybe(string type, string note) => new() { ["type"] = new JsonArray(type, "null"), ["description"] = note };

    private static JsonObject Day(string note) => new() { ["type"] = new JsonArray("string", "null"), ["format"] = "date", ["description"] = note };

    private static JsonObject Many(string name) => new() { ["type"] = "array", ["items"] = To(name) };

    private static JsonObject Texts(string note) => new() { ["type"] = "array", ["items"] = new JsonObject { ["type"] = "string" }, ["description"] = note };

    /// <summary>An object that has all of these and nothing else.</summary>
    private static JsonObject Closed(string title, params (string Name, JsonObject Schema)[] properties) => Closed([], title, properties);

    private static JsonObject Closed(IEnumerable<(string Name, JsonObject Schema)> first, string title, params (string Name, JsonObject Schema)[] properties)
    {
        var all = first.Concat(properties).ToList();
        return new()
        {
            ["type"] = "object",
            ["title"] = title,
            ["properties"] = new JsonObject(all.Select(property => KeyValuePair.Create(property.Name, (JsonNode?)property.Schema))),
            ["required"] = new JsonArray([.. all.Select(property => (JsonNode)property.Name)]),
            ["additionalProperties"] = false,
        };
    }

    /// <summary>The same where some may be absent.</summary>
    private static JsonObject Sometimes(JsonObject schema, params IReadOnlyList<string> names)
    {
        schema["required"] = new JsonArray([.. schema["required"]!.AsArray().Select(name => name!.GetValue<string>()).Where(name => !names.Contains(name)).Select(name => (JsonNode)name)]);
        return schema;
    }

    private static JsonObject Named(string key) => Closed(key, (key, Always("string", "Mã trong địa chỉ.")), ("name", Always("string", "Tên.")), ("nameEn", Maybe("string", "Tên tiếng Anh.")));

    private static IEnumerable<(string Name, JsonObject Schema)> Part() =>
    [
        ("total", Always("integer", "Tổng số dòng.")), ("limit", Always("integer", "Số dòng nhiều nhất trong câu trả lời này.")), ("offset", Always("integer", "Số dòng đã bỏ qua.")),
    ];

    private static IEnumerable<(string Name, JsonObject Schema)> Facts() =>
    [
        ("year", Always("integer", "Năm được đánh giá.")),
        ("version", Always("integer", "Lần công bố của năm đó.")),
        ("change", new() { ["type"] = "string", ["enum"] = new JsonArray([.. Enum.GetNames<ReleaseChange>().Select(name => (JsonNode)JsonNamingPolicy.CamelCase.ConvertName(name))]), ["description"] = "So với lần trước: lần đầu, bổ sung, điều chỉnh, đính chính, thu hồi." }),
        ("changeReason", Maybe("string", "Lý do điều chỉnh, đính chính hoặc thu hồi.")),
        ("archive", Always("boolean", "Số liệu lấy từ bảng đã in; số đã in là số chính thức.")),
        ("decisionNumber", Maybe("string", "Số quyết định.")),
        ("decisionDate", Day("Ngày quyết định.")),
        ("announcedOn", Day("Ngày công bố.")),
        ("resultsDigest", new() { ["type"] = "string", ["pattern"] = Digest, ["description"] = "Mã kết quả: SHA-256 của bảng chuẩn." }),
    ];

    private static JsonObject Group() => Sometimes(
        Closed(
            "Khối đơn vị với số liệu chung",
            ("slug", Always("string", "Mã trong địa chỉ.")),
            ("name", Always("string", "Tên.")),
            ("nameEn", Maybe("string", "Tên tiếng Anh.")),
            ("units", Always("integer", "Số đơn vị.")),
            ("mean", Maybe("number", "Chỉ số trung bình, %.")),
            ("printedMean", Maybe("number", "Chỉ số trung bình in trong thông báo, %.")),
            ("meanChange", Maybe("number", "Thay đổi của trung bình so với năm trước, điểm phần trăm.")),
            ("ratings", new()
            {
                ["type"] = "array",
                ["items"] = Closed("Mức xếp loại", ("label", Always("string", "Tên mức.")), ("lowerLimit", Always("number", "Chỉ số từ mức này, %.")), ("units", Always("integer", "Số đơn vị."))),
            }),
            ("ranking", new() { ["type"] = "string", ["enum"] = new JsonArray("oneList", "byHeading", "bySpecialCase"), ["description"] = "Ai được xếp hạng với ai." }),
            ("wholePlaces", Always("boolean", "Có thứ hạng trong cả khối bên cạnh thứ hạng trong danh sách.")),
            ("criteriaRepairs", Texts("Những gì của bộ tiêu chí được sửa sau khi mở kỳ đánh giá.")),
            ("scaleNote", Maybe("string", "Vì sao thang điểm khác 100.")),
            ("sinceVersion", Always("integer", "Số liệu của khối giữ nguyên từ lần công bố này."))),
        "wholePlaces", "criteriaRepairs");

    private static JsonObject Calculation() => Closed(
        "Chỉ số tính từ điểm và thang điểm",
        ("addends", new()
        {
            ["type"] = "array",
            ["items"] = Closed("Một phần của tổng điểm", ("component", new() { ["type"] = "string", ["enum"] = new JsonArray("appraisal", "survey", "bonus", "penalty") }), ("points", Always("number", "Điểm."))),
        }),
        ("totalScore", Always("number", "Tổng điểm.")),
        ("scale", Always("number", "Thang điểm.")),
        ("unrounded", Maybe("number", "Chỉ số trước khi làm tròn, %.")),
        ("index", Maybe("number", "Chỉ số, %.")));

    private static JsonObject Problem()
    {
        var schema = Closed(
            "Vì sao không có câu trả lời (RFC 9457)",
            ("type", Always("string", "Luôn là about:blank.")),
            ("title", Always("string", "Ý nghĩa của mã trạng thái.")),
            ("status", Always("integer", "Mã trạng thái HTTP.")),
            ("requestId", Always("string", "Mã của yêu cầu, để hỏi quản trị.")),
            ("detail", Always("string", "Câu giải thích: cái gì không có, thay vào đó có gì.")),
            ("code", Always("string", "Mã của lỗi, không đổi khi câu được sửa.")),
            ("arguments", Always("object", "Dữ liệu của lỗi: years, versions, groups là những gì đang có; của số liệu đã thu hồi: version, date, reason, address là lần công bố nói vì sao.")),
            ("errors", Always("object", "Câu giải thích theo từng trường.")),
            ("problems", Always("array", "Mã của lỗi theo từng trường.")));
        return Sometimes(schema, "detail", "code", "arguments", "errors", "problems");
    }
}
