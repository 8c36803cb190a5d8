using ParIndex.Domain.Analysis;
using ParIndex.Domain.Criteria;

namespace ParIndex.Domain.Releases;

/// <summary>What the results of a criterion say of the criterion itself.</summary>
public enum CriterionSign
{
    /// <summary>Nine units of ten or more have full marks: it tells units hardly apart.</summary>
    MostlyFull,

    /// <summary>All units have the same share.</summary>
    AllEqual,

    /// <summary>Units that do well here do worse elsewhere: it may measure something else.</summary>
    AgainstTheRest,
}

/// <summary>One unit at one leaf.</summary>
/// <param name="Result">Its published row.</param>
/// <param name="Score">Its points, or why there are none.</param>
public sealed record UnitAtLeaf(ReleaseResult Result, ReleaseScore Score);

/// <summary>What a criterion was in the set of the nearest earlier year.</summary>
/// <param name="Kind">New, the same, reworded, or with another maximum.</param>
/// <param name="Before">The criterion it continues; <c>null</c> of a new one.</param>
/// <param name="IsRuleChanged">Whether it is scored by another rule.</param>
public sealed record CriterionChange(LineageChange Kind, ReleaseCriterion? Before, bool IsRuleChanged)
{
    /// <summary>Whether it stood under another code.</summary>
    public bool IsRenumbered(string code) => Before is not null && Before.Code != code;
}

/// <summary>A node of a published criteria set with how the units of the group did.</summary>
public sealed record CriterionStanding
{
    /// <summary>The fewest units of whose results anything is said of the criterion.</summary>
    public const int FewestUnits = 5;

    private const decimal MostFull = 0.9m;

    /// <summary>The node as it was.</summary>
    public required ReleaseCriterion Criterion { get; init; }

    /// <summary>Whether its points stand in the scale; bonus and penalty do not, nor a node with nothing else below it.</summary>
    public required bool IsInScale { get; init; }

    /// <summary>Of a leaf every unit, highest points first and those it did not apply to last; of a node above leaves none.</summary>
    public IReadOnlyList<UnitAtLeaf> Units { get; init; } = [];

    /// <summary>What each unit achieved of what applied to it here, 0…1, by its code. Of bonus and penalty none.</summary>
    public required IReadOnlyDictionary<string, decimal> Shares { get; init; }

    /// <summary>How a leaf goes with the rest of the scorecards, −1…1; <c>null</c> of few units, of equal ones and outside the scale.</summary>
    public decimal? ItemRest { get; init; }

    /// <summary>What it was the year before; <c>null</c> where no earlier set is published.</summary>
    public CriterionChange? Change { get; init; }

    /// <summary>How many units it applied to.</summary>
    public int Scored => Criterion.IsLeaf ? Units.Count(unit => unit.Score.Points is not null) : Shares.Count;

    /// <summary>How many units have full marks; of bonus and penalty how many have the most points.</summary>
    public int Full => Units.Count(unit => unit.Score.Points == Criterion.MaxScore);

    /// <summary>How many units have 0 points though it applied to them.</summary>
    public int Zero => Units.Count(unit => unit.Score.Points == 0);

    /// <summary>How many units it did not apply to.</summary>
    public int NotApplicable => Units.Count(unit => unit.Score.Points is null);

    /// <summary>The mean of the units' shares, per cent; <c>null</c> without units and outside the scale.</summary>
    public decimal? MeanShare => Shares.Count == 0 ? null : 100 * Shares.Values.Average();

    /// <summary>The standard deviation of the units' shares, percentage points, over all of them; <c>null</c> as <see cref="MeanShare"/>.</summary>
    public decimal? Deviation
    {
        get
        {
            if (Shares.Count == 0)
            {
                return null;
            }

            var mean = Shares.Values.Average();
            return 100 * (decimal)Math.Sqrt((double)Shares.Values.Average(share => (share - mean) * (share - mean)));
        }
    }

    /// <summary>The median of a leaf's points; <c>null</c> of few units.</summary>
    public Median? Median => Median.Of(Units.Select(unit => unit.Score.Points).OfType<decimal>());

    /// <summary>What the results say of the leaf; nothing of few units.</summary>
    public IReadOnlyList<CriterionSign> Signs
    {
        get
        {
            var signs = new List<CriterionSign>();
            if (!Criterion.IsLeaf || Shares.Count < FewestUnits)
            {
                return signs;
            }

            if (Full >= MostFull * Shares.Count)
            {
                signs.Add(CriterionSign.MostlyFull);
            }

            if (Shares.Values.Distinct().Count() == 1)
            {
                signs.Add(CriterionSign.AllEqual);
            }

            if (ItemRest < 0)
            {
                signs.Add(CriterionSign.AgainstTheRest);
            }

            return signs;
        }
    }
}
