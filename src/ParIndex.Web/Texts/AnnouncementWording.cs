using ParIndex.Application.Releases;
using ParIndex.Domain.Releases;
using ParIndex.Domain.Stories;

namespace ParIndex.Web.Texts;

/// <summary>
/// What a release says in words, group by group and then what is worth knowing: page, paper and sealed ZIP have it from here, so
/// that none can say what another does not.
/// </summary>
internal static class AnnouncementWording
{
    private const int MostFindings = 8;

    /// <summary>In one language; Vietnamese words in an English sentence are <see cref="PublicTexts.Quoted"/>.</summary>
    /// <param name="release">The release.</param>
    /// <param name="found">What was worth knowing of it when it was published.</param>
    /// <param name="language">The language.</param>
    public static IReadOnlyList<AnnouncementPart> Of(Release release, IReadOnlyList<Observation> found, Language language)
    {
        var texts = PublicTexts.Of(language);
        var groups = release.Groups.Where(group => group.Results.Count > 0)
            .Select(group => new AnnouncementPart(texts.Name(group), [.. AnnouncedFact.Of(release, group).Select(fact => texts.Release.Announced(release, group, fact))]));
        var findings = Observation.Choose(found, MostFindings).Select(one => string.Concat(texts.Observation.Sentence(one).Select(run => Text(run, language))));
        return [.. groups.Append(new(texts.Observation.Heading, [.. findings]) { Note = texts.Observation.WhenPublished }).Where(part => part.Sentences.Count > 0)];
    }

    private static string Text(NamedRun run, Language language) => !run.IsName || language == Language.Vietnamese ? run.Text : run.English is { } english ? PublicTexts.Named(english) : PublicTexts.Quoted(run.Text);

    /// <summary>In both languages.</summary>
    /// <inheritdoc cref="Of" path="/param" />
    public static BilingualAnnouncement Both(Release release, IReadOnlyList<Observation> found) => new(Of(release, found, Language.Vietnamese), Of(release, found, Language.English));
}
