using System.Net;
using System.Net.Mail;
using System.Text;
using Microsoft.Extensions.Options;
using ParIndex.Application.Outbox;

namespace ParIndex.Web.Jobs;

/// <summary>Makes messages of the framework's kind out of ours.</summary>
internal static class MailMessages
{
    public static MailMessage Of(OutgoingMail mail, string from)
    {
        var message = new MailMessage(new MailAddress(from), new MailAddress(mail.To, mail.Name, Encoding.UTF8))
        {
            // A line break in a subject would begin a header of its own.
            Subject = mail.Subject.ReplaceLineEndings(" "),
            SubjectEncoding = Encoding.UTF8,
            Body = mail.Body,
            BodyEncoding = Encoding.UTF8,
        };
        message.Headers.Add("Message-ID", $"<{mail.Id:N}@parindex>");
        return message;
    }
}

/// <summary>Sends through a mail server, encrypted by STARTTLS.</summary>
internal sealed class SmtpMailSender(IOptions<MailOptions> options) : IMailSender
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public async Task SendAsync(OutgoingMail mail, CancellationToken cancel)
    {
        var settings = options.Value;
        try
        {
            using var client = new SmtpClient(settings.SmtpHost, settings.SmtpPort) { EnableSsl = settings.SmtpEncrypts };
            if (settings.SmtpUser is { Length: > 0 } user)
            {
                client.Credentials = new NetworkCredential(user, settings.SmtpPassword);
            }

            using var message = MailMessages.Of(mail, settings.From);
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            patience.CancelAfter(Patience);
            await client.SendMailAsync(message, patience.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            throw new MailRefusedException($"{settings.SmtpHost} did not answer within {Patience.TotalSeconds:0} seconds");
        }
        catch (Exception failure) when (failure is SmtpException or FormatException or ArgumentException or InvalidOperationException)
        {
            throw new MailRefusedException(failure.Message, failure);
        }
    }
}

/// <summary>Writes messages as .eml files into a folder, from where an operator's own program takes them. One message is one file, however often it is tried.</summary>
internal sealed class FileMailSender(IOptions<MailOptions> options, string folder) : IMailSender
{
    public Task SendAsync(OutgoingMail mail, CancellationToken cancel)
    {
        var work = Path.Combine(folder, "." + mail.Id.ToString("N"));
        try
        {
            Directory.CreateDirectory(work);
            using (var client = new SmtpClient { DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory, PickupDirectoryLocation = work })
            using (var message = MailMessages.Of(mail, options.Value.From))
            {
                client.Send(message);
            }

            File.Move(Directory.GetFiles(work, "*.eml")[0], Path.Combine(folder, $"{mail.Id:N}.eml"), overwrite: true);
            Directory.Delete(work, recursive: true);
            return Task.CompletedTask;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or SmtpException or FormatException or ArgumentException)
        {
            throw new MailRefusedException(failure.Message, failure);
        }
    }
}
