using System.Text;
using ParIndex.Application.Releases.Seals;
using ParIndex.Web.Security;

namespace ParIndex.Web.Endpoints;

/// <summary>The public keys that verify the signature in a release's archive, apart from the archive.</summary>
internal static class SealEndpoints
{
    /// <summary>The name of its address.</summary>
    public const string PublicKey = "seal-key";

    public static void MapSeals(this IEndpointRouteBuilder app) =>
        app.MapGet("/kiem-chung/khoa-cong-khai.pem", Key).WithName(PublicKey).RequireRateLimiting(RateLimits.OpenData).AllowAnonymous();

    private static IResult Key(SealKeys keys) => keys.Known() is { Count: > 0 } known
        ? Results.File(Encoding.ASCII.GetBytes(string.Concat(known.Select(key => key.Pem))), "application/x-pem-file", "khoa-cong-khai.pem")
        : Results.NotFound();
}
