using System.Security.Cryptography;
using System.Text;

namespace ParIndex.Application.Staff;

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

    private const int GroupLength = 4;

    /// <summary>A new code: “K7PD-2MXN-Q4RT-9HWB”.</summary>
    public static string New() => Grouped(RandomNumberGenerator.GetString(Alphabet, Length));

    /// <summary>The hash that is kept.</summary>
    public static string Hash(string code) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(Plain(code))));

    /// <summary>Whether the typed code, in any case and grouping, is the one of the hash.</summary>
    public static bool Matches(string typed, string? hash) =>
        hash is not null && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Hash(typed)), Encoding.ASCII.GetBytes(hash));

    private static string Grouped(string code) => string.Join('-', code.Chunk(GroupLength).Select(group => new string(group)));

    private static string Plain(string typed)
    {
        ArgumentNullException.ThrowIfNull(typed);
        return string.Concat(typed.Where(char.IsLetterOrDigit)).ToUpperInvariant();
    }
}
