using System.Globalization;
using ParIndex.Web.Setup;
using Serilog.Events;
using Serilog.Formatting;
using Serilog.Formatting.Json;
using Serilog.Parsing;

namespace ParIndex.Web.Tests.Setup;

public sealed class JsonLinesTests
{
    private static readonly DateTimeOffset Hour = new(2026, 1, 31, 23, 59, 59, 7, TimeSpan.FromHours(7));

    public static TheoryData<object> Values => new(
    [
        "/xep-hang/2025/xa", "", "a \"quoted\" \\ path", "Đống Đa \u2028 \u0001 \r\n\t", "<script>&'</script>", 0, -1, 5329L, 0.703m, 479.5256m, 1.5,
        double.NaN, true, 'ế', new DateTime(2026, 1, 31, 0, 0, 0, DateTimeKind.Utc),
    ]);

    [Theory]
    [MemberData(nameof(Values))]
    public void Request_IsTheLineThatTheLibraryWrites(object value)
    {
        var request = Entry(RequestLog.Line, failure: null, new("Path", new ScalarValue(value)), new("Mã \"khác\"", new SequenceValue([new ScalarValue(value)])));

        Assert.Equal(Written(new JsonFormatter(formatProvider: CultureInfo.InvariantCulture), request), Written(new JsonLines(), request));
    }

    [Fact]
    public void RequestWithoutLength_IsTheLineThatTheLibraryWrites()
    {
        var request = Entry(RequestLog.Line, failure: null, new LogEventProperty("Bytes", new ScalarValue(null)));

        Assert.Equal(Written(new JsonFormatter(formatProvider: CultureInfo.InvariantCulture), request), Written(new JsonLines(), request));
    }

    [Fact]
    public void AnythingElse_HasItsMessageInWords()
    {
        var other = Entry(new MessageTemplateParser().Parse("Serving {Address}"), failure: null, new LogEventProperty("Address", new ScalarValue("http://localhost")));
        var failed = Entry(RequestLog.Line, new InvalidOperationException("reason"), new LogEventProperty("Path", new ScalarValue("/")));

        var empty = Entry(RequestLog.Line, failure: null);

        Assert.All([other, failed, empty], entry => Assert.Equal(
            Written(new JsonFormatter(renderMessage: true, formatProvider: CultureInfo.InvariantCulture), entry), Written(new JsonLines(), entry)));
        Assert.Contains("RenderedMessage", Written(new JsonLines(), other), StringComparison.Ordinal);
        Assert.Contains("reason", Written(new JsonLines(), failed), StringComparison.Ordinal);
    }

    private static LogEvent Entry(MessageTemplate words, Exception? failure, params LogEventProperty[] properties) =>
        new(Hour, LogEventLevel.Information, failure, words, properties);

    private static string Written(ITextFormatter format, LogEvent entry)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        format.Format(entry, text);
        return text.ToString();
    }
}
