using ParIndex.Application.Tables;
using ParIndex.Domain.Releases;
using ParIndex.Domain.Tables;

namespace ParIndex.Application.Releases;

/// <summary>Criteria sets with how the units did, and comparisons, as JSON.</summary>
public static class CriteriaJson
{
    /// <summary>The set of a group.</summary>
    public static byte[] Set(CriteriaReport report) => Document(report, "criteria", report.Table());

    /// <summary>One leaf with all units on it.</summary>
    /// <exception cref="ArgumentException">A node above leaves.</exception>
    public static byte[] Leaf(CriteriaReport report, CriterionStanding leaf)
    {
        ArgumentNullException.ThrowIfNull(report);
        return Document(report, "scores", report.TableOf(leaf));
    }

    /// <summary>Sides of a comparison with the releases they are of.</summary>
    public static byte[] Sides(SideBySide sides) => JsonTable.Document(json =>
    {
        ArgumentNullException.ThrowIfNull(sides);
        json.WriteStartObject();
        json.WriteStartArray("releases");
        foreach (var release in sides.Sides.Select(side => side.Year.Release).DistinctBy(release => release.Year))
        {
            ReleaseJson.WriteHead(json, release);
        }

        json.WriteEndArray();
        json.WritePropertyName("rows");
        var table = sides.Table();
        JsonTable.WriteRows(json, table.Columns, table.Rows);
        json.WriteEndObject();
    });

    private static byte[] Document<T>(CriteriaReport report, string rows, Table<T> table) => JsonTable.Document(json =>
    {
        json.WriteStartObject();
        json.WritePropertyName("release");
        ReleaseJson.WriteHead(json, report.Release);
        json.WriteString("group", report.Group.Slug);
        json.WritePropertyName(rows);
        JsonTable.WriteRows(json, table.Columns, table.Rows);
        json.WriteEndObject();
    });
}
