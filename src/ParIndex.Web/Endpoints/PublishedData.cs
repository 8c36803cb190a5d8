using ParIndex.Application.Releases;
using ParIndex.Application.Units;
using ParIndex.Domain;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Releases;
using ParIndex.Web.Answers;
using ParIndex.Web.Pages;

namespace ParIndex.Web.Endpoints;

/// <summary>
/// Finds what files and the API answer with. Where there is none such, the answer says which years, versions and groups
/// there are; where the address names the version, the answer may be kept for ever.
/// </summary>
internal sealed class PublishedData(PublicReleases releases, UnitDirectory directory, LinkGenerator links)
{
    /// <summary>Answers with a release: the version, or the newest when none is named.</summary>
    public async Task<IResult> ReleaseAsync(int year, int? version, Func<Release, IResult> answer, CancellationToken cancel) =>
        await releases.FindAsync(year, version, cancel) is { } release ? Kept(answer(release), version) : await NoReleaseAsync(year, version, cancel);

    /// <summary>Answers with a version and every leaf of it; it may be kept for ever unless it is said that it is not.</summary>
    public async Task<IResult> WholeAsync(int year, int version, bool isKept, Func<Release, IResult> answer, CancellationToken cancel) =>
        await releases.WholeVersionAsync(year, version, cancel) is { } release ? Kept(answer(release), isKept ? version : null) : await NoReleaseAsync(year, version, cancel);

    /// <summary>Answers with a group of a release.</summary>
    public async Task<IResult> GroupAsync(int year, string group, int? version, Func<Release, ReleaseGroup, Task<IResult>> answer, CancellationToken cancel) =>
        await releases.FindAsync(year, version, cancel) is not { } release ? await NoReleaseAsync(year, version, cancel)
            : release.Group(group) is { } found ? Kept(await answer(release, found), version)
            : await releases.WithdrawnByAsync(year, group, unit: null, version, cancel) is { } by ? Withdrawn(by, group)
            : NotFound(PublishedWords.GroupUnknown(year, group, [.. release.Groups.Select(other => other.Slug)]));

    /// <summary>Answers with a unit in a year.</summary>
    public async Task<IResult> UnitYearAsync(string unit, int year, int? version, Func<UnitYear, Task<IResult>> answer, CancellationToken cancel) =>
        await releases.FindAsync(year, version, cancel) is not { } release ? await NoReleaseAsync(year, version, cancel)
            : UnitYear.Find(release, unit) is { } found ? Kept(await answer(found), version)
            : await releases.WithdrawnByAsync(year, group: null, unit, version, cancel) is { } by ? Withdrawn(by, unit)
            : await directory.FindAsync(unit, cancel) is null ? NotFound(PublishedWords.UnitUnknown(unit))
            : NotFound(PublishedWords.UnitNotAssessed(unit, year, [.. (await releases.UnitYearsAsync(unit, cancel)).Select(other => other.Release.Year)]));

    /// <summary>What a chart would be of, a group or a unit of the newest version, and is not there: whether it was withdrawn.</summary>
    public async Task<IResult> NoChartAsync(int year, string subject, CancellationToken cancel) =>
        await releases.SubjectWithdrawnByAsync(year, subject, cancel) is { } by ? Withdrawn(by, subject) : Results.NotFound();

    /// <summary>What is not there.</summary>
    public static IResult NotFound(Finding why) => Refused(StatusCodes.Status404NotFound, why);

    /// <summary>What cannot be asked so.</summary>
    public static IResult BadRequest(Finding why) => Refused(StatusCodes.Status400BadRequest, why);

    private static IResult Refused(int status, Finding why) => Results.Problem(why.Text, statusCode: status, extensions: Problems.Coded(why));

    private IResult Withdrawn(ReleaseHead by, string subject) => NotFound(PublishedWords.Withdrawn(
        by.Year, subject, by.Change, by.VersionNumber, DateWriter.VietnameseDay(by.PublishedAt), by.ChangeReason, links.To("/Public/ReleaseVersion", new { year = by.Year, version = by.VersionNumber })));

    private static IResult Kept(IResult answer, int? version) => version is null ? answer : new KeptForever(answer);

    private async Task<IResult> NoReleaseAsync(int year, int? version, CancellationToken cancel)
    {
        var heads = await releases.HeadsAsync(cancel);
        var versions = heads.Where(head => head.Year == year).Select(head => head.VersionNumber).Order().ToList();
        return NotFound(versions.Count == 0 || version is null
            ? PublishedWords.YearUnknown(year, [.. heads.Select(head => head.Year).Distinct().Order()])
            : PublishedWords.VersionUnknown(year, version.Value, versions));
    }
}
