using System.Text.Json;
using ParIndex.Application.NationalIndices;
using ParIndex.Application.Tables;
using ParIndex.Application.Units;
using ParIndex.Domain.NationalIndices;
using ParIndex.Domain.Releases;
using ParIndex.Domain.Tables;
using ParIndex.Domain.Units;

namespace ParIndex.Application.Releases;

/// <summary>The public register of units as JSON.</summary>
public static class UnitJson
{
    /// <summary>The directory, or part of it.</summary>
    /// <param name="units">The units.</param>
    /// <param name="part">Which part of the whole they are; absent for the whole.</param>
    public static byte[] Directory(IReadOnlyList<Unit> units, ListPart? part = null) => JsonTable.Document(json =>
    {
        json.WriteStartObject();
        part?.Write(json);
        json.WritePropertyName("units");
        JsonTable.WriteRows(json, UnitColumns.All, units);
        json.WriteEndObject();
    });

    /// <summary>One unit with its names in time, its lineage, its published years, and where there are any the figures published beside its index.</summary>
    public static byte[] Unit(Unit unit, IReadOnlyList<LineageStep> lineage, IReadOnlyList<UnitYear> years, IReadOnlyList<NationalIndex> beside) => JsonTable.Document(json =>
    {
        ArgumentNullException.ThrowIfNull(unit);
        json.WriteStartObject();
        json.WritePropertyName("unit");
        JsonTable.WriteRow(json, UnitColumns.All, unit);
        json.WritePropertyName("names");
        JsonTable.WriteRows(json, NameColumns, unit.Names.OrderBy(name => name.ValidFrom ?? DateOnly.MinValue));
        json.WriteStartArray("aliases");
        foreach (var alias in unit.Aliases.Select(alias => alias.Text).Order(StringComparer.Ordinal))
        {
            json.WriteStringValue(alias);
        }

        json.WriteEndArray();
        json.WritePropertyName("successions");
        JsonTable.WriteRows(json, LineageColumns, lineage);
        json.WritePropertyName("results");
        ReleaseJson.WriteYears(json, unit.CurrentName.Name, unit.Code, years);
        if (beside is { Count: > 0 })
        {
            json.WritePropertyName("otherIndices");
            JsonTable.WriteRows(json, IndexColumns.OfUnit, beside);
        }

        json.WriteEndObject();
    });

    /// <summary>The columns of a unit's names in time.</summary>
    public static readonly IReadOnlyList<Column<UnitName>> NameColumns =
    [
        new("name", "Tên", name => Cell.Of(name.Name)) { Meaning = FieldMeaning.Text("Name", "Tên của đơn vị trong thời gian nêu.", "Name of the unit in that time.").Always() },
        new("nameEn", "Tên tiếng Anh", name => Cell.Of(name.NameEn)) { Meaning = FieldMeaning.Text("Name in English", "Tên tiếng Anh, nếu có.", "English name, where there is one.") },
        new("validFrom", "Từ ngày", name => Cell.Of(name.ValidFrom)) { Meaning = FieldMeaning.Day("From", "Ngày đầu tiên của tên, nếu biết.", "First day of the name, where known.") },
        new("validTo", "Đến ngày", name => Cell.Of(name.ValidTo)) { Meaning = FieldMeaning.Day("To", "Ngày cuối cùng của tên.", "Last day of the name.") },
    ];

    /// <summary>The columns of what a unit came out of and became.</summary>
    public static readonly IReadOnlyList<Column<LineageStep>> LineageColumns =
    [
        new("kind", "Loại", step => Cell.Of(JsonNamingPolicy.CamelCase.ConvertName(step.Link.Kind.ToString()))) { Meaning = FieldMeaning.Code("Kind", "Loại thay đổi.", "Kind of change.", new("merged", "sáp nhập", "merged"), new("split", "chia, tách", "split"), new("abolished", "kết thúc hoạt động", "abolished")).Always() },
        new("predecessor", "Đơn vị trước", step => Cell.Of(step.Predecessor.Code)) { Meaning = FieldMeaning.Text("Predecessor", "Mã đơn vị trước khi thay đổi.", "Code of the unit before.").Always() },
        new("successor", "Đơn vị sau", step => Cell.Of(step.Successor?.Code)) { Meaning = FieldMeaning.Text("Successor", "Mã đơn vị kế thừa; trống khi không có.", "Code of the unit after; empty where there is none.") },
        new("effectiveOn", "Từ ngày", step => Cell.Of(step.Link.EffectiveOn)) { Meaning = FieldMeaning.Day("Effective on", "Ngày đầu tiên của tổ chức mới.", "First day of the new state.").Always() },
        new("legalBasis", "Căn cứ", step => Cell.Of(step.Link.LegalBasis)) { Meaning = FieldMeaning.Text("Legal basis", "Nghị quyết, quyết định.", "Resolution or decision.") },
    ];
}
