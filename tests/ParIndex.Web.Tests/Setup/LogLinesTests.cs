using ParIndex.Web.Setup;
using Serilog.Events;
using Serilog.Formatting;
using Serilog.Parsing;

namespace ParIndex.Web.Tests.Setup;

public sealed class LogLinesTests
{
    private readonly CountingStream _stream = new();

    [Fact]
    public async Task Line_IsWrittenWithoutAnotherOne()
    {
        using var lines = new LogLines(_stream, new Words());

        lines.Emit(Entry("một dòng"));

        for (var waited = 0; _stream.Text.Length == 0 && waited < 500; waited++)
        {
            await Task.Delay(20);
        }

        Assert.Equal("một dòng\n", _stream.Text);
    }

    [Fact]
    public void Warning_TakesWithItWhatWaited()
    {
        using var lines = new LogLines(_stream, new Words());

        lines.Emit(Entry("first"));
        lines.Emit(Entry("second", LogEventLevel.Warning));

        Assert.Equal("first\nsecond\n", _stream.Text);
    }

    [Fact]
    public void End_WritesWhatWaits_AndTakesNothingMore()
    {
        var lines = new LogLines(_stream, new Words());
        lines.Emit(Entry("last"));

        lines.Dispose();
        lines.Emit(Entry("too late"));

        Assert.Equal("last\n", _stream.Text);
    }

    [Fact]
    public void ManyAtOnce_AreWholeLinesInFewWrites()
    {
        using (var lines = new LogLines(_stream, new Words()))
        {
            Parallel.For(0, 2000, number => lines.Emit(Entry("line " + number)));
        }

        var written = _stream.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(Enumerable.Range(0, 2000).Select(number => "line " + number).Order(StringComparer.Ordinal), written.Order(StringComparer.Ordinal));
        Assert.InRange(_stream.Writes, 1, 200);
    }

    [Fact]
    public async Task FullDisk_CostsLines_AndNotTheProgram()
    {
        _stream.IsFull = true;
        using var lines = new LogLines(_stream, new Words());
        lines.Emit(Entry("lost"));
        for (var waited = 0; _stream.Refused == 0 && waited < 500; waited++)
        {
            await Task.Delay(20);
        }

        _stream.IsFull = false;
        lines.Emit(Entry("kept", LogEventLevel.Warning));

        Assert.Equal(1, _stream.Refused);
        Assert.EndsWith("kept\n", _stream.Text, StringComparison.Ordinal);
    }

    private static LogEvent Entry(string words, LogEventLevel level = LogEventLevel.Information) =>
        new(DateTimeOffset.UnixEpoch, level, exception: null, new MessageTemplateParser().Parse(words), []);

    private sealed class Words : ITextFormatter
    {
        public void Format(LogEvent logEvent, TextWriter output)
        {
            output.Write(logEvent.MessageTemplate.Text);
            output.Write('\n');
        }
    }

    private sealed class CountingStream : MemoryStream
    {
        private readonly Lock _lock = new();

        public int Writes { get; private set; }

        public bool IsFull { get; set; }

        public int Refused { get; private set; }

        public string Text
        {
            get
            {
                lock (_lock)
                {
                    return System.Text.Encoding.UTF8.GetString(ToArray());
                }
            }
        }

        // The base class leads a span here too.
        public override void Write(byte[] buffer, int offset, int count)
        {
            lock (_lock)
            {
                if (IsFull)
                {
                    Refused++;
                    throw new IOException("No space left on device");
                }

                Writes++;
                base.Write(buffer, offset, count);
            }
        }
    }
}
