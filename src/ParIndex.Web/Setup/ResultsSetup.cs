using Microsoft.Extensions.Options;
using ParIndex.Application.Evidence;
using ParIndex.Application.Releases;

namespace ParIndex.Web.Setup;

/// <summary>From the results of a round to its release.</summary>
internal static class ResultsSetup
{
    /// <summary>The folder of kept files within the data folder.</summary>
    private const string Folder = "tep";

    public static void AddResults(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<DryRun>();
        builder.Services.AddScoped<RoundResults>();
        builder.Services.AddScoped<ResultsPublication>();
        builder.Services.AddSingleton(services => new FileFolder(Path.Combine(services.GetRequiredService<IOptions<ServerOptions>>().Value.DataPath(builder.Environment), Folder)));
        builder.Services.AddScoped<StoredFiles>();
    }
}
