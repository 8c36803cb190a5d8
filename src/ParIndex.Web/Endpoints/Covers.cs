using Microsoft.Extensions.Options;
using ParIndex.Application.Tables;
using ParIndex.Domain.Releases;
using ParIndex.Web.Configuration;

namespace ParIndex.Web.Endpoints;

/// <summary>What the cover sheet of a workbook says: whose figures, which version, where on the portal.</summary>
internal sealed class Covers(IOptions<SiteOptions> site)
{
    private const string EmptyCell = "Ô trống là không có số liệu, không phải 0.";

    /// <summary>The cover of a published group.</summary>
    public WorkbookCover Of(string title, Release release, ReleaseGroup group, string address) => Of(title, release, [group], address);

    /// <summary>The cover of a whole release.</summary>
    public WorkbookCover Of(Release release, string address) => Of($"Chỉ số cải cách hành chính năm {release.Year}", release, release.Groups, address);

    /// <summary>The cover of a board of the staff.</summary>
    public WorkbookCover Of(string title, string address) => new(title, [.. Publisher(address)], [EmptyCell]);

    /// <summary>The cover of a register, which has no versions: what it holds now is known by its digest.</summary>
    public WorkbookCover Of(string title, string address, string digest) =>
        new(title, [("Mã nội dung (SHA-256)", digest), .. Publisher(address)], [EmptyCell]) { Foot = $"{title} · mã nội dung {ReleaseFile.Short(digest)}" };

    private WorkbookCover Of(string title, Release release, IReadOnlyList<ReleaseGroup> groups, string address) => new(
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
            EmptyCell,
            .. groups.Any(group => group.Results.Any(result => result.ScaleSource == Domain.Scoring.ScaleSource.Inferred)) ? new[] { "Thang điểm “tính ngược từ số công bố” không phải số liệu chính thức." } : [],
            .. groups.Select(group => group.ScaleNote).OfType<string>().Distinct(),
            .. groups.Select(group => group.SetRepairs).OfType<string>().SelectMany(repairs => repairs.Split('\n')).Select(repair => $"Bộ tiêu chí được sửa sau khi mở kỳ đánh giá. {repair}"),
        ])
    {
        Foot = $"{title} · lần {release.VersionNumber} · mã kết quả {ReleaseFile.Short(release.ResultsDigest)}",
    };

    private IEnumerable<(string Label, string Value)> Publisher(string address)
    {
        if (site.Value.GoverningBody is { } body)
        {
            yield return ("Cơ quan chủ quản", body);
        }

        yield return ("Địa chỉ trên cổng", site.Value.Canonical(address)?.ToString() ?? address);
    }
}
