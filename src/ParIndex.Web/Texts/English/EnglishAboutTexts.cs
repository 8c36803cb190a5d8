namespace ParIndex.Web.Texts;

/// <inheritdoc />
public sealed class EnglishAboutTexts : AboutTexts
{
    public override string Title => "About";

    public override string Description => "Who is responsible for this site of the PAR Index, how to reach them, accessibility and the reader's privacy.";

    public override string Lead(string place) => $"This site publishes the yearly PAR Index of the public agencies {place}: points, ratings, places, the method and the data, to look up, check and cite.";

    public override string OfThe(string? province) => province is null ? "of the province" : $"of {PublicTexts.Quoted(province)}";

    public override IReadOnlyList<string>? Summary =>
    [
        "Figures: the index of a unit is its points as a percentage of its own scale. What was published is never overwritten; a correction, revision or supplement is a new version, and the earlier ones stay.",
        "Accessibility: the site aims at WCAG 2.2 AA. Everything public works by keyboard, without JavaScript, at 320 pixels and in dark mode; ratings are words, not colours alone; charts have a title, a description and their figures as a table. Not yet checked by an independent body.",
        "Privacy: no sign-in, no cookies, no tracking, no other host. The server keeps technical logs of requests only.",
    ];

    public override string Responsible => "Who is responsible";

    public override string NotYet => "Body and contact are being brought up to date.";

    public override string Address => "Address";

    public override string Phone => "Telephone";

    public override string Email => "E-mail";
}
