using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ParIndex.Domain.Audit;

namespace ParIndex.Domain.Seals;

/// <summary>
/// A batch of the audit log, sealed: the hash of its events after the seal before, and a short print of each, by which an event
/// that was changed, taken out or put in is named. Never changed.
/// </summary>
public sealed class AuditSeal
{
    private const int PrintBytes = 8, EntryBytes = sizeof(long) + PrintBytes;

    private AuditSeal()
    {
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>Place among the seals, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>The seal before; empty for the first.</summary>
    public string Previous { get; private set; } = "";

    /// <summary>Sequence of its first event.</summary>
    public long First { get; private set; }

    /// <summary>Sequence of its last event.</summary>
    public long Last { get; private set; }

    /// <summary>How many events are sealed up to here, of all batches.</summary>
    public long Events { get; private set; }

    /// <summary>Sequence and print of each event, 16 bytes each.</summary>
    public byte[] Prints { get; private set; } = [];

    /// <summary>The hash, lower-case hexadecimal SHA-256.</summary>
    public string Seal { get; private set; } = "";

    /// <summary>When it was sealed, UTC.</summary>
    public DateTime SealedAt { get; private set; }

    /// <summary>Seals a batch.</summary>
    /// <param name="previous">The seal before, or <c>null</c> for the first.</param>
    /// <param name="events">The events by their sequence, with their changes.</param>
    /// <param name="sealedAt">Instant, UTC.</param>
    /// <exception cref="ArgumentException">There is no event, or one without a sequence.</exception>
    public static AuditSeal After(AuditSeal? previous, IReadOnlyList<AuditEvent> events, DateTime sealedAt)
    {
        ArgumentNullException.ThrowIfNull(events);
        ArgumentOutOfRangeException.ThrowIfZero(events.Count);
        return new()
        {
            Number = (previous?.Number ?? 0) + 1,
            Previous = previous?.Seal ?? "",
            First = SequenceOf(events[0]),
            Last = SequenceOf(events[^1]),
            Events = (previous?.Events ?? 0) + events.Count,
            Prints = PrintsOf(events),
            Seal = HashOf(previous?.Seal ?? "", events),
            SealedAt = sealedAt,
        };
    }

    /// <summary>What of the batch is no longer what was sealed, in Vietnamese, as closely as it can be named.</summary>
    /// <param name="previous">The seal before, or <c>null</c> for the first.</param>
    /// <param name="events">The stored events from <see cref="First"/> to <see cref="Last"/>, by their sequence.</param>
    public IEnumerable<string> Differences(AuditSeal? previous, IReadOnlyList<AuditEvent> events)
    {
        ArgumentNullException.ThrowIfNull(events);
        if (Number != (previous?.Number ?? 0) + 1 || Previous != (previous?.Seal ?? ""))
        {
            yield return $"không nối tiếp niêm phong số {Number - 1}";
        }

        if (HashOf(Previous, events) == Seal && PrintsOf(events).AsSpan().SequenceEqual(Prints))
        {
            yield break;
        }

        var (stored, kept) = (Entries(PrintsOf(events)), Entries(Prints));
        var named = kept.Keys.Union(stored.Keys).Order().Where(sequence => kept.TryGetValue(sequence, out var was) != stored.TryGetValue(sequence, out var now) || was != now).ToList();
        foreach (var sequence in named)
        {
            yield return $"sự kiện số {sequence} {(!stored.ContainsKey(sequence) ? "đã bị xoá" : kept.ContainsKey(sequence) ? "đã bị sửa" : "không có lúc niêm phong")}";
        }

        if (named.Count == 0)
        {
            yield return "niêm phong không khớp với các sự kiện của nó";
        }
    }

    private static Dictionary<long, ulong> Entries(byte[] prints)
    {
        var entries = new Dictionary<long, ulong>();
        for (var at = 0; at + EntryBytes <= prints.Length; at += EntryBytes)
        {
            entries[BinaryPrimitives.ReadInt64BigEndian(prints.AsSpan(at))] = BinaryPrimitives.ReadUInt64BigEndian(prints.AsSpan(at + sizeof(long)));
        }

        return entries;
    }

    private static byte[] PrintsOf(IReadOnlyList<AuditEvent> events)
    {
        var prints = new byte[events.Count * EntryBytes];
        foreach (var (position, one) in events.Index())
        {
            var entry = prints.AsSpan(position * EntryBytes, EntryBytes);
            BinaryPrimitives.WriteInt64BigEndian(entry, SequenceOf(one));
            SHA256.HashData(Encoding.UTF8.GetBytes(TextOf(one))).AsSpan(0, PrintBytes).CopyTo(entry[sizeof(long)..]);
        }

        return prints;
    }

    private static string HashOf(string previous, IReadOnlyList<AuditEvent> events)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(previous + "\n"));
        foreach (var one in events)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(TextOf(one)));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>The text of an event that is hashed: a line for it and one for each of its changes, in the order of their keys.</summary>
    private static string TextOf(AuditEvent one)
    {
        var text = new StringBuilder();
        Line(text, SequenceOf(one).ToString(CultureInfo.InvariantCulture), $"{one.Id}", one.At.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff", CultureInfo.InvariantCulture), one.Actor, one.Source, one.Act);
        foreach (var change in one.Changes.OrderBy(change => $"{change.Id}", StringComparer.Ordinal))
        {
            Line(text, $"{change.Id}", change.Entity, change.EntityId, change.Property, change.OldValue, change.NewValue);
        }

        return text.ToString();
    }

    /// <summary>A line of fields: no two lists of values give the same, also with <c>null</c> and signs within.</summary>
    private static void Line(StringBuilder text, params ReadOnlySpan<string?> fields)
    {
        foreach (var field in fields)
        {
            text.Append(field is null ? "\\0" : field.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\t", "\\t", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal)).Append('\t');
        }

        text.Append('\n');
    }

    private static long SequenceOf(AuditEvent one) => one.Sequence ?? throw new ArgumentException("An event is sealed after the database took it in.", nameof(one));
}
