using System.CommandLine;
using Microsoft.Extensions.Options;
using ParIndex.Application.Releases;
using ParIndex.Web.Configuration;
using ParIndex.Web.Published;

namespace ParIndex.Web.Commands;

/// <summary><c>export-site</c>: a year's public pages and data as files for any web server.</summary>
internal static class ExportSiteVerb
{
    public static Command Create(AppBuilder build)
    {
        var year = new Argument<int>("YEAR") { Description = "Năm đã công bố." };
        var folder = new Option<string>("--out") { Description = "Thư mục sẽ chứa bản lưu; bản lưu trước ở đó được thay toàn bộ.", Required = true };
        // A string: the parser knows no way to make an address of one.
        var address = new Option<string?>("--address") { Description = "Địa chỉ công khai của cổng; mặc định là Site:BaseAddress." };
        return new Command("export-site", "Ghi các trang và số liệu công khai của một năm thành tệp tĩnh mà mọi máy chủ web phục vụ được ở đúng các địa chỉ cũ (dạng thư mục/index.html, kèm .gz và .br). Tìm kiếm, sắp xếp, lọc, API và phần của cán bộ không có trong bản lưu.") { year, folder, address }
            .Runs(build, async (app, services, parse, cancel) =>
            {
                await services.OpenDatabaseAsync(cancel);
                var wanted = parse.GetValue(year);
                if (await services.GetRequiredService<PublicReleases>().CurrentAsync(wanted, cancel) is null)
                {
                    throw new VerbRefusedException(ExportWords.NoYear(wanted));
                }

                var site = services.GetRequiredService<IOptions<SiteOptions>>().Value;
                var portal = parse.GetValue(address) is { } given
                    ? Uri.TryCreate(given, UriKind.Absolute, out var uri) ? uri : null
                    : site.BaseAddress;
                if (portal is not { Scheme: "http" or "https", PathAndQuery: "/" })
                {
                    throw new VerbRefusedException(ExportWords.NoAddress);
                }

                // Pages and files name the address that is set: canonical links, citations, the sitemap and the feed.
                site.BaseAddress = portal;
                var path = CallerPath.Resolve(parse.GetValue(folder)!).TrimEnd('/');
                try
                {
                    var copy = await new SiteExport(new PipelineReader(app, portal), portal, services.GetRequiredService<LinkGenerator>(), wanted).WriteAsync(path, cancel);
                    await parse.InvocationConfiguration.Output.WriteLineAsync(ExportWords.Written(wanted, path, copy));
                    return 0;
                }
                catch (Exception failure) when (failure is SiteExportException or IOException or UnauthorizedAccessException)
                {
                    throw new VerbRefusedException(failure.Message, failure);
                }
            });
    }
}
