using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace ParIndex.Web.Forms;

/// <summary>
/// Keeps the framework from reading numbers. Under vi-VN it takes 62.30 for 6230, in a query string 62,30 for
/// 6230: numbers come in as text and <see cref="Domain.Numbers.ScoreText"/> reads them.
/// </summary>
internal static class NumberBinding
{
    public static void AddNumbersAsText(this WebApplicationBuilder builder)
    {
        builder.Services.Configure<MvcOptions>(mvc => mvc.ModelBinderProviders.Insert(0, new FractionRefusal()));
        builder.Services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);
            // Anything else makes the API's description say "number or string".
            json.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
            // Of a figure sent twice, none is the one meant.
            json.SerializerOptions.AllowDuplicateProperties = false;
        });
    }
}

/// <summary>Refuses to bind a property or parameter that has a fraction: a mistake in the page, not of its reader.</summary>
internal sealed class FractionRefusal : IModelBinderProvider
{
    private static readonly Type[] Fractions = [typeof(decimal), typeof(double), typeof(float), typeof(Half)];

    public IModelBinder? GetBinder(ModelBinderProviderContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var metadata = context.Metadata;
        return Fractions.Contains(metadata.UnderlyingOrModelType)
            ? throw new InvalidOperationException(
                $"{metadata.ContainerType?.Name}.{metadata.Name} is a {metadata.UnderlyingOrModelType.Name}: bind it as string and read it with ScoreText.")
            : null;
    }
}

/// <summary>
/// Takes a JSON number as the text that was typed (62.30 stays 62.30, 1e2 stays 1e2), or a JSON string, so that the
/// one reader of numbers judges both.
/// </summary>
public sealed class RawNumberTextConverter : JsonConverter<string?>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.Null => null,
        JsonTokenType.String => reader.GetString(),
        JsonTokenType.Number => Encoding.UTF8.GetString(reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan),
        _ => throw new JsonException("A number is written as a JSON number or string."),
    };

    public override void Write(Utf8JsonWriter writer, string? value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(value);
    }
}
