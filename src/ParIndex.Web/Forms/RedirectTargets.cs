using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace ParIndex.Web.Forms;

/// <summary>
/// A header holds ASCII alone, and the server throws at any other letter; a return address or a criterion's code may hold
/// all. So every address a page redirects to is written as a browser would ask for it.
/// </summary>
internal sealed class RedirectTargets : IAlwaysRunResultFilter
{
    public void OnResultExecuting(ResultExecutingContext context)
    {
        if (context.Result is RedirectResult redirect)
        {
            redirect.Url = Encode(redirect.Url);
        }
        else if (context.Result is LocalRedirectResult local)
        {
            local.Url = Encode(local.Url);
        }
    }

    public void OnResultExecuted(ResultExecutedContext context)
    {
    }

    /// <summary>The address with everything but the visible signs of ASCII percent-encoded; what is encoded stays as it is.</summary>
    public static string Encode(string address) =>
        address.All(IsPlain) ? address : string.Concat(address.EnumerateRunes().Select(rune => rune.IsAscii && IsPlain((char)rune.Value) ? rune.ToString() : Escape(rune)));

    private static bool IsPlain(char sign) => sign is > ' ' and < (char)127;

    private static string Escape(Rune rune)
    {
        Span<byte> bytes = stackalloc byte[4];
        return string.Concat(bytes[..rune.EncodeToUtf8(bytes)].ToArray().Select(part => $"%{part:X2}"));
    }
}
