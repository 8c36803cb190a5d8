using System.Globalization;
using Serilog.Events;
using Serilog.Formatting;
using Serilog.Formatting.Json;

namespace ParIndex.Web.Setup;

/// <summary>
/// A log line as the library writes it in JSON, its message in words too. The line of a request is written straight down, since
/// each page sent from memory has one: without words, which would repeat what its properties say.
/// </summary>
public sealed class JsonLines : ITextFormatter
{
    private static readonly JsonFormatter Any = new(renderMessage: true, formatProvider: CultureInfo.InvariantCulture);

    private static readonly JsonValueFormatter Values = new(typeTagName: "$type");

    public void Format(LogEvent logEvent, TextWriter output)
    {
        if (logEvent.MessageTemplate == RequestLog.Line && logEvent is { Exception: null, Properties.Count: > 0 })
        {
            WriteRequest(logEvent, output);
        }
        else
        {
            Any.Format(logEvent, output);
        }
    }

    private static void WriteRequest(LogEvent logEvent, TextWriter output)
    {
        Span<char> time = stackalloc char[40];
        logEvent.Timestamp.TryFormat(time, out var length, "O", CultureInfo.InvariantCulture);
        output.Write("{\"Timestamp\":\"");
        output.Write(time[..length]);
        output.Write("\",\"Level\":\"");
        output.Write(logEvent.Level.ToString());
        output.Write("\",\"MessageTemplate\":\"" + RequestLog.Words + "\",\"Properties\":");
        var before = '{';
        foreach (var (name, value) in logEvent.Properties)
        {
            output.Write(before);
            JsonValueFormatter.WriteQuotedJsonString(name, output);
            output.Write(':');
            Values.Format(value, output);
            before = ',';
        }

        output.WriteLine("}}");
    }
}
