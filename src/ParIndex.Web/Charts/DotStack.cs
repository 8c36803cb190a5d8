namespace ParIndex.Web.Charts;

/// <summary>A dot with its place: <paramref name="X"/> across, <paramref name="Level"/> 0 at the bottom.</summary>
internal readonly record struct PlacedDot(Dot Dot, decimal X, int Level);

/// <summary>
/// Stacks dots that would overlap. A dot never moves sideways, because its place across is its value; the dots become
/// smaller before the stack becomes higher than wanted.
/// </summary>
internal sealed record DotStack(IReadOnlyList<PlacedDot> Dots, decimal Radius, int Levels)
{
    private const decimal Gap = 1.6m;

    private static readonly decimal[] Radii = [5.2m, 4.4m, 3.6m, 3m, 2.4m];

    /// <summary>The height of one level.</summary>
    public decimal Pitch => PitchOf(Radius);

    /// <param name="dots">The dots of the group.</param>
    /// <param name="place">Where a value stands across.</param>
    /// <param name="wantedHeight">The height beyond which smaller dots are taken, down to the smallest.</param>
    public static DotStack Of(IReadOnlyList<Dot> dots, Func<decimal, decimal> place, decimal wantedHeight)
    {
        // The highlighted dot is placed first and so stands at the bottom, next to its label.
        var ordered = dots.OrderByDescending(dot => dot.Highlighted).ThenBy(dot => dot.Value)
            .Select(dot => (Dot: dot, X: place(dot.Value))).ToList();
        DotStack stack;
        var size = 0;
        do
        {
            stack = Stack(ordered, Radii[size]);
        }
        while (stack.Levels * stack.Pitch > wantedHeight && ++size < Radii.Length);

        return stack;
    }

    private static decimal PitchOf(decimal radius) => (2 * radius) + Gap;

    private static DotStack Stack(List<(Dot Dot, decimal X)> dots, decimal radius)
    {
        var pitch = PitchOf(radius);
        var levels = new List<List<decimal>>();
        var placed = new List<PlacedDot>(dots.Count);
        foreach (var (dot, x) in dots)
        {
            var level = levels.FindIndex(taken => taken.TrueForAll(other => Math.Abs(other - x) >= pitch));
            if (level < 0)
            {
                level = levels.Count;
                levels.Add([]);
            }

            levels[level].Add(x);
            placed.Add(new PlacedDot(dot, x, level));
        }

        return new DotStack(placed, radius, levels.Count);
    }
}
