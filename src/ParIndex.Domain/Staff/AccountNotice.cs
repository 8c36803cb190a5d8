namespace ParIndex.Domain.Staff;

/// <summary>Something the owner of an account is told on the next page, until they say that they have read it.</summary>
public sealed class AccountNotice
{
    /// <param name="accountId">Whose account it is.</param>
    /// <param name="text">What happened, in Vietnamese sentences.</param>
    /// <param name="at">Instant, UTC.</param>
    public AccountNotice(Guid accountId, string text, DateTime at)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        (AccountId, Text, At, LastAt) = (accountId, text, at, at);
    }

    private AccountNotice()
    {
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The account.</summary>
    public Guid AccountId { get; private set; }

    /// <summary>What happened.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Instant of the first time, UTC.</summary>
    public DateTime At { get; private set; }

    /// <summary>Instant of the last time, UTC.</summary>
    public DateTime LastAt { get; private set; }

    /// <summary>How often it happened since it was last read, from 1.</summary>
    public int Count { get; private set; } = 1;

    /// <summary>When the owner said that it is read, UTC, or <c>null</c>.</summary>
    public DateTime? ReadAt { get; private set; }

    /// <summary>The owner has read it.</summary>
    public void Read(DateTime at) => ReadAt ??= at;
}
