using Microsoft.Extensions.Options;
using ParIndex.Application.Tables;
using ParIndex.Domain.Releases;
using ParIndex.Web.Configuration;

namespace ParIndex.Web.Endpoints;

/// <summary>What the cover sheet of a workbook says: whose figures, which version, where on the portal.</summary>
internal sealed class Covers(IOptions<SiteOptions> site)
{
    /// <summary>The cover of a published group.</summary>
    public WorkbookCover Of(string title, Release release, ReleaseGroup group, string address) => new(
        title,
        [
            ("Tỉnh", release.Province),
            ("Nguồn", ReleaseWords.Source(release, isCurrent: false)),
            ("Quyết định", ReleaseWords.Decision(release.DecisionNumber, release.DecisionDate, release.IsArchive)),
            ("Mã kết quả (SHA-256)", release.ResultsDigest),
            .. Publisher(address),
        ],
        [
            "Chỉ số (%) = tổng điểm đạt được ÷ thang điểm của đơn vị × 100, làm tròn một lần ở cuối.",
            "Ô trống là không có số liệu, không phải 0.",
            .. group.Results.Any(result => result.ScaleSource == Domain.Scoring.ScaleSource.Inferred) ? new[] { "Thang điểm có nguồn “inferred” được tính ngược từ số công bố, không phải số liệu chính thức." } : [],
            .. group.ScaleNote is { } note ? new[] { note } : [],
            .. group.SetRepairs is { } repairs ? repairs.Split('\n').Select(repair => $"Bộ tiêu chí được sửa sau khi mở kỳ đánh giá. {repair}") : [],
        ]);

    /// <summary>The cover of a register.</summary>
    public WorkbookCover Of(string title, string address) => new(title, [.. Publisher(address)], ["Ô trống là không có số liệu, không phải 0."]);

    private IEnumerable<(string Label, string Value)> Publisher(string address)
    {
        if (site.Value.GoverningBody is { } body)
        {
            yield return ("Cơ quan chủ quản", body);
        }

        yield return ("Địa chỉ trên cổng", site.Value.Canonical(address)?.ToString() ?? address);
    }
}
