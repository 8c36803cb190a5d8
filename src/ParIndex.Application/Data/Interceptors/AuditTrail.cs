using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using ParIndex.Application.Releases;
using ParIndex.Domain.Numbers;

namespace ParIndex.Application.Data.Interceptors;

/// <summary>Writes one audit event for every save, in the same save, so that neither can exist without the other.</summary>
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
        var changes = db.ChangeTracker.Entries().Where(IsAudited).SelectMany(ChangesOf).ToList();
        if (changes.Count > 0 || db.IsAct)
        {
            db.Add(new AuditEvent(clock.GetUtcNow().UtcDateTime, db.Actor, db.Source ?? source?.Now ?? ActSource.Program, Clip(db.Act), changes));
        }
    }

    private static string Clip(string act) => act.Length <= LongestAct ? act : act[..(LongestAct - 1)] + "…";

    /// <summary>
    /// A release's rows are told by the release itself, an edit by its cell, what happened to an account by the account, a
    /// notice by its act, a lease by nobody; the log does not log
    /// itself.
    /// </summary>
    private static bool IsAudited(EntityEntry entry) =>
        entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted
        && entry.Entity is not (AuditEvent or AuditChange or AuditCount or Staff.GuessLimit or Staff.AccountNotice or Staff.StaffEvent or Domain.Scorecards.ScoreEdit or Outbox.JobLease or DigestCheck or ReleaseGroup or ReleaseResult or ReleaseReference or ReleaseCriterion or ReleaseScore);

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
                .Where(property => property.IsModified && !Stamps.Contains(property.Metadata.Name))
                .Select(property => IsSecret(entry, property.Metadata.Name)
                    ? new AuditChange(entity, id, property.Metadata.Name, Hidden, Hidden)
                    : new AuditChange(entity, id, property.Metadata.Name, Text(property.OriginalValue), Text(property.CurrentValue))),
        };
    }

    private static bool IsSecret(EntityEntry entry, string property) =>
        Secrets.Contains(property) || entry.Entity is Microsoft.AspNetCore.Identity.IdentityUserToken<Guid>;

    private static string Title(EntityEntry entry) => entry.Entity switch
    {
        Release release => $"{release.Year}/{release.VersionNumber} {release.ResultsDigest}",
        Domain.Units.Unit unit => unit.Code,
        Staff.StaffAccount account => account.StaffCode,
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
