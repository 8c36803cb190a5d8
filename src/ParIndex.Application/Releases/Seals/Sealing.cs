using System.Text;
using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Data;
using ParIndex.Application.Tables;
using ParIndex.Domain.Audit;
using ParIndex.Domain.Releases;
using ParIndex.Domain.Seals;
using ParIndex.Domain.Stories;

namespace ParIndex.Application.Releases.Seals;

/// <summary>What a bundle says beside the figures of its release.</summary>
/// <param name="CoverOf">The cover of its workbook.</param>
/// <param name="Origin">Whose data it is.</param>
/// <param name="Announce">What a release says in words, with what was worth knowing of it when it was published.</param>
public sealed record BundleFacts(Func<Release, WorkbookCover> CoverOf, DataOrigin Origin, Func<Release, IReadOnlyList<Observation>, BilingualAnnouncement> Announce);

/// <summary>
/// Lengthens the two chains: a seal and a bundle for each release, a seal for each batch of the audit log, and a signed
/// checkpoint of where both end. Harmless when done twice.
/// </summary>
public sealed class Sealing(ParIndexDb db, SealKeys keys, BundleFacts facts, TimeProvider clock)
{
    private const int BatchOfEvents = 10_000;

    // Never a release to come: what is sealed is what is stored.
    private readonly PublicReleases _releases = new(db);

    /// <summary>
    /// Seals every release that is not sealed yet, in the order of publication. Inside somebody's transaction it is part of it;
    /// else it has its own.
    /// </summary>
    /// <returns>How many were sealed.</returns>
    public async Task<int> SealReleasesAsync(CancellationToken cancel = default)
    {
        if (!await Waiting().AnyAsync(cancel))
        {
            return 0;
        }

        await using var held = await HoldAsync(cancel);
        var waiting = await Waiting().OrderBy(release => release.PublishedAt).ThenBy(release => release.Year).ThenBy(release => release.VersionNumber).Select(release => new { release.Year, release.VersionNumber }).ToListAsync(cancel);
        foreach (var one in waiting)
        {
            await SealAsync((await _releases.WholeAsync(one.Year, one.VersionNumber, cancel))!, cancel);
        }

        await (held?.CommitAsync(cancel) ?? Task.CompletedTask);
        return waiting.Count;
    }

    /// <summary>Seals what the audit log has taken in since the last seal, and signs where both chains end when either has grown.</summary>
    public async Task SealLogAsync(CancellationToken cancel = default)
    {
        var newest = await NewestEventAsync(cancel);
        await using var held = await HoldAsync(cancel);
        var last = await db.AuditSeals.OrderByDescending(seal => seal.Number).FirstOrDefaultAsync(cancel);
        while (await EventsAsync(last?.Last ?? 0, newest, BatchOfEvents, cancel) is { Count: > 0 } events)
        {
            last = AuditSeal.After(last, events, clock.GetUtcNow().UtcDateTime);
            db.Add(last);
            await db.SaveChangesAsync(cancel);
        }

        var head = await db.ReleaseSeals.AsNoTracking().OrderByDescending(seal => seal.Number).FirstOrDefaultAsync(cancel);
        if (head is not null && ReleaseManifest.Read(head.Manifest) is { } manifest && !await IsSignedAsync(head, last, cancel))
        {
            await SignAsync(manifest.Province, head.Number, head.Seal, last, cancel);
            await db.SaveChangesAsync(cancel);
        }

        await (held?.CommitAsync(cancel) ?? Task.CompletedTask);
    }

    /// <summary>The events from one sequence, which is not among them, to another, with their changes.</summary>
    internal static Task<List<AuditEvent>> EventsAsync(ParIndexDb db, long after, long upTo, int most, CancellationToken cancel) =>
        db.AuditEvents.AsNoTracking().Include(one => one.Changes).Where(one => one.Sequence > after && one.Sequence <= upTo).OrderBy(one => one.Sequence).Take(most).ToListAsync(cancel);

    private IQueryable<Release> Waiting() => db.Releases.AsNoTracking().Where(release => !db.ReleaseSeals.Any(seal => seal.ReleaseId == release.Id));

    private Task<List<AuditEvent>> EventsAsync(long after, long upTo, int most, CancellationToken cancel) => EventsAsync(db, after, upTo, most, cancel);

    private async Task SealAsync(Release release, CancellationToken cancel)
    {
        var before = await db.ReleaseSeals.AsNoTracking().OrderByDescending(seal => seal.Number).FirstOrDefaultAsync(cancel);
        var number = (before?.Number ?? 0) + 1;
        var announced = facts.Announce(release, await new ReleaseObservations(db, _releases).WhenPublishedAsync(release, cancel));
        var files = ReleaseArchive.Files(release, facts.CoverOf(release), facts.Origin, announced);
        var manifest = ReleaseManifest.Of(release, number, before?.Seal, await ApprovalsAsync(release, cancel), [.. files.Select(file => SealedFile.Of(file.Path, file.Content))]).Write();
        var seal = new ReleaseSeal(release, number, manifest, clock.GetUtcNow().UtcDateTime);
        var lastOfLog = await db.AuditSeals.AsNoTracking().OrderByDescending(last => last.Number).FirstOrDefaultAsync(cancel);
        var checkpoint = await SignAsync(release.Province, number, seal.Seal, lastOfLog, cancel);
        db.Add(seal);
        db.Add(new ReleaseBundle(seal, StoredZip.Write([.. files, (BundleCheck.ManifestFile, Encoding.UTF8.GetBytes(manifest)), (BundleCheck.CheckpointFile, Encoding.UTF8.GetBytes(checkpoint.Text)), (BundleCheck.SignatureFile, checkpoint.Signature)])));
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>Who approved these results, by the posts they have now; nobody where figures were taken over.</summary>
    private async Task<IReadOnlyList<SealedApproval>> ApprovalsAsync(Release release, CancellationToken cancel) =>
        [.. (await db.ResultsApprovals.AsNoTracking().Where(approval => approval.Digest == release.ResultsDigest)
            .Join(db.StaffAccounts, approval => approval.By, account => account.Id, (approval, account) => new { approval.At, account.Post }).ToListAsync(cancel))
            .OrderBy(approval => approval.At).Select(approval => new SealedApproval(approval.Post ?? "Thành viên Hội đồng thẩm định", DateTime.SpecifyKind(approval.At, DateTimeKind.Utc)))];

    private async Task<bool> IsSignedAsync(ReleaseSeal head, AuditSeal? log, CancellationToken cancel) =>
        await db.Checkpoints.AsNoTracking().OrderByDescending(checkpoint => checkpoint.Number).FirstOrDefaultAsync(cancel) is { } last
        && CheckpointText.Read(last.Text) is { } text && text.Seal == head.Seal && text.AuditSeal == (log?.Seal ?? "");

    private async Task<Checkpoint> SignAsync(string province, int releases, string seal, AuditSeal? log, CancellationToken cancel)
    {
        var (number, now) = ((await db.Checkpoints.MaxAsync(checkpoint => (int?)checkpoint.Number, cancel) ?? 0) + 1, clock.GetUtcNow().UtcDateTime);
        var (text, signature) = keys.Sign(key => new CheckpointText(province, releases, seal, log?.Events ?? 0, log?.Seal ?? "", now, key).Write());
        var checkpoint = new Checkpoint(number, text, signature, keys.PublicPem()!, now);
        db.Add(checkpoint);
        return checkpoint;
    }

    /// <summary>
    /// The newest event such that none before it can still come: on PostgreSQL a save that was numbered earlier may end later, so
    /// those that are under way are waited for.
    /// </summary>
    private async Task<long> NewestEventAsync(CancellationToken cancel)
    {
        await using var rest = db.Database.CurrentTransaction is null && db is PostgresParIndexDb
            ? await WriteTransaction.BeginAsync(db, () => db.Database.ExecuteSqlRawAsync("LOCK TABLE audit_events IN SHARE MODE", cancel), cancel)
            : null;
        return await db.AuditEvents.MaxAsync(one => one.Sequence, cancel) ?? 0;
    }

    private async Task<WriteTransaction?> HoldAsync(CancellationToken cancel)
    {
        if (db.Database.CurrentTransaction is null)
        {
            return await WriteTransaction.BeginAsync(db, LockAsync, cancel);
        }

        if (db is PostgresParIndexDb)
        {
            await LockAsync();
        }

        return null;

        Task LockAsync() => db.Database.ExecuteSqlRawAsync("LOCK TABLE release_seals, audit_seals, checkpoints IN EXCLUSIVE MODE", cancel);
    }
}
