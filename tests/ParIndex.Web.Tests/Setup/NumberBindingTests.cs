using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.DependencyInjection;
using ParIndex.Domain.Numbers;
using ParIndex.Web.Forms;
using ParIndex.Web.Setup;

namespace ParIndex.Web.Tests.Setup;

public sealed class NumberBindingTests
{
    [Theory]
    [InlineData("62.30", "62.30")]
    [InlineData("62.3", "62.3")]
    [InlineData("1e2", "1e2")]
    [InlineData("6.230", "6.230")]
    [InlineData("-1", "-1")]
    [InlineData("62.305", "62.305")]
    [InlineData("123456789012345678901234567890.1", "123456789012345678901234567890.1")]
    [InlineData("\"62,30\"", "62,30")]
    [InlineData("\"NaN\"", "NaN")]
    [InlineData("\"６２\"", "６２")]
    [InlineData("null", null)]
    public void JsonNumber_ReachesTheReaderAsTyped(string json, string? text)
    {
        var body = JsonSerializer.Deserialize<Body>($$"""{"Score":{{json}}}""");

        Assert.Equal(text, body!.Score);
    }

    [Theory]
    [InlineData("true")]
    [InlineData("[1]")]
    [InlineData("{}")]
    [InlineData("NaN")]
    [InlineData("062")]
    public void JsonThatIsNoNumber_IsRefused(string json) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Body>($$"""{"Score":{{json}}}"""));

    [Fact]
    public async Task JsonNumber_SplitBetweenBuffers_IsTakenWhole()
    {
        var padding = new string(' ', 16 * 1024 - 4);
        await using var stream = new Trickle($$"""{{padding}}{"Score":62.30}""");

        var body = await JsonSerializer.DeserializeAsync<Body>(stream);

        Assert.Equal("62.30", body!.Score);
    }

    [Theory]
    [InlineData("62.30", true)]
    [InlineData("\"62,30\"", true)]
    [InlineData("1e2", false)]
    [InlineData("6.230", false)]
    [InlineData("62.305", false)]
    [InlineData("-1", false)]
    public void JsonNumber_IsJudgedByTheOneReader(string json, bool accepted)
    {
        var body = JsonSerializer.Deserialize<Body>($$"""{"Score":{{json}}}""")!;

        var read = ScoreText.Read(body.Score, NumberFormat.Score);

        Assert.Equal(accepted ? 62.30m : null, read.Value);
    }

    [Theory]
    [InlineData(typeof(decimal))]
    [InlineData(typeof(decimal?))]
    [InlineData(typeof(double))]
    [InlineData(typeof(float?))]
    public void Fraction_IsNotBoundByTheFramework(Type type)
    {
        using var factory = new HostFactory();
        var services = factory.Services;
        var metadata = services.GetRequiredService<IModelMetadataProvider>().GetMetadataForType(type);
        var binders = services.GetRequiredService<IModelBinderFactory>();

        var refusal = Assert.Throws<InvalidOperationException>(
            () => binders.CreateBinder(new ModelBinderFactoryContext { Metadata = metadata }));

        Assert.Contains("ScoreText", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_IsStillBound()
    {
        using var factory = new HostFactory();
        var metadata = factory.Services.GetRequiredService<IModelMetadataProvider>().GetMetadataForType(typeof(string));

        Assert.NotNull(factory.Services.GetRequiredService<IModelBinderFactory>().CreateBinder(new ModelBinderFactoryContext { Metadata = metadata }));
    }

    /// <summary>Endpoints outside Razor Pages bind by themselves, past the refusal above.</summary>
    [Fact]
    public void NoEndpoint_TakesAFractionAsItsParameter()
    {
        using var factory = new HostFactory();
        var parameters = factory.Services.GetRequiredService<EndpointDataSource>().Endpoints
            .SelectMany(endpoint => endpoint.Metadata.OfType<IParameterBindingMetadata>())
            .Select(parameter => (parameter.Name, Type: Nullable.GetUnderlyingType(parameter.ParameterInfo.ParameterType) ?? parameter.ParameterInfo.ParameterType));

        Assert.DoesNotContain(parameters, parameter => parameter.Type == typeof(decimal) || parameter.Type == typeof(double) || parameter.Type == typeof(float));
    }

    private sealed record Body([property: JsonConverter(typeof(RawNumberTextConverter))] string? Score);

    /// <summary>Gives one byte at a time, as a slow line does.</summary>
    private sealed class Trickle(string text) : MemoryStream(System.Text.Encoding.UTF8.GetBytes(text))
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(buffer.Length, 1)], cancellationToken);
    }
}
