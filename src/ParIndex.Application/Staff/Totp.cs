using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;

namespace ParIndex.Application.Staff;

/// <summary>Time-based one-time passwords (RFC 6238) as every authenticator app makes them: SHA-1, 30 seconds, six digits.</summary>
public static class Totp
{
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private const int StepSeconds = 30;

    private const int KeyBytes = 20;

    private const int Digits = 6;

    /// <summary>A new key: 160 bits in Base32.</summary>
    public static string NewKey() => Encode(RandomNumberGenerator.GetBytes(KeyBytes));

    /// <summary>Whether a text is a key as <see cref="NewKey"/> makes them: 32 characters of Base32.</summary>
    public static bool IsKey([NotNullWhen(true)] string? text) => text?.Length == KeyBytes * 8 / 5 && text.All(Base32.Contains);

    /// <summary>The key in groups of four, as a person types it.</summary>
    public static string Grouped(string key) => string.Join(' ', key.Chunk(4).Select(group => new string(group)));

    /// <summary>The address in the QR code.</summary>
    public static string Address(string key, string staffCode, string issuer) =>
        $"otpauth://totp/{Uri.EscapeDataString(issuer)}:{Uri.EscapeDataString(staffCode)}?secret={key}&issuer={Uri.EscapeDataString(issuer)}&digits={Digits}&period={StepSeconds}";

    /// <summary>The step an instant lies in.</summary>
    public static long StepAt(DateTimeOffset instant) => instant.ToUnixTimeSeconds() / StepSeconds;

    /// <summary>The code of a key in a step.</summary>
    public static string Code(string key, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        // RFC 4226 prescribes HMAC-SHA-1, which the weaknesses of SHA-1 do not touch; apps know nothing else.
#pragma warning disable CA5350
        var hash = HMACSHA1.HashData(Decode(key), counter);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 0xF)) & int.MaxValue;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <summary>
    /// The step whose code was typed: the present one, or its neighbour for a clock that is off. <c>null</c> when
    /// none fits, or when that step or a later one was accepted before. One accepted in a future that is not yet was
    /// accepted by a clock that ran ahead, and shuts nobody out.
    /// </summary>
    public static long? Accept(string key, string typed, DateTimeOffset now, long? lastStep)
    {
        ArgumentNullException.ThrowIfNull(typed);
        var code = string.Concat(typed.Where(char.IsAsciiDigit));
        long[] steps = [StepAt(now), StepAt(now) - 1, StepAt(now) + 1];
        var used = lastStep <= StepAt(now) + 1 ? lastStep.Value : 0;
        return steps.Where(step => code.Length == Digits && Code(key, step) == code && step > used).Select(step => (long?)step).FirstOrDefault();
    }

    private static string Encode(byte[] bytes)
    {
        var bits = string.Concat(bytes.Select(b => b.ToString("b8", CultureInfo.InvariantCulture)));
        return string.Concat(bits.Chunk(5).Select(five => Base32[Convert.ToInt32(new string(five), 2)]));
    }

    private static byte[] Decode(string key)
    {
        var bits = string.Concat(key.Select(c => Base32.IndexOf(c, StringComparison.Ordinal).ToString("b5", CultureInfo.InvariantCulture)));
        return [.. bits.Chunk(8).Where(eight => eight.Length == 8).Select(eight => Convert.ToByte(new string(eight), 2))];
    }
}
