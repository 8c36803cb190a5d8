using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;
using MimeKit;
using ParIndex.Application.Outbox;

namespace ParIndex.Web.Jobs;

/// <summary>Makes messages of MIME out of ours.</summary>
internal static class MailMessages
{
    /// <exception cref="ParseException">An address is none.</exception>
    public static MimeMessage Of(OutgoingMail mail, string from) => new(
        [MailboxAddress.Parse(from)],
        [new MailboxAddress(mail.Name, MailboxAddress.Parse(mail.To).Address)],
        // A line break in a subject would begin a header of its own.
        mail.Subject.ReplaceLineEndings(" "),
        new TextPart("plain") { Text = mail.Body })
    {
        MessageId = $"{mail.Id:N}@parindex",
    };
}

/// <summary>Sends through a mail server, encrypted by STARTTLS.</summary>
internal sealed class SmtpMailSender(IOptions<MailOptions> options) : IMailSender
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public async Task SendAsync(OutgoingMail mail, CancellationToken cancel)
    {
        var settings = options.Value;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(Patience);
        try
        {
            using var message = MailMessages.Of(mail, settings.From);
            using var client = new SmtpClient();
            await client.ConnectAsync(settings.SmtpHost!, settings.SmtpPort, settings.SmtpEncrypts ? SecureSocketOptions.StartTls : SecureSocketOptions.None, patience.Token);
            if (settings.SmtpUser is { Length: > 0 } user)
            {
                await client.AuthenticateAsync(user, settings.SmtpPassword ?? "", patience.Token);
            }

            await client.SendAsync(message, patience.Token);
            await client.DisconnectAsync(quit: true, patience.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            throw new MailRefusedException($"{settings.SmtpHost} did not answer within {Patience.TotalSeconds:0} seconds");
        }
        catch (Exception failure) when (failure is ProtocolException or CommandException or AuthenticationException or SslHandshakeException or ParseException or NotSupportedException or IOException or System.Net.Sockets.SocketException)
        {
            throw new MailRefusedException(failure.Message, failure);
        }
    }
}

/// <summary>Writes messages as .eml files into a folder, from where an operator's own program takes them. One message is one file, however often it is tried.</summary>
internal sealed class FileMailSender(IOptions<MailOptions> options, string folder) : IMailSender
{
    public async Task SendAsync(OutgoingMail mail, CancellationToken cancel)
    {
        var work = Path.Combine(folder, $".{mail.Id:N}");
        try
        {
            using (var message = MailMessages.Of(mail, options.Value.From))
            {
                await message.WriteToAsync(work, cancel);
            }

            File.Move(work, Path.Combine(folder, $"{mail.Id:N}.eml"), overwrite: true);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ParseException)
        {
            throw new MailRefusedException(failure.Message, failure);
        }
    }
}
