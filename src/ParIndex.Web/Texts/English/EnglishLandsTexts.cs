namespace ParIndex.Web.Texts;

/// <inheritdoc />
public sealed class EnglishLandsTexts : LandsTexts
{
    public override string Heading => "Reorganisation";

    public override string Ended(string day) => $"Ended on {day}.";

    public override string Successors => "Succeeded by:";

    public override string Basis => "Legal basis:";

    public override string OnItsLand(string count) => count == "1" ? "On its land there is now 1 commune or ward:" : $"On its land there are now {count} communes and wards:";

    public override string FormerDistricts(string day) => $"Before {day} part of:";

    public override string FirstResult(int year) => $"Its first result will be that of {year}, expected in {year + 1}. Results of earlier years are those of the units before the reorganisation and are not compared directly.";
}
