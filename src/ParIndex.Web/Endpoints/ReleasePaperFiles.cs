using ParIndex.Application.Documents;
using ParIndex.Application.Releases;
using ParIndex.Application.Releases.Seals;
using ParIndex.Domain.Releases;
using ParIndex.Web.Texts;

namespace ParIndex.Web.Endpoints;

/// <summary>
/// The papers of a published release: byte for byte as they lie in its sealed ZIP; made from its figures where it is not sealed
/// yet, is still to come, or was sealed before papers were part of the ZIP.
/// </summary>
internal sealed class ReleasePaperFiles(PublicReleases releases, SealedReleases seals, ReleaseObservations observations, PublishedData data)
{
    /// <summary>Answers with one of them.</summary>
    /// <param name="year">The year assessed.</param>
    /// <param name="version">The version.</param>
    /// <param name="nameOf">The name of the paper.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<IResult> AnswerAsync(int year, int version, Func<Release, string> nameOf, CancellationToken cancel)
    {
        if (await releases.VersionAsync(year, version, cancel) is not { } release)
        {
            return await data.ReleaseAsync(year, version, _ => Results.NotFound(), cancel);
        }

        var name = nameOf(release);
        if (await seals.FileAsync(year, version, name, cancel) is { } paper)
        {
            return new KeptForever(Results.File(paper, DocxWriter.MediaType, name));
        }

        var made = ReleasePapers.Files(release, AnnouncementWording.Both(release, await observations.WhenPublishedAsync(release, cancel)));
        return made.FirstOrDefault(file => file.Path == name).Content is { } content ? Results.File(content, DocxWriter.MediaType, name) : Results.NotFound();
    }
}
