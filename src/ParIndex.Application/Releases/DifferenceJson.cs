using ParIndex.Application.Tables;
using ParIndex.Domain.Releases;

namespace ParIndex.Application.Releases;

/// <summary>What one version says otherwise than the one before, as JSON.</summary>
public static class DifferenceJson
{
    /// <summary>Both versions, whether the change is substantial, and every cell.</summary>
    public static byte[] Of(VersionDifference difference)
    {
        ArgumentNullException.ThrowIfNull(difference);
        return JsonTable.Document(json =>
        {
            json.WriteStartObject();
            json.WritePropertyName("before");
            ReleaseJson.WriteHead(json, difference.Before);
            json.WritePropertyName("after");
            ReleaseJson.WriteHead(json, difference.After);
            json.WriteString("reason", difference.After.ChangeReason);
            json.WriteBoolean("isSubstantial", difference.IsSubstantial);
            json.WriteStartArray("addedGroups");
            difference.Added.ToList().ForEach(group => json.WriteStringValue(group.Slug));
            json.WriteEndArray();
            json.WriteStartArray("withdrawnGroups");
            difference.Withdrawn.ToList().ForEach(group => json.WriteStringValue(group.Slug));
            json.WriteEndArray();
            json.WritePropertyName("cells");
            var table = DifferenceColumns.TableOf(difference);
            JsonTable.WriteRows(json, table.Columns, table.Rows);
            json.WriteEndObject();
        });
    }
}
