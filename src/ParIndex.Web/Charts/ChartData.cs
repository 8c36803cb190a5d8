namespace ParIndex.Web.Charts;

/// <summary>One unit in a distribution.</summary>
/// <param name="Value">Its index in per cent.</param>
/// <param name="Label">Its name, shown when it is pointed at, touched or reached by keyboard, and beside a highlighted dot.</param>
/// <param name="RatingKey">The key of its rating (<c>xuat-sac</c>, <c>tot</c>, <c>kha</c>, <c>trung-binh</c>, <c>yeu</c>, <c>kem</c>), which names the colour; <c>null</c> when it is not rated.</param>
/// <param name="Highlighted">Whether the page is about this unit.</param>
public sealed record Dot(decimal Value, string Label, string? RatingKey, bool Highlighted = false)
{
    /// <summary>The address it leads to; <c>null</c> where nobody can press it.</summary>
    public string? Address { get; init; }
}

/// <summary>One rating band: from its lower limit, which belongs to it, to the next band's.</summary>
/// <param name="From">The lower limit in per cent; 0 for the lowest band.</param>
/// <param name="Label">The rating's word.</param>
/// <param name="Key">The rating's key, which names the colour.</param>
public sealed record Zone(decimal From, string Label, string Key);

/// <summary>A province's place in one year's national index.</summary>
/// <param name="Year">The year assessed.</param>
/// <param name="Rank">The place; <c>null</c> when it was not published.</param>
/// <param name="Of">How many provinces were ranked.</param>
/// <param name="Below">A short text under the year, usually the score: <c>67/97,5</c>.</param>
public sealed record RankPoint(int Year, int? Rank, int Of, string? Below = null);

/// <summary>Where a chart stands on the page, which decides the drawings it needs.</summary>
public enum ChartPlace
{
    /// <summary>One of two columns: a narrow and a medium drawing.</summary>
    Half,

    /// <summary>The whole width of the page: a wide drawing as well.</summary>
    Full,
}

/// <summary>
/// One drawing of a chart. A drawing is scaled to its container, and the style sheet shows the one whose text is then
/// neither below 11 px nor larger than the text around it.
/// </summary>
/// <param name="CssClass">The class by which the style sheet picks the drawing.</param>
/// <param name="Width">Width in drawing units.</param>
/// <param name="Text">Text size in drawing units.</param>
internal sealed record ChartSize(string CssClass, decimal Width, decimal Text)
{
    /// <summary>For containers of 256 px (a phone of 320 px) to 444 px.</summary>
    public static readonly ChartSize Narrow = new("draw-narrow", 300, 13);

    /// <summary>From 444 px.</summary>
    public static readonly ChartSize Medium = new("draw-medium", 500, 12.5m);

    /// <summary>From 792 px.</summary>
    public static readonly ChartSize Wide = new("draw-wide", 900, 12.5m);

    public static IReadOnlyList<ChartSize> For(ChartPlace place) =>
        place == ChartPlace.Full ? [Narrow, Medium, Wide] : [Narrow, Medium];

    /// <summary>About how wide a text will be; a little too wide rather than too narrow, as the font may be a fallback.</summary>
    public decimal WidthOf(string text) => text.Length * Text * 0.6m;

    /// <summary>As many words of a name as fit, with a sign that there are more.</summary>
    public string Clip(string name, decimal width)
    {
        var words = name.Split(' ');
        var count = Enumerable.Range(1, words.Length).TakeWhile(number => WidthOf(string.Join(' ', words.Take(number)) + (number < words.Length ? "…" : "")) <= width).LastOrDefault();
        return count == words.Length ? name : string.Join(' ', words.Take(Math.Max(1, count))).TrimEnd(',') + "…";
    }

    /// <summary>A name in lines of whole words, the last one clipped where it would take more lines than there may be.</summary>
    public IReadOnlyList<string> Lines(string name, decimal width, int most)
    {
        var (words, lines) = (name.Split(' '), new List<string>());
        for (var from = 0; from < words.Length;)
        {
            if (lines.Count == most - 1)
            {
                lines.Add(Clip(string.Join(' ', words[from..]), width));
                break;
            }

            var start = from;
            var count = Enumerable.Range(1, words.Length - from).TakeWhile(number => WidthOf(string.Join(' ', words[start..(start + number)])) <= width).LastOrDefault(1);
            lines.Add(string.Join(' ', words[from..(from + count)]));
            from += count;
        }

        return lines;
    }
}
