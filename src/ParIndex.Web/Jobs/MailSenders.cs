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
    /// <exception cref="MailRefusedException">The recipient's address is none.</exception>
    public static MimeMessage Of(OutgoingMail mail, string from) => new(
        [MailboxAddress.Parse(from)],
        [MailboxAddress.TryParse(mail.To, out var to) ? new MailboxAddress(mail.Name, to.Address) : throw new MailRefusedException($"{mail.To} is no address.") { Fault = MailFault.Never }],
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
        catch (SmtpCommandException refusal)
        {
            throw new MailRefusedException(refusal.Message, refusal) { Fault = FaultOf(refusal) };
        }
        catch (Exception failure) when (failure is ProtocolException or CommandException or AuthenticationException or ServiceNotAuthenticatedException or SslHandshakeException or NotSupportedException or IOException or System.Net.Sockets.SocketException)
        {
            throw new MailRefusedException(failure.Message, failure);
        }
    }

    /// <summary>
    /// Of one recipient or message the server speaks for good from 500 on (RFC 5321, 4.2.1), but for its policies (RFC 3463,
    /// x.7.x): they refuse whom an administrator forgot to let in. Anything else it does not take from this sender at all.
    /// </summary>
    private static MailFault FaultOf(SmtpCommandException refusal) => refusal switch
    {
        { StatusCode: SmtpStatusCode.ServiceNotAvailable } or not { ErrorCode: SmtpErrorCode.RecipientNotAccepted or SmtpErrorCode.MessageNotAccepted } => MailFault.NobodyTakesIt,
        { StatusCode: < (SmtpStatusCode)500 } => MailFault.NotNow,
        _ => refusal.Message.StartsWith("5.7.", StringComparison.Ordinal) ? MailFault.NotNow : MailFault.Never,
    };
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
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new MailRefusedException(failure.Message, failure);
        }
    }
}
