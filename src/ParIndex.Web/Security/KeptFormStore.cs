using System.Collections.Concurrent;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using ParIndex.Web.Forms;
namespace ParIndex.Web.Security;

/// <summary>A form whose session had ended when it was sent: whose it is, where it was sent, what was typed.</summary>
internal sealed record KeptForm(Guid Owner, SentForm Sent, DateTimeOffset Until);

/// <summary>
/// Forms that were sent after the session had ended, until their owner has signed in again and sees them filled in. Only
/// whoever sends the cookie of a session that was real has a form kept, and only the account of that session gets it
/// back. Nothing is sent again by itself.
/// </summary>
internal sealed class KeptFormStore(TimeProvider clock, IOptionsMonitor<CookieAuthenticationOptions> cookies)
{
    /// <summary>The part of an address that names the form to be filled in.</summary>
    public const string Parameter = "giu-lai";

    /// <summary>Most forms of one person, and of all; the oldest go first.</summary>
    private const int MostOfAPerson = 5;

    private const int MostOfAll = 200;

    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);

    private readonly ConcurrentDictionary<string, KeptForm> _forms = new(StringComparer.Ordinal);

    /// <summary>Whether an address leads to a form that is kept.</summary>
    public static bool AreNamedIn(string? address) => address?.Contains(Parameter + "=", StringComparison.Ordinal) == true;

    /// <summary>Keeps the form of a request whose session is over.</summary>
    /// <returns>The address at which it is filled in, or <c>null</c> when there is nothing to keep or nobody to keep it for.</returns>
    public async Task<string?> KeepAsync(HttpContext context) =>
        OwnerOf(context) is { } owner && await SentForm.ReadAsync(context) is { } sent ? Keep(owner, sent) : null;

    /// <summary>The form of an address, when it is this person's.</summary>
    public KeptForm? Find(string? id, ClaimsPrincipal person) =>
        id is not null && _forms.TryGetValue(id, out var form) && form.Until > clock.GetUtcNow() && person.Identity is { IsAuthenticated: true } && form.Owner == person.AccountId() ? form : null;

    private string Keep(Guid owner, SentForm sent)
    {
        var now = clock.GetUtcNow();
        foreach (var (old, _) in _forms.Where(pair => pair.Value.Until <= now)
            .Concat(_forms.Where(pair => pair.Value.Owner == owner).OrderByDescending(pair => pair.Value.Until).Skip(MostOfAPerson - 1))
            .Concat(_forms.OrderByDescending(pair => pair.Value.Until).Skip(MostOfAll - 1)).ToList())
        {
            _forms.TryRemove(old, out _);
        }

        var id = Guid.NewGuid().ToString("N");
        _forms[id] = new(owner, sent, now + Lifetime);
        return $"{sent.Page}{(sent.Page.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{Parameter}={id}";
    }

    /// <summary>The account of the session that is over, or too old for this act: its cookie is still a real one.</summary>
    private Guid? OwnerOf(HttpContext context)
    {
        var options = cookies.Get(IdentityConstants.ApplicationScheme);
        var cookie = options.CookieManager.GetRequestCookie(context, options.Cookie.Name!);
        var ticket = string.IsNullOrEmpty(cookie) ? null : options.TicketDataFormat.Unprotect(cookie);
        return Guid.TryParse(ticket?.Principal.FindFirstValue(ClaimTypes.NameIdentifier), out var id) ? id : null;
    }
}

/// <summary>What a form sent, as far as it may be shown again: no token, no password, no file.</summary>
/// <param name="Path">Where it was sent.</param>
/// <param name="Handler">The handler it named; empty for none.</param>
/// <param name="Page">The page it stood on, as far as is known.</param>
/// <param name="Fields">Values by name, each in the order of the form.</param>
/// <param name="HadFiles">Whether files came with it, which have to be chosen again.</param>
internal sealed record SentForm(string Path, string Handler, string Page, IReadOnlyDictionary<string, StringValues> Fields, bool HadFiles)
{
    /// <summary>Longest form that is kept, characters: a whole sheet, many times over.</summary>
    private const int MostCharacters = 400_000;

    /// <summary>Larger ones are not read: no more than an upload with its fields.</summary>
    private const long MostBytes = 25L * 1024 * 1024;

    private const string Handlers = "handler";

    private static readonly string[] Secrets = ["password", "present", "again"];

    /// <summary>Reads the form of a request; <c>null</c> when it has none that can be read and shown again.</summary>
    public static async Task<SentForm?> ReadAsync(HttpContext context)
    {
        var request = context.Request;
        if (!HttpMethods.IsPost(request.Method) || !request.HasFormContentType || request.ContentLength > MostBytes || request.IsFromScript())
        {
            return null;
        }

        try
        {
            var form = await request.ReadFormAsync(context.RequestAborted);
            var fields = form.Where(field => MayBeShown(request.Path, field.Key)).ToDictionary(field => field.Key, field => field.Value, StringComparer.Ordinal);
            return fields.Count == 0 || fields.Sum(field => field.Key.Length + field.Value.Sum(value => value?.Length ?? 0)) > MostCharacters
                ? null
                : new(request.Path.Value ?? "/", request.Query[Handlers].ToString(), PageOf(request), fields, form.Files.Count > 0);
        }
        catch (Exception unreadable) when (unreadable is InvalidDataException or IOException or BadHttpRequestException)
        {
            return null;
        }
    }

    /// <summary>Of the forms of one's own account only the staff code: everything else in them opens a door.</summary>
    private static bool MayBeShown(PathString path, string name) =>
        !name.StartsWith("__", StringComparison.Ordinal)
        && (path.StartsWithSegments("/tai-khoan", StringComparison.OrdinalIgnoreCase)
            ? name == "Input.StaffCode"
            : !Array.Exists(Secrets, secret => name.EndsWith(secret, StringComparison.OrdinalIgnoreCase)));

    /// <summary>The page the browser says it was on, when it is one of ours; else where the form was sent.</summary>
    private static string PageOf(HttpRequest request)
    {
        var isOurs = Uri.TryCreate(request.Headers.Referer, UriKind.Absolute, out var from) && from.Authority == request.Host.Value && OpenData.IsForStaff(new PathString(Uri.UnescapeDataString(from.AbsolutePath)));
        var (path, query) = isOurs ? (from!.AbsolutePath, from.Query) : (request.Path.ToUriComponent(), request.QueryString.Value);
        var parts = (query ?? "").TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Where(part => !part.StartsWith(Handlers + "=", StringComparison.OrdinalIgnoreCase) && !part.StartsWith(KeptFormStore.Parameter + "=", StringComparison.Ordinal)).ToList();
        return RedirectTargets.Encode(path + (parts.Count == 0 ? "" : "?" + string.Join('&', parts)));
    }
}
