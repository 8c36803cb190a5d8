using ParIndex.Web.Configuration;
using ParIndex.Web.Published;

namespace ParIndex.Web.Setup;

internal static class PublishedSetup
{
    /// <summary>Public answers kept as bytes. Comes after the database, whose start the watch waits for.</summary>
    public static void AddPublishedAnswers(this WebApplicationBuilder builder)
    {
        builder.Add<PublishedOptions>(PublishedOptions.Section, new PublishedOptionsValidator());
        builder.Services.AddSingleton<PublishedAnswers>();
        builder.Services.AddHostedService<EditionWatch>();
    }

    public static void UsePublishedAnswers(this IApplicationBuilder app) => app.UseMiddleware<PublishedAnswersLayer>();
}
