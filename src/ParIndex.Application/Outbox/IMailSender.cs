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
    /// <exception cref="MailRefusedException">It could not be handed on; its fault says whether it is tried again.</exception>
    Task SendAsync(OutgoingMail mail, CancellationToken cancel);
}

/// <summary>What kept a message from being handed on.</summary>
public enum MailFault
{
    /// <summary>There was nobody to hand it to: no server, no answer, no leave to send. The others would fare alike.</summary>
    NobodyTakesIt,

    /// <summary>The server does not take this one now, and may later.</summary>
    NotNow,

    /// <summary>This one is not taken at this address, however often it is tried.</summary>
    Never,
}

/// <summary>A message could not be handed on.</summary>
/// <param name="message">Why.</param>
/// <param name="cause">What lies beneath.</param>
public sealed class MailRefusedException(string message, Exception? cause = null) : Exception(message, cause)
{
    /// <summary>Whether another attempt, or another message, may fare better.</summary>
    public MailFault Fault { get; init; }
}
