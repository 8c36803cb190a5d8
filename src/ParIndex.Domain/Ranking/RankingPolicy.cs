namespace ParIndex.Domain.Ranking;

/// <summary>Who is ranked with whom.</summary>
public enum RankingScope
{
    /// <summary>All units of the group in one list, whatever their scale.</summary>
    OneList,

    /// <summary>Each heading of the table, or list of the round, apart.</summary>
    ByHeading,

    /// <summary>Ordinary units in one list, special-case units in another.</summary>
    BySpecialCase,
}

/// <summary>How places are numbered after a tie.</summary>
public enum RankNumbering
{
    /// <summary>1, 2, 2, 4: a tie shares the place and the next is skipped.</summary>
    Competition,

    /// <summary>1, 2, 2, 3: a tie shares the place and nothing is skipped.</summary>
    Dense,

    /// <summary>1, 2, 3, 4: no place is shared; equal units follow in the order given.</summary>
    Sequence,
}

/// <summary>The ranking setting of a group. The mean and other group figures are over the whole group in every case.</summary>
/// <param name="Scope">Who is ranked with whom.</param>
/// <param name="Numbering">How places are numbered after a tie.</param>
/// <param name="WithWholePlace">Whether a unit's place in the whole group stands beside the one in its list; it says nothing where the group is one list.</param>
public sealed record RankingPolicy(RankingScope Scope, RankNumbering Numbering, bool WithWholePlace = false)
{
    private const string Whole = "Whole";

    /// <summary>One list, ties share a place and the next is skipped.</summary>
    public static readonly RankingPolicy Default = new(RankingScope.OneList, RankNumbering.Competition);

    /// <summary>The name of the list that special-case units are ranked in.</summary>
    public const string SpecialCaseList = "Đơn vị đặc thù";

    /// <summary>The name of the list of ordinary units where special-case units are ranked apart.</summary>
    public const string OrdinaryList = "Đơn vị không thuộc diện đặc thù";

    /// <summary>The name of the list a unit is ranked in; <c>null</c> where the group has one list, or the unit stands under no heading.</summary>
    /// <param name="heading">The heading of the table, or list of the round, it stands under; or <c>null</c>.</param>
    /// <param name="isSpecialCase">Whether it is a special-case unit.</param>
    public string? ListOf(string? heading, bool isSpecialCase) => Scope switch
    {
        RankingScope.ByHeading => heading,
        RankingScope.BySpecialCase => isSpecialCase ? SpecialCaseList : OrdinaryList,
        _ => null,
    };

    /// <summary>Whether units take a second place, in the whole group.</summary>
    public bool PlacesWhole => WithWholePlace && Scope != RankingScope.OneList;

    /// <summary>Reads what <see cref="ToString"/> writes: <c>ByHeading/Competition</c>, <c>ByHeading/Competition/Whole</c>.</summary>
    /// <exception cref="FormatException">Not of that form.</exception>
    public static RankingPolicy Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var parts = text.Split('/');
        return parts.Length is 2 or 3 && Named<RankingScope>(parts[0]) is { } scope && Named<RankNumbering>(parts[1]) is { } numbering && (parts.Length == 2 || parts[2] == Whole)
            ? new(scope, numbering, WithWholePlace: parts.Length == 3)
            : throw new FormatException($"Không hiểu quy tắc xếp hạng “{text}”.");
    }

    /// <summary>The text that <see cref="Parse"/> reads back.</summary>
    public override string ToString() => $"{Scope}/{Numbering}{(WithWholePlace ? "/" + Whole : "")}";

    /// <summary>The value of that very name; the framework's own parser takes any number too, and makes a value of it.</summary>
    private static T? Named<T>(string name)
        where T : struct, Enum =>
        Enum.GetNames<T>().Contains(name) ? Enum.Parse<T>(name) : null;
}
