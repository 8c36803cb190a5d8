namespace ParIndex.Web.Texts;

/// <inheritdoc />
public sealed class EnglishApiTexts : ApiTexts
{
    public override string Title => "Reading the data with Excel, R, Python and the API";

    public override string Lead => "Read-only, without a key, without registration. Addresses are kept.";

    public override string Reference => "API reference";

    public override string FiveLines => "Five lines are enough";

    public override string AboutPowerQuery => "Data › Get Data › From Other Sources › Blank Query › Advanced Editor, then paste:";

    public override string Addresses => "Addresses";

    public override string Address => "Address";

    public override string Answers => "Answers";

    public override string Numbers => "Numbers and empty cells";

    public override string AboutNumbers => "Numbers are JSON numbers with exactly the places they are published with and a decimal dot; a 0 at the end is kept. What has no figure or does not apply is null, never 0. Days are ISO 8601.";

    public override string Versions => "Versions";

    public override string AboutVersions => "Without more the current version answers. ?version=1 pins version 1; that answer never changes and browsers keep it for a year. Every answer has an ETag.";

    public override string Parts => "Long lists";

    public override string AboutParts(int usual, int most) => $"units and national-indices give {usual} rows at a time; limit changes that (up to {most}), offset passes over the first rows. The Link header names the next and the previous part.";

    public override string Refusals => "When there is none";

    public override string AboutRefusals => "The answer is application/problem+json: detail explains (in Vietnamese), code stays over time, arguments lists the years, versions and groups there are.";

    public override string Limits => "Limits";

    public override string AboutLimits(int burst, int aSecond, int whole) => $"Each network address may ask {burst} times at once and then {aSecond} times a second; whole releases {whole} times and then once a second. Beyond that the answer is 429 with Retry-After. Who needs everything takes the ZIP.";

    public override string OtherSites => "From other sites";

    public override string AboutOtherSites => "Any site may read the data and the API from the browser (CORS), without cookies.";

    public override string AboutReference => "Made from the OpenAPI 3.1 document itself; an answer has nothing but the properties below. Descriptions are in Vietnamese.";

    public override string AnswersWith => "Answers with";

    public override string InPath => "in the address";

    public override string InQuery => "parameter";

    public override string Example => "example";

    public override string Schemas => "What answers look like";

    public override string Property => "Property";

    public override string Optional => "may be absent";
}
