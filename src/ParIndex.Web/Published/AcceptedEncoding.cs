using Microsoft.Extensions.Primitives;
using ParIndex.Domain.Numbers;

namespace ParIndex.Web.Published;

/// <summary>Which of the encodings that answers are kept in a reader takes (RFC 9110, 12.5.3).</summary>
public enum AcceptedEncoding
{
    /// <summary>The bytes as they are.</summary>
    Plain,

    /// <summary>Gzip.</summary>
    Gzip,

    /// <summary>Brotli, the smallest.</summary>
    Brotli,
}

/// <summary>Reads <c>Accept-Encoding</c>.</summary>
public static class EncodingChoice
{
    /// <summary>The one the reader likes best; of those liked equally the smallest.</summary>
    public static AcceptedEncoding Best(StringValues header)
    {
        var (best, liking) = (AcceptedEncoding.Plain, 0m);
        foreach (var line in header)
        {
            foreach (var part in line.AsSpan().Split(','))
            {
                var (encoding, quality) = Read(line.AsSpan()[part].Trim());
                if (encoding is { } known && quality > 0 && (quality > liking || (quality == liking && known > best)))
                {
                    (best, liking) = (known, quality);
                }
            }
        }

        return best;
    }

    private static (AcceptedEncoding? Encoding, decimal Quality) Read(ReadOnlySpan<char> part)
    {
        var end = part.IndexOf(';');
        var name = end < 0 ? part : part[..end].TrimEnd();
        AcceptedEncoding? encoding =
            name.Equals("br", StringComparison.OrdinalIgnoreCase) ? AcceptedEncoding.Brotli
            : name.Equals("gzip", StringComparison.OrdinalIgnoreCase) || name.Equals("x-gzip", StringComparison.OrdinalIgnoreCase) ? AcceptedEncoding.Gzip
            : null;
        return (encoding, end < 0 ? 1 : Quality(part[(end + 1)..]));
    }

    /// <summary>What is no number is no liking.</summary>
    private static decimal Quality(ReadOnlySpan<char> parameters)
    {
        var text = parameters.Trim();
        return text is ['q' or 'Q', '=', .. var value] ? DataNumber.Read(value.ToString()) ?? 0 : 0;
    }
}
