using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace ParIndex.Web.Security;

/// <summary>How often one client may ask what costs work: generous for a person or a script, not for a flood.</summary>
internal static class RateLimits
{
    /// <summary>The policy of the API and the search.</summary>
    public const string OpenData = "open-data";

    /// <summary>The policy of the pages that take a password or a code: only what is sent to them counts.</summary>
    public const string SignIn = "sign-in";

    /// <summary>A department behind one address signs in on the morning a round opens; a guesser needs millions.</summary>
    public const int SignInAttempts = 60;

    /// <summary>Who takes everything once asks for each unit and year: twenty years of a hundred and fifty units at one go.</summary>
    public const int OpenDataBurst = 3000;

    /// <summary>A hundred people of an office behind one address who ask twelve times a minute each.</summary>
    public const int OpenDataASecond = 20;

    /// <summary>The policy of whole releases in one file, each of which costs as much as hundreds of pages.</summary>
    public const string WholeData = "whole-data";

    /// <summary>Every file of every version of twenty years, and an office that opens the same one on the same day.</summary>
    public const int WholeDataBurst = 120;

    /// <summary>The policy of the public's remarks: only what is sent counts.</summary>
    public const string Remarks = "remarks";

    /// <summary>A newsroom or a school class behind one address; who writes more has more to say than a form is for.</summary>
    public const int RemarksAnHour = 30;

    /// <summary>The policy of pages that read uploaded files: only what is sent to them counts.</summary>
    public const string Import = "import";

    public const int ImportRequests = 60;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    public static void AddRateLimits(this WebApplicationBuilder builder) =>
        builder.Services.AddRateLimiter(limits =>
        {
            limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limits.OnRejected = SayWhenToReturn;
            limits.AddPolicy(OpenData, context => Bucket(context, OpenDataBurst, OpenDataASecond));
            limits.AddPolicy(WholeData, context => Bucket(context, WholeDataBurst, 1));
            limits.AddPolicy(SignIn, context => OfPosts(context, SignInAttempts));
            limits.AddPolicy(Import, context => OfPosts(context, ImportRequests));
            // What another site sends in a reader's name is refused, and takes nothing from those behind the same address.
            limits.AddPolicy(Remarks, context => FormOrigin.IsHere(context.Request) ? OfPosts(context, RemarksAnHour, TimeSpan.FromHours(1)) : RateLimitPartition.GetNoLimiter("elsewhere"));
        });

    /// <summary>So many at once, and so many a second for who goes on: nobody is shut out for a whole minute.</summary>
    private static RateLimitPartition<string> Bucket(HttpContext context, int burst, int aSecond) => RateLimitPartition.GetTokenBucketLimiter(
        ClientAddress.ClientOf(context),
        _ => new TokenBucketRateLimiterOptions { TokenLimit = burst, TokensPerPeriod = aSecond, ReplenishmentPeriod = TimeSpan.FromSeconds(1) });

    private static RateLimitPartition<string> OfPosts(HttpContext context, int most, TimeSpan? window = null) => HttpMethods.IsPost(context.Request.Method)
        ? RateLimitPartition.GetFixedWindowLimiter(
            // A colleague who floods the address of a department shuts out nobody who signed in from it before.
            context.RequestServices.GetRequiredService<KnownBrowser>().IdOf(context) ?? ClientAddress.ClientOf(context),
            _ => new FixedWindowRateLimiterOptions { PermitLimit = most, Window = window ?? Window })
        // A key of its own: whoever shares a key shares the limiter that was made for it first.
        : RateLimitPartition.GetNoLimiter("reading");

    private static ValueTask SayWhenToReturn(OnRejectedContext rejection, CancellationToken cancellationToken)
    {
        var wait = rejection.Lease.TryGetMetadata(MetadataName.RetryAfter, out var left) ? left : Window;
        rejection.HttpContext.Response.Headers.RetryAfter =
            Math.Max(1, (long)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        return ValueTask.CompletedTask;
    }
}
