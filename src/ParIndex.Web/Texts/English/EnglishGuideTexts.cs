namespace ParIndex.Web.Texts;

/// <inheritdoc />
public sealed class EnglishGuideTexts : GuideTexts
{
    public override string Title => "Guides";

    public override string Lead => "What this site is good for: readers first; the guides for staff and for those who run the server are in Vietnamese.";

    public override string OnThisPage => "On this page";

    public override string Readers => "Readers and journalists";

    public override IReadOnlyList<string> ReaderSteps =>
    [
        "Find a unit with the search box of the first page: without accents, by its acronym or by a former name.",
        "A unit's page has its index, rating, place and change; a year leads on to each criterion.",
        "Below each table are its files: Excel to read and print, CSV or JSON to compute with. CSV comes in two dialects: with a dot for programs, with a comma for a Vietnamese Excel.",
        "When you cite a figure, name the year, the version and the digest: what was published is never overwritten, and earlier versions stay.",
        "To recompute an index yourself, use the worked example of the method page.",
    ];

    public override string StaffNote => "The chapters below are for staff with an account, in Vietnamese. The first page after signing in shows what waits for the person, by when, with the button that does it.";
}
