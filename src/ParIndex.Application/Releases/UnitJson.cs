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
    /// <summary>The whole directory.</summary>
    public static byte[] Directory(IReadOnlyList<Unit> units) => JsonTable.Document(json =>
    {
        json.WriteStartObject();
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

    private static readonly IReadOnlyList<Column<UnitName>> NameColumns =
    [
        new("name", "Tên", name => Cell.Of(name.Name)),
        new("nameEn", "Tên tiếng Anh", name => Cell.Of(name.NameEn)),
        new("validFrom", "Từ ngày", name => Cell.Of(name.ValidFrom)),
        new("validTo", "Đến ngày", name => Cell.Of(name.ValidTo)),
    ];

    private static readonly IReadOnlyList<Column<LineageStep>> LineageColumns =
    [
        new("kind", "Loại", step => Cell.Of(JsonNamingPolicy.CamelCase.ConvertName(step.Link.Kind.ToString()))),
        new("predecessor", "Đơn vị trước", step => Cell.Of(step.Predecessor.Code)),
        new("successor", "Đơn vị sau", step => Cell.Of(step.Successor?.Code)),
        new("effectiveOn", "Từ ngày", step => Cell.Of(step.Link.EffectiveOn)),
        new("legalBasis", "Căn cứ", step => Cell.Of(step.Link.LegalBasis)),
    ];
}
