namespace ParIndex.Application.Outbox;

/// <summary>A message as it goes out.</summary>
/// <param name="Id">Its key: the same each time it is tried, so that a copy can be known as one.</param>
/// <param name="To">The address.</param>
/// <param name="Name">The recipient's name.</param>
/// <param name="Subject">One line.</param>
/// <param name="Body">Plain text.</param>
public sealed record OutgoingMail(Guid Id, string To, string Name, string Subject, string Body);

/// <summary>Hands messages on: to a mail server, or into a folder.</summary>
public interface IMailSender
{
    /// <summary>Hands one message on; when it returns, it is out.</summary>
    /// <exception cref="MailRefusedException">It could not be handed on; it is tried again later.</exception>
    Task SendAsync(OutgoingMail mail, CancellationToken cancel);
}

/// <summary>A message could not be handed on.</summary>
/// <param name="message">Why.</param>
/// <param name="cause">What lies beneath.</param>
public sealed class MailRefusedException(string message, Exception? cause = null) : Exception(message, cause);
