using System.Security.Cryptography;
using System.Text.Json;
using ParIndex.Application.Tables;
using ParIndex.Domain.Tables;

namespace ParIndex.Application.Releases;

/// <summary>A table of a data package.</summary>
/// <param name="Name">Its name, lower case.</param>
/// <param name="Path">Where it lies, relative to the package.</param>
/// <param name="Title">What it holds, Vietnamese.</param>
/// <param name="Fields">Its columns.</param>
/// <param name="Content">Its bytes where they lie beside the package, for size and hash; else <c>null</c>.</param>
public sealed record DataResource(string Name, string Path, string Title, IReadOnlyList<DictionaryEntry> Fields, byte[]? Content = null)
{
    /// <summary>The resource of a table.</summary>
    public static DataResource Of<T>(Table<T> table, string path, byte[]? content = null)
    {
        ArgumentNullException.ThrowIfNull(table);
        return new(table.Name, path, table.Title, DataDictionary.Of(table.Columns), content);
    }
}

/// <summary>Who gives the data, and under which terms; what is not set is not said.</summary>
/// <param name="Publisher">The body that publishes.</param>
/// <param name="Homepage">The portal's public address.</param>
/// <param name="Licence">The terms of use by their name.</param>
/// <param name="LicenceAddress">Where they can be read.</param>
public sealed record DataOrigin(string? Publisher, Uri? Homepage, string? Licence, Uri? LicenceAddress);

/// <summary>What a package is as a whole.</summary>
/// <param name="Name">Its name, lower case.</param>
/// <param name="Title">What it holds, Vietnamese.</param>
/// <param name="Description">The same at length.</param>
/// <param name="Version">Its version, or <c>null</c> where it has none.</param>
/// <param name="Created">Instant of publication, UTC, or <c>null</c> while nothing is published.</param>
public sealed record PackageFacts(string Name, string Title, string Description, string? Version, DateTime? Created);

/// <summary>Describes tables as a Data Package (version 2 of the standard), so that R, Python and others load them with the right types.</summary>
public static class DataPackage
{
    /// <summary>The file's name, by the standard.</summary>
    public const string FileName = "datapackage.json";

    private const string Profile = "https://datapackage.org/profiles/2.0/datapackage.json";

    private const string TableProfile = "https://datapackage.org/profiles/2.0/tableschema.json";

    /// <summary>The whole file.</summary>
    /// <param name="facts">What the package is.</param>
    /// <param name="origin">Whose it is.</param>
    /// <param name="resources">Its tables, at least one.</param>
    public static byte[] Write(PackageFacts facts, DataOrigin origin, IReadOnlyList<DataResource> resources) => JsonTable.Document(json =>
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(origin);
        json.WriteStartObject();
        json.WriteString("$schema", Profile);
        json.WriteString("name", facts.Name);
        json.WriteString("title", facts.Title);
        json.WriteString("description", facts.Description);
        if (facts.Version is { } version)
        {
            json.WriteString("version", version);
        }

        if (facts.Created is { } created)
        {
            json.WriteString("created", DateTime.SpecifyKind(created, DateTimeKind.Utc));
        }

        WriteOrigin(json, origin);
        json.WriteStartArray("keywords");
        foreach (var word in Keywords)
        {
            json.WriteStringValue(word);
        }

        json.WriteEndArray();
        json.WriteStartArray("resources");
        foreach (var resource in resources)
        {
            Write(json, resource);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    /// <summary>What the data is about, for whoever looks for it.</summary>
    public static readonly IReadOnlyList<string> Keywords = ["cải cách hành chính", "Chỉ số CCHC", "PAR Index", "public administration reform"];

    private static void WriteOrigin(Utf8JsonWriter json, DataOrigin origin)
    {
        if (origin.Homepage is { } home)
        {
            json.WriteString("homepage", home.AbsoluteUri);
        }

        if (origin.Publisher is { } publisher)
        {
            json.WriteStartArray("contributors");
            json.WriteStartObject();
            json.WriteString("title", publisher);
            json.WriteStartArray("roles");
            json.WriteStringValue("publisher");
            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndArray();
        }

        if (origin is { Licence: { } licence, LicenceAddress: { } address })
        {
            json.WriteStartArray("licenses");
            json.WriteStartObject();
            json.WriteString("path", address.AbsoluteUri);
            json.WriteString("title", licence);
            json.WriteEndObject();
            json.WriteEndArray();
        }
    }

    private static void Write(Utf8JsonWriter json, DataResource resource)
    {
        json.WriteStartObject();
        json.WriteString("name", resource.Name);
        json.WriteString("type", "table");
        json.WriteString("path", resource.Path);
        json.WriteString("title", resource.Title);
        json.WriteString("format", "csv");
        json.WriteString("mediatype", "text/csv");
        json.WriteString("encoding", "utf-8");
        if (resource.Content is { } content)
        {
            json.WriteNumber("bytes", content.Length);
            json.WriteString("hash", "sha256:" + Convert.ToHexStringLower(SHA256.HashData(content)));
        }

        json.WriteStartObject("dialect");
        json.WriteString("delimiter", ",");
        json.WriteString("lineTerminator", "\n");
        json.WriteBoolean("header", value: true);
        json.WriteEndObject();
        json.WriteStartObject("schema");
        json.WriteString("$schema", TableProfile);
        json.WriteStartArray("fields");
        foreach (var field in resource.Fields)
        {
            Write(json, field);
        }

        json.WriteEndArray();
        json.WriteStartArray("missingValues");
        json.WriteStringValue("");
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, DictionaryEntry field)
    {
        json.WriteStartObject();
        json.WriteString("name", field.Key);
        json.WriteString("type", TypeOf(field.Meaning.Kind));
        json.WriteString("title", field.Header);
        json.WriteString("description", field.Meaning.Note);
        if (field.Meaning.Codes.Count > 0)
        {
            json.WriteStartArray("categories");
            foreach (var code in field.Meaning.Codes)
            {
                json.WriteStartObject();
                json.WriteString("value", code.Code);
                json.WriteString("label", code.Word);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        if (field.Meaning.IsAlways)
        {
            json.WriteStartObject("constraints");
            json.WriteBoolean("required", value: true);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static string TypeOf(CellKind kind) => kind switch
    {
        CellKind.Number => "number",
        CellKind.Whole => "integer",
        CellKind.YesNo => "boolean",
        CellKind.Day => "date",
        _ => "string",
    };
}
