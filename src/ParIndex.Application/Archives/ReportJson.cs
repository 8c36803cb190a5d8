using System.Text.Encodings.Web;
using System.Text.Json;
using ParIndex.Application.Tables;
using ParIndex.Domain;
using ParIndex.Domain.Analysis;
using ParIndex.Domain.Releases;
using ParIndex.Domain.Tables;

namespace ParIndex.Application.Archives;

/// <summary>Writes a reconciliation report for a program (<c>--json</c>).</summary>
public static class ReportJson
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly JsonSerializerOptions Plain = new(JsonSerializerDefaults.Web);

    private static readonly IReadOnlyList<Column<RowReport>> Columns =
    [
        new("unit.code", "Mã đơn vị", row => Cell.Of(row.Unit.Code)),
        new("unit.nameAsPrinted", "Tên trong bảng", row => Cell.Of(row.Printed.UnitName)),
        new("unit.isNew", "Đơn vị mới", row => Cell.Of(row.IsNewUnit)),
        new("line", "Dòng", row => Cell.Of(row.Printed.Place.Line)),
        new("totalScore", "Tổng điểm", row => Cell.Of(row.Computed.TotalScore, row.Printed.Decimals.Scores)),
        new("scale", "Thang điểm", row => Cell.Trimmed(row.Computed.Totals.Scale?.Value)),
        new("scaleSource", "Nguồn thang điểm", row => Cell.Of(ResultColumns.Word(row.Computed.Totals.Scale?.Source))),
        new("index", "Chỉ số tính lại", row => Cell.Of(row.Computed.Index, 2)),
        new("publishedIndex", "Chỉ số công bố", row => Cell.Of(row.Printed.PublishedIndex, row.Printed.Decimals.Index)),
        new("lowestIndex", "Chỉ số thấp nhất có thể", row => Cell.Of(row.Reconciled.IndexInterval?.Low, 4)),
        new("highestIndex", "Chỉ số cao nhất có thể", row => Cell.Of(row.Reconciled.IndexInterval?.High, 4)),
        new("consistency", "Mức độ khớp", row => Cell.Of(ResultColumns.Word(row.Reconciled.Consistency))),
        new("publishedRating", "Xếp loại công bố", row => Cell.Of(row.Printed.PublishedRating)),
        new("rating", "Xếp loại", row => Cell.Of(row.Rating)),
        new("rank", "Hạng", row => Cell.Of(row.Computed.Rank)),
        new("tied", "Đồng hạng", row => Cell.Of(row.Computed.IsTied)),
        new("wholeRank", "Hạng trong khối", row => Cell.Of(row.Computed.WholeRank)),
        new("bestRank", "Hạng cao nhất có thể", row => Cell.Of(row.Range?.Best)),
        new("worstRank", "Hạng thấp nhất có thể", row => Cell.Of(row.Range?.Worst)),
        new("rankingList", "Danh sách xếp hạng", row => Cell.Of(row.Computed.RankingList)),
    ];

    /// <summary>The whole report, UTF-8, indented.</summary>
    public static byte[] Write(ReconciliationReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString("province", report.Request.Province);
            json.WriteNumber("year", report.Request.Year);
            json.WriteStartObject("rows");
            json.WriteNumber("exact", report.Count(Consistency.Exact));
            json.WriteNumber("withinRounding", report.Count(Consistency.WithinRounding));
            json.WriteNumber("inconsistent", report.Count(Consistency.Inconsistent));
            json.WriteNumber("unknown", report.Count(consistency: null));
            json.WriteEndObject();
            json.WriteStartArray("groups");
            foreach (var group in report.Groups)
            {
                WriteGroup(json, group);
            }

            json.WriteEndArray();
            WriteFindings(json, "remarks", "remarkCodes", report.Remarks);
            json.WriteEndObject();
        }

        return buffer.ToArray();
    }

    private static void WriteGroup(Utf8JsonWriter json, GroupReport group)
    {
        json.WriteStartObject();
        json.WriteString("slug", group.Group.Slug);
        json.WriteString("name", group.Group.Name);
        json.WriteString("ranking", group.Rules.Ranking.ToString());
        json.WritePropertyName("mean");
        JsonTable.WriteCell(json, Cell.Of(group.Summary.Mean, 2));
        json.WritePropertyName("printedMean");
        JsonTable.WriteCell(json, Cell.Of(group.PrintedMean, group.Decimals.Index));
        json.WritePropertyName("results");
        JsonTable.WriteRows(json, Columns, group.Rows);
        WriteFindings(json, "warnings", "warningCodes", group.Warnings);
        json.WriteEndObject();
    }

    /// <summary>The sentences for people and, in the same order, the codes for programs.</summary>
    private static void WriteFindings(Utf8JsonWriter json, string texts, string codes, IReadOnlyList<Finding> findings)
    {
        json.WritePropertyName(texts);
        JsonSerializer.Serialize(json, findings.Select(finding => finding.Text), Plain);
        json.WritePropertyName(codes);
        JsonSerializer.Serialize(json, findings.Select(finding => new { finding.Code, finding.Arguments }), Plain);
    }
}
