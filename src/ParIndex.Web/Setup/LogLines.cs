using System.Text;
using Serilog.Core;
using Serilog.Debugging;
using Serilog.Events;
using Serilog.Formatting;

namespace ParIndex.Web.Setup;

/// <summary>
/// Writes log lines to a stream, many in one call of the system: a line waits for others a tenth of a second at most, and a
/// warning or anything worse for nothing.
/// </summary>
public sealed class LogLines : ILogEventSink, IDisposable
{
    private const int BufferCharacters = 32 * 1024;

    private static readonly TimeSpan LongestWait = TimeSpan.FromMilliseconds(100);

    private readonly ITextFormatter _format;

    private readonly StreamWriter _lines;

    private readonly Timer _flush;

    private readonly Lock _writing = new();

    private bool _waiting;

    private bool _closed;

    public LogLines(Stream stream, ITextFormatter format)
    {
        _format = format;
        _lines = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), BufferCharacters);
        _flush = new Timer(_ => Flush(), state: null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public void Emit(LogEvent logEvent)
    {
        lock (_writing)
        {
            if (_closed)
            {
                return;
            }

            _format.Format(logEvent, _lines);
            if (logEvent.Level >= LogEventLevel.Warning)
            {
                _lines.Flush();
            }
            else if (!_waiting)
            {
                _waiting = true;
                _flush.Change(LongestWait, Timeout.InfiniteTimeSpan);
            }
        }
    }

    /// <summary>Writes what waits.</summary>
    public void Dispose()
    {
        Flush();
        lock (_writing)
        {
            _closed = true;
            _flush.Dispose();
            _lines.Dispose();
        }
    }

    /// <summary>Called by the timer, where nobody would catch it that a disk is full: the portal goes on, and its next lines are tried again.</summary>
    private void Flush()
    {
        lock (_writing)
        {
            _waiting = false;
            try
            {
                if (!_closed)
                {
                    _lines.Flush();
                }
            }
            catch (IOException failure)
            {
                SelfLog.WriteLine("Log lines were lost: {0}", failure.Message);
            }
        }
    }
}
