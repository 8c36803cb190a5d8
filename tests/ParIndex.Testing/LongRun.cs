namespace ParIndex.Testing;

/// <summary>
/// Tests that are worth more the longer they run. With <c>PARINDEX_TEST_LONG=true</c>, as <c>tests/long.sh</c> sets it, they
/// run whole; otherwise so short that every change can wait for them.
/// </summary>
public static class LongRun
{
    /// <summary>Whether they run whole.</summary>
    public static bool IsAsked { get; } = string.Equals(Environment.GetEnvironmentVariable("PARINDEX_TEST_LONG"), "true", StringComparison.Ordinal);
}
