namespace ParIndex.Domain.Staff;

/// <summary>
/// How many guesses were made lately at one thing from one place, as the instant at which they are forgotten: each wrong one
/// moves it on by what it costs, time alone brings it back. One row, so that both nodes of a portal count together.
/// </summary>
public sealed class GuessLimit
{
    /// <param name="key">Hash of what is guessed at and from where.</param>
    /// <param name="forgottenAt">Instant, in milliseconds since 1970.</param>
    public GuessLimit(string key, long forgottenAt)
    {
        Key = key;
        ForgottenAt = forgottenAt;
    }

    private GuessLimit()
    {
    }

    /// <summary>Hash of what is guessed at and from where: people type passwords in place of codes.</summary>
    public string Key { get; private set; } = "";

    /// <summary>Instant, in milliseconds since 1970.</summary>
    public long ForgottenAt { get; private set; }
}
