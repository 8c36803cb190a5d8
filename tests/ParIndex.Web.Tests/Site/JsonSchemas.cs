using System.Text.Json;
using Json.Schema;

namespace ParIndex.Web.Tests.Site;

/// <summary>Whether documents are as a schema says, and where not.</summary>
public static class JsonSchemas
{
    private static readonly EvaluationOptions Listed = new() { OutputFormat = OutputFormat.List, RequireFormatValidation = true };

    /// <summary>The description of the OpenAPI Initiative, https://spec.openapis.org/oas/3.1/schema/2022-10-07 (Apache 2.0).</summary>
    public static readonly Lazy<JsonSchema> OpenApi = new(() => Stored("openapi-3.1.json"));

    /// <summary>What the Data Package standard, version 2, asks of the properties that our packages have; written after https://datapackage.org/profiles/2.0/datapackage.json.</summary>
    public static readonly Lazy<JsonSchema> DataPackage = new(() => Stored("datapackage-2.0.json"));

    /// <summary>Fails with what is wrong and where.</summary>
    public static void Valid(JsonSchema schema, JsonElement document, string what)
    {
        var found = schema.Evaluate(document, Listed);

        Assert.True(found.IsValid, what + "\n" + string.Join('\n', (found.Details ?? []).Where(part => part.Errors is { Count: > 0 })
            .Select(part => $"{part.InstanceLocation}: {string.Join("; ", part.Errors!.Values)}").Distinct().Take(12)));
    }

    private static JsonSchema Stored(string name)
    {
        using var file = typeof(JsonSchemas).Assembly.GetManifestResourceStream(typeof(JsonSchemas).Assembly.GetManifestResourceNames().Single(resource => resource.EndsWith(name, StringComparison.Ordinal)))!;
        using var reader = new StreamReader(file);
        // The validator looks a pattern of properties up by its pointer, in which a slash is written otherwise.
        return JsonSchema.FromText(reader.ReadToEnd().Replace("\"^/\"", "\"^[\\\\x2f]\"", StringComparison.Ordinal));
    }
}
