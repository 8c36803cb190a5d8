using System.Globalization;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using ParIndex.Application.Accounts;
using ParIndex.Domain.Audit;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Outbox;
using ParIndex.Domain.Releases;
using ParIndex.Domain.Seals;
using ParIndex.Domain.Staff;
using ParIndex.Domain.Text;

namespace ParIndex.Application.Data.Interceptors;

/// <summary>
/// Writes one audit event for every act, in the same save, so that neither can exist without the other; a change that
/// nobody says an act of is not saved.
/// </summary>
internal sealed class AuditTrail(TimeProvider clock, ActSource? source)
{
    /// <summary>Tokens that change with every save and tell nothing.</summary>
    private static readonly string[] Stamps = ["Version", "ConcurrencyStamp", "SecurityStamp"];

    /// <summary>That these changed is told, to what is not.</summary>
    private static readonly string[] Secrets = ["PasswordHash", "OneTimeCodeHash"];

    /// <summary>Most characters the log holds of an act's words.</summary>
    private const int LongestAct = 200;

    private const string Hidden = "•••";

    /// <summary>What was not saved did not happen: the next save of the context must not tell it.</summary>
    public static void Withdraw(ParIndexDb db)
    {
        foreach (var entry in db.ChangeTracker.Entries().Where(entry => entry is { State: EntityState.Added, Entity: AuditEvent or AuditChange }).ToList())
        {
            entry.State = EntityState.Detached;
        }
    }

    public void Write(ParIndexDb db)
    {
        var audited = db.ChangeTracker.Entries().Where(IsAudited).ToList();
        if (db.Act is { } act)
        {
            db.Add(new AuditEvent(clock.GetUtcNow().UtcDateTime, act.Who, db.Source ?? source?.Now ?? ActSource.Program, VietnameseText.Clip(act.Words, LongestAct), LinesOf(audited)));
        }
        else if (audited.Count > 0)
        {
            throw new InvalidOperationException($"A change of {audited[0].Metadata.ClrType.Name} is saved without an act: say who does what to {nameof(ParIndexDb.SaveAsync)}.");
        }
    }

    /// <summary>Each changed value is a line; so is each row that was added or deleted, but rows of one kind in the collections of others are one line.</summary>
    private static List<AuditChange> LinesOf(IReadOnlyList<EntityEntry> audited)
    {
        var children = audited.Where(entry => entry.State is EntityState.Added or EntityState.Deleted && ParentKey(entry) is not null)
            .GroupBy(entry => (entry.Metadata, entry.State)).Where(same => same.Skip(1).Any()).ToList();
        var told = children.SelectMany(same => same).ToHashSet();
        return [.. audited.Where(entry => !told.Contains(entry)).SelectMany(ChangesOf), .. children.Select(Together)];
    }

    private static AuditChange Together(IGrouping<(IEntityType Kind, EntityState State), EntityEntry> same)
    {
        var parents = same.Select(entry => Text(entry.Property(ParentKey(entry)!).CurrentValue)).Distinct().Take(2).ToList();
        var rows = string.Create(CultureInfo.InvariantCulture, $"{same.Count()} dòng");
        var isAdded = same.Key.State == EntityState.Added;
        return new(same.Key.Kind.ClrType.Name, parents is [{ } parent] ? parent : "", property: null, isAdded ? null : rows, isAdded ? rows : null);
    }

    /// <summary>The property that names the row in whose collection this one stands, or <c>null</c>.</summary>
    private static string? ParentKey(EntityEntry entry) =>
        entry.Metadata.GetForeignKeys().FirstOrDefault(key => key is { IsRequired: true, PrincipalToDependent.IsCollection: true })?.Properties[0].Name;

    /// <summary>
    /// Whether the log tells a row by itself. A release's rows are told by the release, an edit by its cell, what happened to
    /// an account by the account, a notice by its act. Nobody's acts, and so not told, are the wrong guesses counted, leases, keys
    /// that the framework renews, checks of digests and seals; and the log does not log itself.
    /// </summary>
    private static bool IsAudited(EntityEntry entry) =>
        entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted
        && entry.Entity is not (AuditEvent or AuditChange or AuditCount or GuessLimit or AccountNotice or StaffEvent or Domain.Scorecards.ScoreEdit or JobLease or DataProtectionKey or DigestCheck or ReleaseSeal or ReleaseBundle or AuditSeal or Checkpoint or ReleaseGroup or ReleaseResult or ReleaseReference or ReleaseCriterion or ReleaseScore);

    private static IEnumerable<AuditChange> ChangesOf(EntityEntry entry)
    {
        var entity = entry.Metadata.ClrType.Name;
        // Of a key in several parts the first says whose row it is; the column holds one key.
        var id = Text(entry.Property(entry.Metadata.FindPrimaryKey()!.Properties[0].Name).CurrentValue)!;
        return entry.State switch
        {
            EntityState.Added => [new(entity, id, property: null, oldValue: null, newValue: Title(entry))],
            EntityState.Deleted => [new(entity, id, property: null, oldValue: Title(entry), newValue: null)],
            _ => entry.Properties
                .Where(property => property.IsModified && !TellsNothing(entry, property.Metadata.Name))
                .Select(property => IsSecret(entry, property.Metadata.Name)
                    ? new AuditChange(entity, id, property.Metadata.Name, Hidden, Hidden)
                    : new AuditChange(entity, id, property.Metadata.Name, Text(property.OriginalValue), Text(property.CurrentValue))),
        };
    }

    /// <summary>A stamp; or what an account is found by, which follows from the name and post that are told.</summary>
    private static bool TellsNothing(EntityEntry entry, string property) =>
        Stamps.Contains(property) || (property == nameof(StaffAccount.SearchText) && entry.Entity is StaffAccount);

    private static bool IsSecret(EntityEntry entry, string property) =>
        Secrets.Contains(property) || entry.Entity is Microsoft.AspNetCore.Identity.IdentityUserToken<Guid>;

    private static string Title(EntityEntry entry) => entry.Entity switch
    {
        Release release => $"{release.Year}/{release.VersionNumber} {release.ResultsDigest}",
        Domain.Units.Unit unit => unit.Code,
        StaffAccount account => account.StaffCode,
        Domain.Scorecards.Submission { Content: { } content } => content.Write(),
        _ => entry.Metadata.ClrType.Name,
    };

    private static string? Text(object? value) => value switch
    {
        null => null,
        DateTime instant => instant.ToString("O", CultureInfo.InvariantCulture),
        DateOnly day => DateWriter.Data(day),
        decimal number => NumberWriter.DataTrimmed(number),
        IFormattable formattable => formattable.ToString(format: null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };
}
