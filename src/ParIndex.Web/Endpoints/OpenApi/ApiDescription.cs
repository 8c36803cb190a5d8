using System.Text.Json.Nodes;
using ParIndex.Application.Tables;

namespace ParIndex.Web.Endpoints.OpenApi;

/// <summary>What may be asked of an address of the API.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Place">Where it stands: <c>path</c> or <c>query</c>.</param>
/// <param name="Type">Type of its value in JSON Schema.</param>
/// <param name="Note">What it says, Vietnamese.</param>
/// <param name="Example">A value that answers in many portals.</param>
internal sealed record ApiParameter(string Name, string Place, string Type, string Note, string Example);

/// <summary>One address of the API.</summary>
/// <param name="Path">The path with its parameters in braces.</param>
/// <param name="Id">A name for programs that are made from the description.</param>
/// <param name="Title">What it answers, Vietnamese.</param>
/// <param name="Answer">The name of the schema of its answer.</param>
/// <param name="Parameters">What may be asked.</param>
internal sealed record ApiOperation(string Path, string Id, string Title, string Answer, params IReadOnlyList<ApiParameter> Parameters)
{
    /// <summary>Whether something asked for may not be there.</summary>
    public bool MayBeAbsent => Parameters.Any(parameter => parameter.Place == "path");
}

/// <summary>The description of the API in OpenAPI 3.1: made from the list of its addresses and from the columns of its answers.</summary>
internal static class ApiDescription
{
    private static readonly ApiParameter Year = new("year", "path", "integer", "Năm được đánh giá.", "2025");

    private static readonly ApiParameter Group = new("group", "path", "string", "Mã khối đơn vị, như trong địa chỉ trang: so-nganh, huyen, xa.", "so-nganh");

    private static readonly ApiParameter Unit = new("unit", "path", "string", "Mã đơn vị trong danh mục.", "so-noi-vu");

    private static readonly ApiParameter Version = new("version", "query", "integer", "Lần công bố; không có thì là bản hiện hành. Câu trả lời có nêu lần không bao giờ thay đổi.", "1");

    private static readonly ApiParameter Limit = new("limit", "query", "integer", $"Số dòng nhiều nhất, từ 1 đến {DataPage.Most}; không có thì là {DataPage.Usual}.", "50");

    private static readonly ApiParameter Offset = new("offset", "query", "integer", "Số dòng bỏ qua, từ 0. Tiêu đề Link của câu trả lời nêu địa chỉ phần sau và phần trước.", "0");

    /// <summary>Every address that is read.</summary>
    public static readonly IReadOnlyList<ApiOperation> Operations =
    [
        new("/api/v1/releases", "listReleases", "Mọi lần công bố, mới nhất trước", "Releases"),
        new("/api/v1/releases/{year}", "getRelease", "Một bản công bố với số liệu chung của các khối", "Release", Year, Version),
        new("/api/v1/releases/{year}/groups/{group}/results", "listResults", "Kết quả các đơn vị của một khối", "Results", Year, Group, Version),
        new("/api/v1/criteria-sets/{year}/{group}", "getCriteriaSet", "Bộ tiêu chí của một khối", "CriteriaSet", Year, Group, Version),
        new("/api/v1/units", "listUnits", "Danh mục đơn vị, hoặc các đơn vị tìm thấy", "Units",
            new("q", "query", "string", "Tìm theo tên, tên cũ, tên viết tắt, không cần dấu; kết quả sát nhất trước.", "so noi vu"), Limit, Offset),
        new("/api/v1/units/{unit}", "getUnit", "Một đơn vị: tên, tổ chức lại, kết quả qua các năm", "UnitDetail", Unit),
        new("/api/v1/units/{unit}/scorecards/{year}", "getScorecard", "Điểm từng tiêu chí của một đơn vị", "Scorecard", Unit, Year, Version),
        new("/api/v1/national-indices", "listNationalIndices", "Chỉ số của tỉnh trong các bảng xếp hạng quốc gia", "NationalIndices", Limit, Offset),
        new("/api/v1/calculate", "calculate", "Tính Chỉ số từ điểm và thang điểm, không lưu gì", "Calculation", [.. Typed()]),
    ];

    /// <summary>The document.</summary>
    public static byte[] Document => Made.Value;

    private static readonly Lazy<byte[]> Made = new(() => JsonTable.Document(json => Node().WriteTo(json)));

    private static IEnumerable<ApiParameter> Typed() =>
        new[] { ("appraisalScore", "Điểm thẩm định.", "62,30"), ("surveyScore", "Điểm điều tra xã hội học.", "23,37"), ("bonus", "Điểm cộng.", "0"), ("penalty", "Điểm trừ.", "0"), ("scale", "Thang điểm của đơn vị.", "98") }
            .Select(field => new ApiParameter(field.Item1, "query", "string", field.Item2 + " Dấu thập phân là phẩy hoặc chấm.", field.Item3));

    private static JsonObject Node() => new()
    {
        ["openapi"] = "3.1.0",
        ["info"] = new JsonObject
        {
            ["title"] = "Chỉ số cải cách hành chính: dữ liệu mở",
            ["version"] = "1",
            ["description"] = "Chỉ đọc, không cần khóa. Số là số JSON với đúng số chữ số thập phân đã công bố; không có số liệu là null, không phải 0. Ngày theo ISO 8601. Câu trả lời có ETag: gửi lại bằng If-None-Match để không tải lại.",
        },
        ["servers"] = new JsonArray(new JsonObject { ["url"] = "/" }),
        ["paths"] = new JsonObject(Operations.Select(operation => KeyValuePair.Create(operation.Path, (JsonNode?)PathItem(operation)))),
        ["components"] = new JsonObject { ["schemas"] = ApiSchemas.All() },
    };

    private static JsonObject PathItem(ApiOperation operation)
    {
        var item = new JsonObject { ["get"] = Get(operation) };
        if (operation.Id == "calculate")
        {
            item["post"] = Post(operation);
        }

        return item;
    }

    private static JsonObject Get(ApiOperation operation) => new()
    {
        ["operationId"] = operation.Id,
        ["summary"] = operation.Title,
        ["parameters"] = new JsonArray([.. operation.Parameters.Select(Parameter)]),
        ["responses"] = Responses(operation),
    };

    private static JsonObject Post(ApiOperation operation)
    {
        JsonObject Body() => new()
        {
            ["schema"] = new JsonObject
            {
                ["type"] = "object",
                ["properties"] = new JsonObject(operation.Parameters.Select(field => KeyValuePair.Create(field.Name, (JsonNode?)new JsonObject { ["type"] = new JsonArray("string", "number", "null"), ["description"] = field.Note }))),
                ["required"] = new JsonArray("scale"),
            },
        };
        return new()
        {
            ["operationId"] = operation.Id + "Posted",
            ["summary"] = operation.Title,
            ["requestBody"] = new JsonObject { ["required"] = true, ["content"] = new JsonObject { ["application/json"] = Body(), ["application/x-www-form-urlencoded"] = Body() } },
            ["responses"] = Responses(operation),
        };
    }

    private static JsonNode Parameter(ApiParameter parameter) => new JsonObject
    {
        ["name"] = parameter.Name,
        ["in"] = parameter.Place,
        ["required"] = parameter.Place == "path",
        ["description"] = parameter.Note,
        ["schema"] = new JsonObject { ["type"] = parameter.Type },
        ["example"] = parameter.Type == "integer" ? int.Parse(parameter.Example, System.Globalization.CultureInfo.InvariantCulture) : parameter.Example,
    };

    private static JsonObject Responses(ApiOperation operation)
    {
        var responses = new JsonObject { ["200"] = Response(operation.Title, "application/json", operation.Answer) };
        if (operation.Parameters.Any(parameter => parameter.Place == "query"))
        {
            responses["400"] = Refusal("Tham số không đọc được; câu trả lời nói trường nào và nhận gì.");
        }

        if (operation.MayBeAbsent)
        {
            responses["404"] = Refusal("Không có; câu trả lời nêu những năm, lần công bố hoặc khối đang có, hoặc số liệu đã được thu hồi ở lần công bố nào, vì sao (mã open-data.withdrawn).");
        }

        responses["429"] = Refusal("Hỏi quá nhanh; tiêu đề Retry-After nói sau bao nhiêu giây.");
        return responses;
    }

    private static JsonObject Refusal(string note) => Response(note, "application/problem+json", "Problem");

    private static JsonObject Response(string note, string type, string schema) => new()
    {
        ["description"] = note,
        ["content"] = new JsonObject { [type] = new JsonObject { ["schema"] = ApiSchemas.To(schema) } },
    };
}
