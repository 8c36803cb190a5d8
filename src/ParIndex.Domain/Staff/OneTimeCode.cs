using System.Security.Cryptography;
using System.Text;

namespace ParIndex.Domain.Staff;

/// <summary>
/// The code that starts an account or resets its password: 16 characters of a 31-letter alphabet without look-alikes,
/// 79 bits, written in four groups. Only its hash is kept; so many bits need no slow hash.
/// </summary>
public static class OneTimeCode
{
    /// <summary>How long a code is good.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(72);

    private const string Alphabet = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    private const int Length = 16;

    private const int HalfLength = 12;

    private const int GroupLength = 4;

    /// <summary>A new code: “K7PD-2MXN-Q4RT-9HWB”.</summary>
    public static string New() => Grouped(RandomNumberGenerator.GetString(Alphabet, Length));

    /// <summary>
    /// Half a code of 24 characters, 59 bits: what one of two people hands to the owner of an account that neither may
    /// use alone.
    /// </summary>
    public static string NewHalf() => Grouped(RandomNumberGenerator.GetString(Alphabet, HalfLength));

    /// <summary>What is kept of a code in two halves.</summary>
    /// <param name="firstHash">The hash of the first half.</param>
    /// <param name="secondHash">The hash of the second half.</param>
    public static string HashOfHalves(string firstHash, string secondHash) => $"{firstHash}:{secondHash}";

    /// <summary>The hash that is kept.</summary>
    public static string Hash(string code) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(Plain(code))));

    /// <summary>Whether the typed code, in any case and grouping, is the one of the hash.</summary>
    public static bool Matches(string typed, string? hash)
    {
        var plain = Plain(typed);
        return hash is not null && (hash.Split(':') is [var first, var second]
            ? plain.Length == 2 * HalfLength && IsOf(plain[..HalfLength], first) & IsOf(plain[HalfLength..], second)
            : IsOf(plain, hash));
    }

    private static bool IsOf(string plain, string hash) => CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Hash(plain)), Encoding.ASCII.GetBytes(hash));

    private static string Grouped(string code) => string.Join('-', code.Chunk(GroupLength).Select(group => new string(group)));

    private static string Plain(string typed)
    {
        ArgumentNullException.ThrowIfNull(typed);
        return string.Concat(typed.Where(char.IsLetterOrDigit)).ToUpperInvariant();
    }
}
