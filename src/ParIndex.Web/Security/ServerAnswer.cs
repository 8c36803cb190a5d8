using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using ParIndex.Application.Accounts;
using ParIndex.Application.Staff;
using ParIndex.Web.Configuration;
using ParIndex.Web.Pages;
using ParIndex.Web.Pages.Account;

namespace ParIndex.Web.Security;

/// <summary>What the province's identity server says of somebody, and what becomes of it.</summary>
/// <param name="StaffCode">The staff code, or <c>null</c> when it names none.</param>
/// <param name="At">When it says the person proved who they are.</param>
/// <param name="HasSecondFactor">Whether it says that took two factors.</param>
internal sealed record ServerAnswer(string? StaffCode, DateTimeOffset? At, bool HasSecondFactor)
{
    /// <summary>The item of the request's state that holds the reason for a new sign-in.</summary>
    public const string Reason = "reason";

    /// <summary>The item that holds where to go afterwards.</summary>
    public const string ReturnTo = "return-to";

    /// <summary>Values of <c>amr</c> (RFC 8176) that a password alone never gets. A code by text message is none: it goes to a number, not to a person.</summary>
    private static readonly string[] SecondFactors = ["mfa", "otp", "hwk", "swk", "sc"];

    private const int LongestCode = 80;

    /// <summary>Somebody came back with a good answer: their session begins, or they are told calmly that it does not.</summary>
    public static async Task TakeAsync(TicketReceivedContext ticket)
    {
        ticket.HandleResponse();
        var context = ticket.HttpContext;
        var services = context.RequestServices;
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var answer = Of(ticket.Principal!, services.GetRequiredService<IOptions<IdentityServerOptions>>().Value, now);
        var (reason, next) = (Item(ticket.Properties, Reason), Item(ticket.Properties, ReturnTo));
        var staff = services.GetRequiredService<StaffSignIn>();
        if (answer.StaffCode is null)
        {
            await staff.RefuseServerAsync("máy chủ không nêu mã cán bộ", cancel: context.RequestAborted);
            Refuse(context, ServerWords.NotKnown);
        }
        else if (FreshSignIn.Words(reason) is not null && !new ServerProof(answer.At).IsFresh(now))
        {
            await staff.RefuseServerAsync("cần lần đăng nhập mới, máy chủ trả lời bằng lần đăng nhập cũ", answer.StaffCode, context.RequestAborted);
            Refuse(context, ServerWords.NotFresh);
        }
        else if (await staff.EnterByServerAsync(answer.StaffCode, answer.HasSecondFactor, context.RequestAborted) is { } account)
        {
            context.Response.Redirect(ArrivedModel.AddressFor(services.GetRequiredService<LinkGenerator>(), await EnterAsync(context, account, answer, next, reason)));
        }
        else
        {
            Refuse(context, ServerWords.NotKnown);
        }
    }

    /// <summary>The answer was none, not to this browser, or a no.</summary>
    public static async Task FailAsync(RemoteFailureContext failed)
    {
        failed.HandleResponse();
        var words = ServerWords.Of(failed.Failure!);
        if (words.Status >= StatusCodes.Status500InternalServerError)
        {
            failed.HttpContext.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(ServerAnswer)).LogError(failed.Failure, "The identity server could not be asked, or answered with an error.");
        }

        await failed.HttpContext.RequestServices.GetRequiredService<StaffSignIn>().RefuseServerAsync(words.Note, cancel: failed.HttpContext.RequestAborted);
        Refuse(failed.HttpContext, words);
    }

    /// <summary>Answers with a page of these words.</summary>
    public static void Refuse(HttpContext context, ServerWords words)
    {
        (words.Text with { Again = SignIn.AddressFor(next: null) }).Tell(context);
        context.Response.StatusCode = words.Status;
    }

    private static async Task<string> EnterAsync(HttpContext context, StaffAccount account, ServerAnswer answer, string? next, string? reason)
    {
        var proof = new ServerProof(answer.At);
        if (account.TwoFactorEnabled && !answer.HasSecondFactor)
        {
            await HalfWay.BeginAsync(context, account, proof);
            return SignInModel.Back(context.RequestServices.GetRequiredService<LinkGenerator>().To("/Account/SecondStep"), next, reason);
        }

        var signIn = context.RequestServices.GetRequiredService<SignInManager<StaffAccount>>();
        await context.SignInAsync(signIn, account, answer.HasSecondFactor, answer.HasSecondFactor ? answer.At : null, proof);
        return next ?? context.RequestServices.GetRequiredService<LinkGenerator>().To("/Workspace/Index");
    }

    private static ServerAnswer Of(ClaimsPrincipal person, IdentityServerOptions server, DateTimeOffset now)
    {
        var code = person.FindFirstValue(server.StaffCodeClaim)?.Trim();
        DateTimeOffset? at = long.TryParse(person.FindFirstValue("auth_time"), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds <= now.AddYears(1).ToUnixTimeSeconds()
            ? DateTimeOffset.FromUnixTimeSeconds(Math.Min(seconds, now.ToUnixTimeSeconds()))
            : null;
        var isProved = server.SecondFactorByServer
            && (person.FindAll("amr").Any(method => SecondFactors.Contains(method.Value, StringComparer.Ordinal)) || (!string.IsNullOrEmpty(server.SecondFactorAcr) && person.FindFirstValue("acr") == server.SecondFactorAcr));
        return new(code is { Length: > 0 and <= LongestCode } ? code : null, at, isProved);
    }

    /// <summary>An item without a value comes back as an empty one.</summary>
    private static string? Item(AuthenticationProperties? state, string name) => state?.Items.TryGetValue(name, out var value) == true && value?.Length > 0 ? value : null;
}
