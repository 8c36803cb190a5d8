namespace ParIndex.Domain.NationalIndices;

/// <summary>
/// A figure that readers expect beside the PAR Index: of a province in a national index of one year (PAR INDEX, SIPAS,
/// PAPI, PCI), or where a province publishes it so, of one of its units (SIPAS, DDCI).
/// </summary>
public sealed class NationalIndex
{
    /// <summary>Longest name of a province.</summary>
    public const int MostProvince = 80;

    /// <summary>Longest name of an index.</summary>
    public const int MostName = 40;

    /// <summary>The names that are known; a province may enter others.</summary>
    public static readonly IReadOnlyList<string> KnownNames = ["PAR INDEX", "SIPAS", "PAPI", "PCI", "DDCI"];

    /// <param name="province">Name without its type: “Lai Châu”.</param>
    /// <param name="unitCode">Code of a unit of that province, or empty for the province itself.</param>
    /// <param name="name">Name of the index.</param>
    /// <param name="year">Year assessed.</param>
    /// <param name="figures">What was published.</param>
    public NationalIndex(string province, string unitCode, string name, int year, IndexFigures figures)
    {
        ArgumentNullException.ThrowIfNull(figures);
        (Province, UnitCode, Name, Year) = (province, unitCode, name, year);
        Correct(figures);
    }

    private NationalIndex()
    {
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>Concurrency token, renewed on save.</summary>
    public Guid Version { get; private set; } = Guid.CreateVersion7();

    /// <summary>Province without its type.</summary>
    public string Province { get; private set; } = "";

    /// <summary>Code of the unit it is of; empty for the province itself.</summary>
    public string UnitCode { get; private set; } = "";

    /// <summary>Name of the index.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Year assessed.</summary>
    public int Year { get; private set; }

    /// <summary>Points.</summary>
    public decimal? Score { get; private set; }

    /// <summary>Points at most.</summary>
    public decimal? Scale { get; private set; }

    /// <summary>Place.</summary>
    public int? Rank { get; private set; }

    /// <summary>How many provinces, or units, were ranked.</summary>
    public int? RankedProvinces { get; private set; }

    /// <summary>The group it was put into.</summary>
    public string? Group { get; private set; }

    /// <summary>Place within the region.</summary>
    public int? RegionalRank { get; private set; }

    /// <summary>How many were ranked in the region.</summary>
    public int? RankedInRegion { get; private set; }

    /// <summary>Where it was published.</summary>
    public string? Source { get; private set; }

    /// <summary>Whether the value follows by subtraction and was not itself printed.</summary>
    public bool IsDerived { get; private set; }

    /// <summary>Everything that was published.</summary>
    public IndexFigures Figures => new(Score, Scale, Rank, RankedProvinces, Group, RegionalRank, RankedInRegion, Source, IsDerived);

    /// <summary>Puts figures in place of those that stand.</summary>
    public void Correct(IndexFigures figures)
    {
        ArgumentNullException.ThrowIfNull(figures);
        (Score, Scale, Rank, RankedProvinces) = (figures.Score, figures.Scale, figures.Rank, figures.RankedProvinces);
        (Group, RegionalRank, RankedInRegion) = (figures.Group, figures.RegionalRank, figures.RankedInRegion);
        (Source, IsDerived) = (figures.Source, figures.IsDerived);
    }
}
