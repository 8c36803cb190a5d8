namespace ParIndex.Web.Texts;

/// <inheritdoc />
public sealed class EnglishProvinceTexts : ProvinceTexts
{
    public override string Title => "Indices of the province";

    public override string Heading(string? province) => $"{(province is null ? "The province" : PublicTexts.Quoted(province))} in national tables";

    public override string Lead => "The province's places and scores as other bodies published them, beside the PAR Index by which it assesses its own agencies.";

    public override string Nothing => "No national index of the province is known yet.";

    public override string Meaning(string name) => name switch
    {
        "PAR INDEX" => "Public Administration Reform Index of ministries and provinces, published by the Ministry of Home Affairs.",
        "SIPAS" => "Satisfaction Index of Public Administrative Services, published by the Ministry of Home Affairs.",
        "PAPI" => "Provincial Governance and Public Administration Performance Index, by citizens' experience.",
        "PCI" => "Provincial Competitiveness Index, as businesses see it.",
        "DDCI" => "Department and District Competitiveness Index, as businesses see it.",
        _ => "",
    };

    public override string Chart(string index) => $"The province's place in the {index}";

    public override string OverYears(string index) => $"{index} of the province over the years";

    public override string Year => "Year";

    public override string Score => "Score";

    public override string Place => "Place";

    public override string DerivedMark => "derived, see the note";

    public override string Others => "Other provinces quoted in the same source";

    public override string OthersCaption => "National indices of other provinces";

    public override string Province => "Province";

    public override string Index => "Index";

    public override string Derived => "Derived by subtraction from a change that was quoted, not printed itself.";

    public override string Sources => "Quoted from what provinces published; “–” is what was not quoted.";

    public override string InGroup(string group) => $"group “{group}”";

    public override string InRegion(string place) => $"place {place} in its region";

    public override string Among(int provinces) => $"Place among {provinces} provinces and cities";

    public override string AmongSince(IEnumerable<(int Provinces, int Year)> spans) =>
        $"Place among {string.Join(", ", spans.Select(span => $"{span.Provinces} provinces and cities since {span.Year}"))}";

    public override string AmongAll => "Place among provinces and cities";

    public override string ScoresBelow => "; below each year the score";

    public override string OnScale(IReadOnlyList<int> years, string scale) => $" {string.Join(", ", years)} {(years.Count > 1 ? "are" : "is")} on a scale of {scale}.";
}
