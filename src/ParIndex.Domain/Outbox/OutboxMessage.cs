namespace ParIndex.Domain.Outbox;

/// <summary>
/// A message to one person, written in the same save as what it tells of and sent afterwards: neither can be without
/// the other, and a sender that is down loses nothing.
/// </summary>
public sealed class OutboxMessage
{
    /// <summary>Longest subject.</summary>
    public const int MostSubject = 200;

    /// <param name="recipientId">The account it is for.</param>
    /// <param name="subject">One line.</param>
    /// <param name="body">Plain text.</param>
    /// <param name="by">Who causes it: a staff code or the name of a job.</param>
    /// <param name="at">Instant, UTC.</param>
    public OutboxMessage(Guid recipientId, string subject, string body, string by, DateTime at)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(subject);
        ArgumentException.ThrowIfNullOrWhiteSpace(body);
        (RecipientId, Subject, Body, By, QueuedAt) = (recipientId, subject, body, by, at);
    }

    private OutboxMessage()
    {
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The account it is for.</summary>
    public Guid RecipientId { get; private set; }

    /// <summary>One line.</summary>
    public string Subject { get; private set; } = "";

    /// <summary>Plain text.</summary>
    public string Body { get; private set; } = "";

    /// <summary>Who causes it.</summary>
    public string By { get; private set; } = "";

    /// <summary>Instant it was written, UTC.</summary>
    public DateTime QueuedAt { get; private set; }

    /// <summary>Instant it was handed to the sender, UTC; <c>null</c> while it waits.</summary>
    public DateTime? SentAt { get; private set; }

    /// <summary>How often sending failed.</summary>
    public int Failures { get; private set; }

    /// <summary>Instant from which it is tried again, UTC.</summary>
    public DateTime? RetryAt { get; private set; }

    /// <summary>The address that it will never be taken at, or <c>null</c>. It goes out when its recipient has another.</summary>
    public string? RefusedAddress { get; private set; }

    /// <summary>Why it failed last, or <c>null</c>.</summary>
    public string? LastError { get; private set; }

    /// <summary>Something more for the same person, told in one message.</summary>
    /// <param name="subject">One line that fits both.</param>
    /// <param name="more">Plain text.</param>
    /// <exception cref="InvalidOperationException">It has gone out.</exception>
    public void Join(string subject, string more)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(subject);
        ArgumentException.ThrowIfNullOrWhiteSpace(more);
        if (SentAt is not null)
        {
            throw new InvalidOperationException("A message that has gone out takes nothing more.");
        }

        Subject = subject.Length > MostSubject ? subject[..MostSubject] : subject;
        Body = $"{Body}\n\n{more}";
    }

    /// <summary>It has gone out.</summary>
    public void Sent(DateTime at) => (SentAt, LastError, RetryAt) = (at, null, null);

    /// <summary>It could not go out; it is tried again later.</summary>
    public void Failed(string error, DateTime retryAt) => (Failures, LastError, RetryAt) = (Failures + 1, error, retryAt);

    /// <summary>It was refused for good; it is not tried at this address again.</summary>
    public void Refused(string error, string address) => (Failures, LastError, RetryAt, RefusedAddress) = (Failures + 1, error, null, address);
}
