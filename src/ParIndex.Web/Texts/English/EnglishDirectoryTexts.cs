using ParIndex.Domain.Units;

namespace ParIndex.Web.Texts;

/// <inheritdoc />
public sealed class EnglishDirectoryTexts : DirectoryTexts
{
    public override string Title => "Directory of units";

    public override string Heading => "Units";

    public override string Nothing => "The directory is empty. Units are made when the first table of results is taken in.";

    public override string Unit => "Unit";

    public override string NewestYear => "Newest year";

    public override string Index => "Index (%)";

    public override string Rating => "Rating";

    public override string Former => "Formerly:";

    public override string EndedFrom(string day) => $"Ended on {day}";

    public override string NoResult => "No result published yet";

    public override string Kind(UnitKind kind) => kind switch
    {
        UnitKind.Department => "Provincial departments",
        UnitKind.District => "Districts and cities",
        UnitKind.Commune => "Communes and wards",
        _ => "Other units",
    };
}
