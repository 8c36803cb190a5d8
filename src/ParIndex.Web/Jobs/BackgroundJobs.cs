using Microsoft.Extensions.Options;
using ParIndex.Application.Data;
using ParIndex.Application.Evidence;
using ParIndex.Application.Imports;
using ParIndex.Application.Outbox;
using ParIndex.Application.Releases;
using ParIndex.Application.Releases.Seals;
using ParIndex.Application.Rounds;
using ParIndex.Application.Scorecards;
using ParIndex.Application.Staff;
using ParIndex.Web.Configuration;
using ParIndex.Web.Pages;
using ParIndex.Web.Security;

namespace ParIndex.Web.Jobs;

/// <summary>
/// What happens without anybody asking: messages go out, units are reminded before deadlines, releases and the audit log are
/// sealed, left-over files are swept. Each is harmless when done twice, and a lease keeps two nodes from doing it at once.
/// </summary>
internal sealed class BackgroundJobs(IServiceProvider services, DatabaseState state, IOptions<MailOptions> mail, TimeProvider clock, ILogger<BackgroundJobs> log) : BackgroundService
{
    private const string Lease = "background";

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(20);

    private static readonly TimeSpan LeaseLength = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan SweepEvery = TimeSpan.FromHours(1);

    private readonly string _node = $"{Environment.MachineName}:{Environment.ProcessId}:{Guid.NewGuid():N}";

    private static readonly TimeSpan VerifyEvery = TimeSpan.FromHours(24);

    // Instants of the machine's own counter: a clock that is set back must not put work off.
    private long? _swept;

    private long? _verified;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause);
        while (await WaitAsync(timer, stoppingToken))
        {
            try
            {
                await RunAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                // A database that is away comes back; the next turn tries again.
                log.LogWarning(failure, "Background work failed and is tried again.");
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    /// <summary>One turn, when this node holds the lease.</summary>
    internal async Task RunAsync(CancellationToken cancel)
    {
        await using var scope = services.CreateAsyncScope();
        if (!await state.IsReadyAsync(scope.ServiceProvider.GetRequiredService<ParIndexDb>(), cancel) || !await HoldsAsync(scope, cancel))
        {
            return;
        }

        var sealing = scope.ServiceProvider.GetRequiredService<Sealing>();
        await sealing.SealReleasesAsync(cancel);
        if (IsDue(_verified, VerifyEvery))
        {
            _verified = clock.GetTimestamp();
            await sealing.SealLogAsync(cancel);
            var check = await scope.ServiceProvider.GetRequiredService<DigestVerification>().RunAsync(DigestVerification.Job, cancel);
            if (check.Lines.Count > 0)
            {
                log.LogError("Published figures are no longer what was published: {Differences}", check.Differences);
            }
        }

        if (IsDue(_swept, SweepEvery))
        {
            _swept = clock.GetTimestamp();
            await scope.ServiceProvider.GetRequiredService<EvidenceUploads>().SweepAsync(cancel);
            await scope.ServiceProvider.GetRequiredService<StoredFileRegister>().SweepAsync(cancel);
            await scope.ServiceProvider.GetRequiredService<Guesses>().SweepAsync(cancel);
            await scope.ServiceProvider.GetRequiredService<ImportDraftStore>().SweepAsync(cancel);
            await scope.ServiceProvider.GetRequiredService<StoredFileRegister>().MarkAsync(cancel);
            if (mail.Value.RemindDaysBefore > 0)
            {
                await scope.ServiceProvider.GetRequiredService<ReminderSending>().RemindBeforeDeadlinesAsync(mail.Value.RemindDaysBefore, cancel);
            }
        }

        while (await scope.ServiceProvider.GetRequiredService<OutboxSender>().SendDueAsync(cancel) == OutboxSender.AtOnce && await HoldsAsync(scope, cancel))
        {
            // More may wait, and the lease was renewed.
        }
    }

    private bool IsDue(long? last, TimeSpan every) => last is not { } done || clock.GetElapsedTime(done) >= every;

    private Task<bool> HoldsAsync(AsyncServiceScope scope, CancellationToken cancel) =>
        scope.ServiceProvider.GetRequiredService<JobLeasing>().TryTakeAsync(Lease, _node, LeaseLength, cancel);

    private static async Task<bool> WaitAsync(PeriodicTimer timer, CancellationToken cancel)
    {
        try
        {
            return await timer.WaitForNextTickAsync(cancel);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}

/// <summary>Messages, reminders and the work nobody asks for.</summary>
internal static class JobSetup
{
    public static void AddJobs(this WebApplicationBuilder builder)
    {
        builder.Add<MailOptions>(MailOptions.Section, new MailOptionsValidator());
        builder.Services.AddScoped<JobLeasing>();
        builder.Services.AddScoped<OutboxSender>();
        builder.Services.AddScoped<NoticeList>();
        builder.Services.AddScoped<LetterSending>();
        builder.Services.AddSingleton(services => new NoticeLinks((place, key) =>
        {
            var path = PathOf(services.GetRequiredService<LinkGenerator>(), place, key);
            return services.GetRequiredService<IOptions<SiteOptions>>().Value.Canonical(path) ?? new Uri(path, UriKind.Relative);
        }));
        builder.Services.AddScoped(services => ActivatorUtilities.CreateInstance<ReminderSending>(services, (Func<Guid, Uri>)(id =>
        {
            var path = services.GetRequiredService<LinkGenerator>().To("/Workspace/Scorecards/Sheet", new { id });
            return services.GetRequiredService<IOptions<SiteOptions>>().Value.Canonical(path) ?? new Uri(path, UriKind.Relative);
        })));
        builder.Services.AddSingleton<IMailSender>(services =>
        {
            var options = services.GetRequiredService<IOptions<MailOptions>>();
            return string.IsNullOrWhiteSpace(options.Value.SmtpHost)
                ? new FileMailSender(options, Security.PrivateFolder.Open(Path.Combine(services.GetRequiredService<IOptions<ServerOptions>>().Value.DataPath(builder.Environment), "outbox")).FullName)
                : new SmtpMailSender(options);
        });
        builder.Services.AddHostedService<BackgroundJobs>();
        builder.Services.AddHostedService<OpeningJob>();
    }

    private static string PathOf(LinkGenerator links, NoticePlace place, Guid id) => place switch
    {
        NoticePlace.Scorecard => links.To("/Workspace/Scorecards/Sheet", new { id }),
        NoticePlace.Explanations => links.To("/Workspace/Scorecards/Explanations", new { id }),
        NoticePlace.Inside => links.To("/Workspace/Scorecards/Inside", new { id }),
        NoticePlace.Round => links.To("/Workspace/Rounds/Overview", new { id }),
        NoticePlace.Council => links.To("/Workspace/Rounds/Council", new { id }),
        NoticePlace.Outcome => links.To("/Workspace/Rounds/Results", new { id }),
        _ => links.To("/Public/RankingIndex"),
    };
}
