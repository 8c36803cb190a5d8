using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ParIndex.Web.Endpoints.OpenApi;

namespace ParIndex.Web.Pages.Public;

/// <summary>A property of an answer of the API, as the reference shows it.</summary>
/// <param name="Name">Its name; of what lies inside an object with a dot.</param>
/// <param name="Type">Its type in words of JSON Schema.</param>
/// <param name="Schema">The schema it refers to, or <c>null</c>.</param>
/// <param name="Note">What it holds, Vietnamese; empty where the schema says so.</param>
/// <param name="IsOptional">Whether it may be missing.</param>
public sealed record ApiProperty(string Name, string Type, string? Schema, string Note, bool IsOptional);

/// <summary>The reference of the API, written on the server from its OpenAPI document: no script, no other host.</summary>
public sealed class ApiReferenceModel : PageModel
{
    /// <summary>The schemas of answers by their names, each with its title and properties.</summary>
    public IReadOnlyList<(string Name, string Title, IReadOnlyList<ApiProperty> Properties)> Schemas { get; } =
        [.. ApiSchemas.All().Select(schema => (schema.Key, schema.Value!["title"]!.GetValue<string>(), (IReadOnlyList<ApiProperty>)[.. Properties(schema.Value!.AsObject(), "")]))];

    private static IEnumerable<ApiProperty> Properties(JsonObject schema, string before)
    {
        var required = schema["required"]!.AsArray().Select(name => name!.GetValue<string>()).ToHashSet(StringComparer.Ordinal);
        foreach (var (name, node) in schema["properties"]!.AsObject())
        {
            var property = node!.AsObject();
            if (property.ContainsKey("properties"))
            {
                foreach (var inner in Properties(property, before + name + "."))
                {
                    yield return inner;
                }
            }
            else if (property["items"]?["properties"] is not null)
            {
                foreach (var inner in Properties(property["items"]!.AsObject(), before + name + "[]."))
                {
                    yield return inner;
                }
            }
            else
            {
                yield return new(before + name, TypeOf(property), Reference(property) ?? Reference(property["items"]?.AsObject()), property["description"]?.GetValue<string>() ?? "", !required.Contains(name));
            }
        }
    }

    private static string? Reference(JsonObject? schema) => schema?["$ref"]?.GetValue<string>().Split('/')[^1];

    private static string TypeOf(JsonObject property) => property["type"] switch
    {
        null => "object",
        JsonArray several => string.Join(" | ", several.Select(type => type!.GetValue<string>())),
        var one => one.GetValue<string>(),
    };
}
