using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Data;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Seals;

namespace ParIndex.Application.Releases.Seals;

/// <summary>Follows both chains from their first link to the last checkpoint and names what is not as it was sealed. Stores nothing.</summary>
public sealed class SealVerification(ParIndexDb db, SealKeys keys)
{
    private const int MostEvents = 100_000;

    /// <summary>Everything, first the releases.</summary>
    public async Task<IReadOnlyList<string>> DifferencesAsync(CancellationToken cancel = default) =>
        [.. await OfReleasesAsync(only: null, cancel), .. await OfCheckpointsAsync(cancel), .. await OfLogAsync(cancel)];

    /// <summary>How far the chains go: releases sealed, events sealed, checkpoints.</summary>
    public async Task<(int Releases, long Events, int Checkpoints)> LengthsAsync(CancellationToken cancel = default) => (
        await db.ReleaseSeals.CountAsync(cancel),
        await db.AuditSeals.MaxAsync(seal => (long?)seal.Events, cancel) ?? 0,
        await db.Checkpoints.CountAsync(cancel));

    /// <summary>The releases without a seal of their own, by year and version: those published since the portal last sealed.</summary>
    public async Task<IReadOnlyList<(int Year, int Version)>> UnsealedAsync(CancellationToken cancel = default) =>
        [.. (await db.Releases.AsNoTracking()
                .Where(release => !db.ReleaseSeals.Any(seal => seal.ReleaseId == release.Id))
                .OrderBy(release => release.Year).ThenBy(release => release.VersionNumber)
                .Select(release => new { release.Year, release.VersionNumber })
                .ToListAsync(cancel))
            .Select(release => (release.Year, release.VersionNumber))];

    /// <summary>What of the chain of releases, their manifests and their bundles is not as it was sealed.</summary>
    /// <param name="only">The one release whose bundle and figures are looked at, by year and version; <c>null</c> for all.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<IReadOnlyList<string>> OfReleasesAsync((int Year, int Version)? only, CancellationToken cancel = default)
    {
        var found = new List<string>();
        var (seals, known) = (await db.ReleaseSeals.AsNoTracking().OrderBy(seal => seal.Number).ToListAsync(cancel), keys.Known());
        foreach (var (position, seal) in seals.Index())
        {
            var name = $"Niêm phong số {seal.Number} (bản công bố {seal.Year}, lần {seal.Version})";
            var before = position == 0 ? null : seals[position - 1];
            var manifest = ReleaseManifest.Read(seal.Manifest);
            if (ReleaseManifest.SealOf(seal.Manifest) != seal.Seal || manifest is null)
            {
                found.Add($"{name}: bản kê khác lúc niêm phong.");
            }
            else if (seal.Number != position + 1 || manifest.Number != seal.Number || manifest.Previous != before?.Seal)
            {
                found.Add($"{name}: không nối tiếp niêm phong trước.");
            }
            else if (only is null || only == (seal.Year, seal.Version))
            {
                found.AddRange((await OfOneAsync(seal, manifest, known, cancel)).Select(what => $"{name}: {what}"));
            }
        }

        return found;
    }

    private async Task<IReadOnlyList<string>> OfOneAsync(ReleaseSeal seal, ReleaseManifest manifest, IReadOnlyList<(string Fingerprint, string Pem)> known, CancellationToken cancel)
    {
        var release = await db.Releases.AsNoTracking().Where(release => release.Id == seal.ReleaseId).Select(release => new { release.Year, release.VersionNumber, release.ResultsDigest }).FirstOrDefaultAsync(cancel);
        if (release is null || (release.Year, release.VersionNumber, release.ResultsDigest) != (manifest.Year, manifest.Version, manifest.ResultsDigest) || (seal.Year, seal.Version) != (manifest.Year, manifest.Version))
        {
            return ["bản công bố không còn, hoặc năm, lần, mã kết quả của nó khác bản kê."];
        }

        var content = await db.ReleaseBundles.AsNoTracking().Where(bundle => bundle.ReleaseId == seal.ReleaseId).Select(bundle => bundle.Content).FirstOrDefaultAsync(cancel);
        return content is null ? ["không còn gói tệp."]
            : BundleCheck.Of(content, known) is { Count: > 0 } differences ? [.. differences.Select(difference => $"gói tệp, {difference}")]
            : BundleCheck.ManifestOf(content)?.Write() != seal.Manifest ? ["gói tệp mang bản kê khác."]
            : [];
    }

    /// <summary>What the signed checkpoints say of the chains that is not so.</summary>
    public async Task<IReadOnlyList<string>> OfCheckpointsAsync(CancellationToken cancel = default)
    {
        var found = new List<string>();
        var known = keys.Known();
        var releases = await db.ReleaseSeals.AsNoTracking().OrderBy(seal => seal.Number).Select(seal => seal.Seal).ToListAsync(cancel);
        var log = (await db.AuditSeals.AsNoTracking().Select(seal => new { seal.Events, seal.Seal }).ToListAsync(cancel)).GroupBy(seal => seal.Events).ToDictionary(seals => seals.Key, seals => seals.First().Seal);
        foreach (var (position, checkpoint) in (await db.Checkpoints.AsNoTracking().OrderBy(checkpoint => checkpoint.Number).ToListAsync(cancel)).Index())
        {
            var name = $"Điểm kiểm soát số {checkpoint.Number}";
            if (CheckpointText.Read(checkpoint.Text) is not { } text)
            {
                found.Add($"{name}: không đọc được, hoặc khác dạng chuẩn.");
                continue;
            }

            if (BundleCheck.WhyNotSigned(checkpoint.Text, checkpoint.Signature, text.Key, known) is { } why)
            {
                found.Add($"{name}: {why}.");
            }
            else if (checkpoint.Number != position + 1)
            {
                found.Add($"{name}: thiếu điểm kiểm soát trước đó.");
            }
            else if (releases.ElementAtOrDefault(text.Releases - 1) != text.Seal)
            {
                found.Add($"{name}: ghi {NumberWriter.VietnameseCount(text.Releases)} bản công bố đã niêm phong và dấu {text.Seal[..8]}, chuỗi đang lưu không còn như vậy.");
            }
            else if (text.Events > 0 && log.GetValueOrDefault(text.Events) != text.AuditSeal)
            {
                found.Add($"{name}: ghi {NumberWriter.VietnameseCount((int)text.Events)} sự kiện nhật ký đã niêm phong, nhật ký đang lưu không còn như vậy.");
            }
        }

        return found;
    }

    /// <summary>What of the audit log is not as it was sealed.</summary>
    public async Task<IReadOnlyList<string>> OfLogAsync(CancellationToken cancel = default)
    {
        var found = new List<string>();
        AuditSeal? before = null;
        foreach (var seal in await db.AuditSeals.AsNoTracking().OrderBy(seal => seal.Number).ToListAsync(cancel))
        {
            var events = await Sealing.EventsAsync(db, before?.Last ?? 0, seal.Last, MostEvents, cancel);
            found.AddRange(seal.Differences(before, events).Select(what => $"Nhật ký, niêm phong số {seal.Number}: {what}."));
            before = seal;
        }

        return found;
    }
}
