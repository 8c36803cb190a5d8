using System.IO.Compression;
using Microsoft.AspNetCore.ResponseCompression;
using ParIndex.Web.Published;

namespace ParIndex.Web.Setup;

internal static class Compression
{
    /// <summary>
    /// Brotli or gzip for texts, also under https: public pages hold no secret, and antiforgery tokens are masked
    /// anew in each answer.
    /// </summary>
    public static void AddCompression(this WebApplicationBuilder builder)
    {
        builder.Services.AddResponseCompression(compression =>
        {
            compression.EnableForHttps = true;
            compression.MimeTypes = AnswerTypes.Compressed;
        });
        builder.Services.Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = CompressionLevel.Optimal);
        builder.Services.Configure<GzipCompressionProviderOptions>(gzip => gzip.Level = CompressionLevel.Optimal);
    }
}
