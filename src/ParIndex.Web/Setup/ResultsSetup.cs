using Microsoft.Extensions.Options;
using ParIndex.Application.Council;
using ParIndex.Application.Releases;
using ParIndex.Application.Releases.Seals;
using ParIndex.Application.Remarks;
using ParIndex.Web.Configuration;
using ParIndex.Web.Endpoints;
using ParIndex.Web.Pages;
using ParIndex.Web.Pages.Workspace.Remarks;
using ParIndex.Web.Security;
using ParIndex.Web.Texts;

namespace ParIndex.Web.Setup;

/// <summary>From the results of a round to its release, its seal, and what the public says of it.</summary>
internal static class ResultsSetup
{
    public static void AddResults(this WebApplicationBuilder builder)
    {
        builder.Add<SealOptions>(SealOptions.Section, new SealOptionsValidator(builder.Environment));
        builder.Services.AddSingleton(services =>
        {
            var (seal, folder) = (services.GetRequiredService<IOptions<SealOptions>>().Value, services.GetRequiredService<KeyFolder>());
            return new SealKeys(At(seal.KeyFile, "seal.pem"), At(seal.KnownKeysFile, "seals-known.pem"));

            string At(string? set, string name) => string.IsNullOrEmpty(set) ? folder.FileOf(name) : Path.GetFullPath(set, builder.Environment.ContentRootPath);
        });
        builder.Services.AddScoped(services =>
        {
            var (covers, links) = (services.GetRequiredService<Covers>(), services.GetRequiredService<LinkGenerator>());
            return new BundleFacts(release => covers.Of(release, links.To("/Public/ReleaseVersion", new { year = release.Year, version = release.VersionNumber })), services.GetRequiredService<PortalOrigin>().Origin, AnnouncementWording.Both);
        });
        builder.Services.AddScoped<Sealing>();
        builder.Services.AddScoped<SealVerification>();
        builder.Services.AddScoped<SealedReleases>();
        builder.Services.AddScoped<FileRecognition>();
        builder.Services.AddScoped<DryRun>();
        builder.Services.AddSingleton<ResultsMemory>();
        builder.Services.AddScoped<RoundResults>();
        builder.Add<CouncilOptions>(CouncilOptions.Section, new CouncilOptionsValidator());
        builder.Services.AddSingleton(services => services.GetRequiredService<IOptions<CouncilOptions>>().Value.Rules);
        builder.Services.AddScoped<CouncilBoard>();
        builder.Services.AddScoped<CouncilWork>();
        builder.Services.AddScoped<CouncilEffects>();
        builder.Services.AddScoped<RemarkIntake>();
        builder.Services.AddScoped<RemarkRegister>();
        builder.Services.AddScoped<RemarkReplies>();
        builder.Services.AddScoped<RemarkDesk>();
        builder.Services.AddScoped<DigestVerification>();
        builder.Services.AddScoped<ResultsPublication>();
        builder.Services.AddScoped<TimedPublication>();
    }
}
