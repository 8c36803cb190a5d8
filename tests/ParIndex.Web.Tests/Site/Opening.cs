using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using ParIndex.Application.Releases;
using ParIndex.Testing;

namespace ParIndex.Web.Tests.Site;

/// <summary>Results that open: what the publisher posts, and their hour, without waiting for it.</summary>
internal static class Opening
{
    /// <summary>The fields that open results at once.</summary>
    public static KeyValuePair<string, string>[] AtOnce(string year) =>
        [KeyValuePair.Create("Input.When", "ngay"), KeyValuePair.Create("Input.NowMeant", "true"), KeyValuePair.Create("Input.Year", year)];

    /// <summary>Opens what is due once the seconds of “at once” are over.</summary>
    public static Task DueAsync(TestApp app) => DueAsync(app, DateTimeOffset.UtcNow + TimedPublication.Shortest + TimeSpan.FromSeconds(1));

    /// <summary>Opens what is due at an instant, as the job of the program does.</summary>
    public static async Task DueAsync(TestApp app, DateTimeOffset at)
    {
        await using var scope = app.Services.CreateAsyncScope();
        await ActivatorUtilities.CreateInstance<TimedPublication>(scope.ServiceProvider, new FakeTimeProvider(at)).OpenDueAsync();
    }
}
