using ParIndex.Application.Releases;

namespace ParIndex.Web.Setup;

/// <summary>From the results of a round to its release.</summary>
internal static class ResultsSetup
{
    public static void AddResults(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<DryRun>();
        builder.Services.AddScoped<RoundResults>();
        builder.Services.AddScoped<DigestVerification>();
        builder.Services.AddScoped<ResultsPublication>();
    }
}
