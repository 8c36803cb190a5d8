using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ParIndex.Web.Tests.Jobs;

/// <summary>What came in: to whom, and the message as sent.</summary>
internal sealed record ReceivedMail(IReadOnlyList<string> Recipients, byte[] Content);

/// <summary>A mail server on a port of this machine that keeps what it takes. One connection after the other, as its sender comes.</summary>
internal sealed class SmtpListener : IAsyncDisposable
{
    private readonly TcpListener _listener;
    private readonly CancellationTokenSource _end = new();
    private readonly Task _serving;

    public SmtpListener(int port = 0)
    {
        _listener = new(IPAddress.Loopback, port);
        _listener.Start();
        _serving = ServeAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>What it answers to recipients it does not take.</summary>
    public Dictionary<string, string> Refuses { get; } = new(StringComparer.Ordinal);

    /// <summary>Each recipient it was asked for, taken or not.</summary>
    public List<string> Asked { get; } = [];

    public List<ReceivedMail> Received { get; } = [];

    /// <summary>Whether it closes the line once it has a message, without an answer to QUIT.</summary>
    public bool HangsUp { get; set; }

    public async ValueTask DisposeAsync()
    {
        // In this order: a listener that was stopped refuses whoever still waits at it in more than one way.
        await _end.CancelAsync();
        await _serving;
        _listener.Dispose();
        _end.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync(_end.Token);
                await TalkAsync(client.GetStream());
            }
        }
        catch (OperationCanceledException)
        {
            // Disposed.
        }
    }

    private async Task TalkAsync(NetworkStream stream)
    {
        using var lines = new StreamReader(stream, Encoding.Latin1);
        var recipients = new List<string>();
        await SayAsync(stream, "220 thu.vi-du.vn ESMTP");
        while (await lines.ReadLineAsync() is { } line)
        {
            switch (line.Split(' ', ':')[0].ToUpperInvariant())
            {
                case "EHLO":
                    await SayAsync(stream, "250-thu.vi-du.vn\r\n250 8BITMIME");
                    break;
                case "RCPT":
                    await SayAsync(stream, Recipient(line, recipients));
                    break;
                case "DATA":
                    await SayAsync(stream, "354 go on");
                    Received.Add(new([.. recipients], await ContentAsync(lines)));
                    await SayAsync(stream, "250 2.0.0 taken");
                    if (HangsUp)
                    {
                        return;
                    }

                    break;
                case "QUIT":
                    await SayAsync(stream, "221 bye");
                    return;
                default:
                    recipients.Clear();
                    await SayAsync(stream, "250 2.1.0 ok");
                    break;
            }
        }
    }

    private string Recipient(string line, List<string> recipients)
    {
        var address = line[(line.IndexOf('<', StringComparison.Ordinal) + 1)..line.IndexOf('>', StringComparison.Ordinal)];
        Asked.Add(address);
        if (Refuses.TryGetValue(address, out var refusal))
        {
            return refusal;
        }

        recipients.Add(address);
        return "250 2.1.5 ok";
    }

    private static async Task<byte[]> ContentAsync(StreamReader lines)
    {
        var content = new StringBuilder();
        while (await lines.ReadLineAsync() is { } line && line != ".")
        {
            content.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
        }

        return Encoding.Latin1.GetBytes(content.ToString());
    }

    private static async Task SayAsync(NetworkStream stream, string answer) => await stream.WriteAsync(Encoding.ASCII.GetBytes(answer + "\r\n"));
}
