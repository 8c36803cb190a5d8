namespace ParIndex.Domain.NationalIndices;

/// <summary>A province's own figure in a national index of one year: PAR INDEX, SIPAS, PAPI or PCI.</summary>
public sealed class NationalIndex
{
    /// <param name="province">Name without its type: “Lai Châu”.</param>
    /// <param name="name">Name of the index: <c>PAR INDEX</c>, <c>SIPAS</c>, <c>PAPI</c>, <c>PCI</c>.</param>
    /// <param name="year">Year assessed.</param>
    /// <param name="score">Points, or <c>null</c> when only the place was quoted.</param>
    /// <param name="scale">Points at most, or <c>null</c> when not quoted.</param>
    /// <param name="rank">Place, or <c>null</c>.</param>
    /// <param name="rankedProvinces">How many provinces were ranked, or <c>null</c>.</param>
    /// <param name="isDerived">Whether the value follows by subtraction and was not itself printed.</param>
    public NationalIndex(string province, string name, int year, decimal? score, decimal? scale, int? rank, int? rankedProvinces, bool isDerived)
    {
        Province = province;
        Name = name;
        Year = year;
        Score = score;
        Scale = scale;
        Rank = rank;
        RankedProvinces = rankedProvinces;
        IsDerived = isDerived;
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

    /// <summary>How many provinces were ranked.</summary>
    public int? RankedProvinces { get; private set; }

    /// <summary>Whether the value follows by subtraction and was not itself printed.</summary>
    public bool IsDerived { get; private set; }
}
