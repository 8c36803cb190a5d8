using Xunit;

namespace ParIndex.Testing;

/// <summary>
/// What a test needs from the machine. Where it is absent the test is skipped visibly; in CI (<c>CI=true</c>) it fails.
/// </summary>
public static class Require
{
    /// <summary>A PostgreSQL server: <see cref="PostgresServer.Shared"/>.</summary>
    public static PostgresServer Postgres()
    {
        var server = PostgresServer.Shared;
        if (!server.IsAvailable)
        {
            Absent("PostgreSQL", server.AbsenceReason);
        }

        return server;
    }

    /// <summary>The path of a Chromium or Chrome, for Playwright's <c>ExecutablePath</c>.</summary>
    public static string Chromium()
    {
        string[] names = ["chromium", "chromium-browser", "google-chrome"];
        var path = IsHidden("chromium") ? null : names.Select(FindOnPath).FirstOrDefault(found => found is not null);
        if (path is null)
        {
            Absent("Chromium", "none of " + string.Join(", ", names) + " on the path");
        }

        return path!;
    }

    /// <summary>The path of Python 3, with which outsiders compute releases again.</summary>
    public static string Python()
    {
        var path = IsHidden("python") ? null : FindOnPath("python3");
        if (path is null)
        {
            Absent("Python", "no python3 on the path");
        }

        return path!;
    }

    /// <summary>Whether <c>PARINDEX_TEST_WITHOUT</c> (names with commas) asks to pretend that the thing is absent.</summary>
    internal static bool IsHidden(string thing) =>
        (Environment.GetEnvironmentVariable("PARINDEX_TEST_WITHOUT") ?? "")
            .Split([',', ' '], StringSplitOptions.RemoveEmptyEntries)
            .Contains(thing, StringComparer.Ordinal);

    /// <summary>The first file of that name in the folders of <c>PATH</c>.</summary>
    internal static string? FindOnPath(string name) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, name))
            .FirstOrDefault(File.Exists);

    private static void Absent(string thing, string? reason)
    {
        var message = $"{thing} is absent: {reason}";
        if (string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.Ordinal))
        {
            throw new InvalidOperationException(message + " (in CI an absence is a failure)");
        }

        Assert.Skip(message);
    }
}
