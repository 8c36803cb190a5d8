using ParIndex.Domain;
using ParIndex.Domain.NationalIndices;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Text;

namespace ParIndex.Application.NationalIndices;

/// <summary>What a figure is of.</summary>
/// <param name="Province">Province without its type.</param>
/// <param name="UnitCode">Code of one of its units; empty for the province itself.</param>
/// <param name="Name">Name of the index.</param>
/// <param name="Year">Year assessed.</param>
public sealed record IndexKey(string Province, string UnitCode, string Name, int Year)
{
    /// <summary>What a stored figure is of.</summary>
    public static IndexKey Of(NationalIndex row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return new(row.Province, row.UnitCode, row.Name, row.Year);
    }
}

/// <summary>A figure beside the index as people type it: the one reader of the form and of the workbook.</summary>
public sealed record TypedIndex
{
    private static readonly NumberFormat Points = new(Decimals: 4, AllowPercent: true);

    /// <summary>Province; empty for the own.</summary>
    public string? Province { get; init; }

    /// <summary>Code of a unit; empty for the province itself.</summary>
    public string? Unit { get; init; }

    /// <summary>Name of the index.</summary>
    public string? Name { get; init; }

    /// <summary>Year assessed.</summary>
    public string? Year { get; init; }

    /// <summary>Points; a percent sign may follow.</summary>
    public string? Score { get; init; }

    /// <summary>Points at most.</summary>
    public string? Scale { get; init; }

    /// <summary>Place.</summary>
    public string? Rank { get; init; }

    /// <summary>Of how many.</summary>
    public string? RankedProvinces { get; init; }

    /// <summary>The group it was put into.</summary>
    public string? Group { get; init; }

    /// <summary>Place within the region.</summary>
    public string? RegionalRank { get; init; }

    /// <summary>Of how many there.</summary>
    public string? RankedInRegion { get; init; }

    /// <summary>Where it was published.</summary>
    public string? Source { get; init; }

    /// <summary>Whether it was derived: Có, Không, or empty for no.</summary>
    public string? Derived { get; init; }

    /// <summary>The same as the form shows a stored figure.</summary>
    public static TypedIndex Of(NationalIndex row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return new()
        {
            Province = row.Province,
            Unit = row.UnitCode,
            Name = row.Name,
            Year = Whole(row.Year),
            Score = Decimal(row.Score),
            Scale = Decimal(row.Scale),
            Rank = Whole(row.Rank),
            RankedProvinces = Whole(row.RankedProvinces),
            Group = row.Group,
            RegionalRank = Whole(row.RegionalRank),
            RankedInRegion = Whole(row.RankedInRegion),
            Source = row.Source,
            Derived = row.IsDerived ? "Có" : null,
        };

        static string? Decimal(decimal? value) => value is { } known ? NumberWriter.VietnameseTrimmed(known) : null;
        static string? Whole(int? value) => value is { } known ? NumberWriter.Data(known, 0) : null;
    }

    /// <summary>Understands it, or says of each field what is wrong and what is accepted.</summary>
    /// <param name="ownProvince">The own province, without its type.</param>
    /// <param name="units">Codes of the register.</param>
    /// <param name="note">Takes each problem with the name of the property it is of.</param>
    /// <returns>What it is of and what it says; <c>null</c> when something was wrong.</returns>
    public (IndexKey Key, IndexFigures Figures)? Read(string ownProvince, IReadOnlySet<string> units, Action<string, Finding> note)
    {
        ArgumentNullException.ThrowIfNull(units);
        ArgumentNullException.ThrowIfNull(note);
        var isRead = true;
        var key = new IndexKey(Text(Province) ?? ownProvince, Text(Unit) ?? "", Text(Name) ?? "", YearOf());
        var figures = new IndexFigures(
            Number(nameof(Score), IndexColumns.Score, Score), Number(nameof(Scale), IndexColumns.Scale, Scale),
            Place(nameof(Rank), IndexColumns.Rank, Rank), Place(nameof(RankedProvinces), IndexColumns.RankedProvinces, RankedProvinces),
            Text(Group), Place(nameof(RegionalRank), IndexColumns.RegionalRank, RegionalRank), Place(nameof(RankedInRegion), IndexColumns.RankedInRegion, RankedInRegion),
            Text(Source), DerivedOf());
        When(key.Name.Length is 0 or > NationalIndex.MostName, nameof(Name), IndexWords.NameMissing);
        When(key.Province.Length > NationalIndex.MostProvince, nameof(Province), IndexWords.ProvinceTooLong);
        When(key.UnitCode.Length > 0 && !units.Contains(key.UnitCode), nameof(Unit), () => IndexWords.UnitUnknown(key.UnitCode));
        When(key.UnitCode.Length > 0 && key.Province != ownProvince, nameof(Province), () => IndexWords.UnitOfAnotherProvince(ownProvince));
        When(figures.Score > figures.Scale, nameof(Score), () => IndexWords.ScoreBeyond(figures.Score!.Value, figures.Scale!.Value));
        When(figures.Rank > figures.RankedProvinces, nameof(Rank), () => IndexWords.PlaceBeyond(IndexColumns.Rank, figures.Rank!.Value, figures.RankedProvinces!.Value));
        When(figures.RegionalRank > figures.RankedInRegion, nameof(RegionalRank), () => IndexWords.PlaceBeyond(IndexColumns.RegionalRank, figures.RegionalRank!.Value, figures.RankedInRegion!.Value));
        When(figures.Group?.Length > IndexFigures.MostGroup, nameof(Group), () => IndexWords.TextTooLong(IndexColumns.Group, IndexFigures.MostGroup));
        When(figures.Source?.Length > IndexFigures.MostSource, nameof(Source), () => IndexWords.TextTooLong(IndexColumns.Source, IndexFigures.MostSource));
        When(isRead && figures.IsEmpty, nameof(Score), IndexWords.NothingSaid);
        return isRead ? (key, figures) : null;

        void When(bool isWrong, string field, Func<Finding> problem)
        {
            if (isWrong)
            {
                Refuse(field, problem());
            }
        }

        void Refuse(string field, Finding problem)
        {
            isRead = false;
            note(field, problem);
        }

        int YearOf()
        {
            var text = (Year ?? "").Trim();
            if (text.Length == 4 && CountText.Read(text).Value is >= 2000 and <= 2100 and var year)
            {
                return (int)year;
            }

            Refuse(nameof(Year), IndexWords.YearUnfit(text));
            return 0;
        }

        decimal? Number(string field, string name, string? text)
        {
            var read = ScoreText.Read(text, Points);
            if (read.Problem is { } problem)
            {
                Refuse(field, IndexWords.Number(name, text!, NumberMessages.ForScore(problem, Points)));
            }

            return read.Value;
        }

        int? Place(string field, string name, string? text)
        {
            var read = CountText.Read(text);
            if (read.Problem is { } problem)
            {
                Refuse(field, IndexWords.Number(name, text!, NumberMessages.ForCount(problem)));
            }
            else if (read.Value is 0)
            {
                Refuse(field, IndexWords.PlaceBelowOne(name));
            }

            return (int?)read.Value;
        }

        bool DerivedOf()
        {
            switch (VietnameseText.Fold(Derived ?? ""))
            {
                case "" or "khong":
                    return false;
                case "co":
                    return true;
                default:
                    Refuse(nameof(Derived), IndexWords.DerivedUnread(Derived!));
                    return false;
            }
        }
    }

    private static string? Text(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : VietnameseText.Normalize(typed);
}
