using System.Globalization;
using System.Text;

namespace ParIndex.Domain.Seals;

/// <summary>What a checkpoint says: how long both chains are and where they end, at one moment.</summary>
/// <param name="Province">The province as it calls itself.</param>
/// <param name="Releases">How many releases are sealed.</param>
/// <param name="Seal">The seal of the newest.</param>
/// <param name="Events">How many events of the audit log are sealed.</param>
/// <param name="AuditSeal">The newest seal of the audit log; empty while there is none.</param>
/// <param name="At">When, UTC, to the second.</param>
/// <param name="Key">The fingerprint of the key that signs it.</param>
public sealed record CheckpointText(string Province, int Releases, string Seal, long Events, string AuditSeal, DateTime At, string Key)
{
    private const string Form = "parindex-checkpoint-1", Instant = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    /// <summary>The text that is signed: a line for each fact, LF.</summary>
    public string Write() => string.Create(CultureInfo.InvariantCulture, $"""
        {Form}
        province: {Province}
        releases: {Releases}
        seal: {Seal}
        events: {Events}
        audit: {AuditSeal}
        time: {At.ToString(Instant, CultureInfo.InvariantCulture)}
        key: {Key}

        """).ReplaceLineEndings("\n").Normalize(NormalizationForm.FormC);

    /// <summary>Reads a checkpoint; <c>null</c> when the text is none, or is not letter for letter as <see cref="Write"/> writes it.</summary>
    public static CheckpointText? Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var facts = text.Split('\n').Select(line => line.Split(": ", 2)).Where(parts => parts.Length == 2).GroupBy(parts => parts[0], StringComparer.Ordinal).ToDictionary(parts => parts.Key, parts => parts.First()[1], StringComparer.Ordinal);
        return int.TryParse(facts.GetValueOrDefault("releases"), NumberStyles.None, CultureInfo.InvariantCulture, out var releases)
            && long.TryParse(facts.GetValueOrDefault("events"), NumberStyles.None, CultureInfo.InvariantCulture, out var events)
            && DateTime.TryParseExact(facts.GetValueOrDefault("time"), Instant, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at)
            && new CheckpointText(Of("province"), releases, Of("seal"), events, Of("audit"), at, Of("key")) is var read && read.Write() == text ? read : null;

        string Of(string name) => facts.GetValueOrDefault(name, "");
    }
}

/// <summary>A signed statement of where the chains end (điểm kiểm soát): who rebuilds or shortens a chain cannot sign it again.</summary>
public sealed class Checkpoint
{
    /// <param name="number">Place among the checkpoints, from 1.</param>
    /// <param name="text">What is signed.</param>
    /// <param name="signature">The signature: ECDSA P-256 with SHA-256, DER.</param>
    /// <param name="publicKey">The public key that verifies it, PEM.</param>
    /// <param name="at">Instant, UTC.</param>
    public Checkpoint(int number, string text, byte[] signature, string publicKey, DateTime at) => (Number, Text, Signature, PublicKey, At) = (number, text, signature, publicKey, at);

    private Checkpoint()
    {
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>Place among the checkpoints, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>What is signed, see <see cref="CheckpointText"/>.</summary>
    public string Text { get; private set; } = "";

    /// <summary>The signature of its UTF-8 bytes.</summary>
    public byte[] Signature { get; private set; } = [];

    /// <summary>The public key that verifies it, PEM. Whether it may be trusted is not for the database to say.</summary>
    public string PublicKey { get; private set; } = "";

    /// <summary>When, UTC.</summary>
    public DateTime At { get; private set; }
}
