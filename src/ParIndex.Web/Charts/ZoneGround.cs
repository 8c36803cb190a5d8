namespace ParIndex.Web.Charts;

/// <summary>
/// What a distribution stands on, whatever is drawn in it: zone names, the zones of the rating bands, the axis, the mean and
/// the unit the page is about.
/// </summary>
internal sealed class ZoneGround
{
    /// <summary>Room left and right of the axis, so that a mark's label and an outermost dot stay in the drawing.</summary>
    public const decimal Inset = 14;

    private readonly SvgWriter _svg;
    private readonly Distribution _data;
    private readonly ChartSize _size;
    private readonly List<(Zone Zone, decimal From, decimal To)> _zones;
    private readonly List<(Zone Zone, decimal X, int Row)> _zoneLabels;

    /// <param name="svg">Where it is written.</param>
    /// <param name="data">What is shown.</param>
    /// <param name="size">The drawing.</param>
    /// <param name="height">The height of the zones.</param>
    public ZoneGround(SvgWriter svg, Distribution data, ChartSize size, decimal height)
    {
        (_svg, _data, _size) = (svg, data, size);
        _zones = PlaceZones().ToList();
        _zoneLabels = PlaceZoneLabels();
        Top = ((_zoneLabels.Select(label => label.Row).DefaultIfEmpty(-1).Max() + 1) * LineHeight) + 2;
        Bottom = Top + height;
        Marked = data.Dots.FirstOrDefault(dot => dot.Highlighted);
    }

    /// <summary>The upper edge of the zones.</summary>
    public decimal Top { get; }

    /// <summary>The axis.</summary>
    public decimal Bottom { get; }

    /// <summary>The unit the page is about, or <c>null</c>.</summary>
    public Dot? Marked { get; }

    private decimal Plot => _size.Width - (2 * Inset);

    private decimal LineHeight => _size.Text * 1.4m;

    /// <summary>Where a value stands across.</summary>
    public static decimal Place(Distribution data, ChartSize size, decimal value) => data.Axis.Place(value, Inset, size.Width - (2 * Inset));

    /// <summary>Where a value stands across.</summary>
    public decimal Place(decimal value) => Place(_data, _size, value);

    /// <summary>The whole drawing around what <paramref name="content"/> writes between the zones and the labels below.</summary>
    /// <param name="content">Writes the dots or bars.</param>
    /// <param name="leader">From where a line leads down from the marked unit; <c>null</c> for the upper edge.</param>
    public void Write(Action content, decimal? leader = null)
    {
        var labels = LabelsBelow().ToList();
        var lines = labels.Select(label => label.Row).DefaultIfEmpty(0).Max();
        var height = Bottom + ((lines + 1) * LineHeight) + 6;

        // Dots that lead somewhere are more than a picture.
        _svg.Open("svg", ("class", _size.CssClass), ("viewBox", $"0 0 {SvgAttribute.Number(_size.Width)} {SvgAttribute.Number(height)}"), ("role", _data.IsPressed ? "group" : "img"));
        _svg.Leaf("title", _data.Title).Leaf("desc", DotStrip.Describe(_data));
        WriteZones();
        WriteAxis();
        WriteLeader(leader ?? Top);
        content();
        WriteMean();
        foreach (var label in labels)
        {
            // A name is Vietnamese on an English page too.
            var isName = Marked is { } named && label.Text.StartsWith(named.Label, StringComparison.Ordinal);
            if (isName)
            {
                _svg.Open("g", ("lang", "vi"));
            }

            WriteText(label.Text, label.X, Bottom + 2 + ((label.Row + 1) * LineHeight), "t-ink", bold: true);
            if (isName)
            {
                _svg.Close();
            }
        }

        if (_data.Dots.Count == 0)
        {
            WriteText(_data.Texts.Chart.Nothing, _size.Width / 2, (Top + Bottom + _size.Text) / 2, "t-muted", "middle");
        }

        _svg.Close();
    }

    /// <summary>A text of the drawing.</summary>
    public void WriteText(string text, decimal x, decimal y, string cssClass, string anchor = "start", bool bold = false) => _svg.Leaf(
        "text", text, ("class", bold ? cssClass + " bold" : cssClass), ("x", x), ("y", y), ("font-size", _size.Text), ("text-anchor", anchor));

    /// <summary>The left edge of a text that is centred on a place and stays inside the drawing.</summary>
    public decimal Centred(string text, decimal x)
    {
        var width = _size.WidthOf(text);
        return Math.Max(2, Math.Min(x - (width / 2), _size.Width - 2 - width));
    }

    private IEnumerable<(Zone Zone, decimal From, decimal To)> PlaceZones()
    {
        var ordered = _data.Zones.OrderBy(zone => zone.From).ToList();
        for (var i = 0; i < ordered.Count; i++)
        {
            var from = Place(ordered[i].From);
            var to = i + 1 < ordered.Count ? Place(ordered[i + 1].From) : Inset + Plot;
            if (to - from > 2)
            {
                yield return (ordered[i], from, to);
            }
        }
    }

    /// <summary>A zone's name stands at its left edge, on the lowest row where it meets no other name.</summary>
    private List<(Zone Zone, decimal X, int Row)> PlaceZoneLabels()
    {
        var labels = new List<(Zone, decimal, int)>();
        var ends = new List<decimal>();
        foreach (var (zone, from, _) in _zones)
        {
            var width = _size.WidthOf(zone.Label);
            var x = Math.Max(2, Math.Min(from + 4, _size.Width - 2 - width));
            var row = ends.FindIndex(end => x >= end + 6);
            if (row < 0)
            {
                row = ends.Count;
                ends.Add(0);
            }

            ends[row] = x + width;
            labels.Add((zone, x, row));
        }

        return labels;
    }

    /// <summary>The mean's and the marked unit's labels: inside the drawing, the second a line lower when they would meet.</summary>
    private IEnumerable<(string Text, decimal X, int Row)> LabelsBelow()
    {
        var meanEnds = (From: 0m, To: 0m);
        if (_data.Mean is { } mean)
        {
            var text = $"{_data.MeanWord} {_data.Texts.Number(mean)}";
            var x = Centred(text, Place(mean));
            meanEnds = (x, x + _size.WidthOf(text));
            yield return (text, x, 1);
        }

        if (Marked is not null)
        {
            var text = $"{Marked.Label} {_data.Texts.Number(Marked.Value)}";
            if (_size.WidthOf(text) > _size.Width - 4)
            {
                text = $"{_data.Texts.Chart.ThisUnit} {_data.Texts.Number(Marked.Value)}";
            }

            var x = Centred(text, Place(Marked.Value));
            var meets = x < meanEnds.To + 8 && x + _size.WidthOf(text) > meanEnds.From - 8;
            yield return (text, x, meets && _data.Mean is not null ? 2 : 1);
        }
    }

    private void WriteZones()
    {
        foreach (var (zone, from, to) in _zones)
        {
            _svg.Empty("rect", ("class", $"zone fill-{zone.Key}"), ("x", from), ("y", Top), ("width", to - from - 2), ("height", Bottom - Top));
        }

        foreach (var (zone, x, row) in _zoneLabels)
        {
            WriteText(zone.Label, x, Top - 6 - (row * LineHeight), $"fill-{zone.Key}", bold: true);
        }
    }

    private void WriteAxis()
    {
        _svg.Empty("line", ("class", "rule"), ("x1", Inset), ("x2", Inset + Plot), ("y1", Bottom), ("y2", Bottom));
        foreach (var mark in _data.Axis.Marks(Plot, least: 30))
        {
            WriteText(_data.Texts.Trimmed(mark), Place(mark), Bottom + LineHeight, "t-muted", "middle");
        }
    }

    private void WriteMean()
    {
        if (_data.Mean is { } mean)
        {
            _svg.Empty("line", ("class", "mean"), ("x1", Place(mean)), ("x2", Place(mean)), ("y1", Top), ("y2", Bottom + 4));
        }
    }

    private void WriteLeader(decimal from)
    {
        if (Marked is not null)
        {
            _svg.Empty("line", ("class", "leader"), ("x1", Place(Marked.Value)), ("x2", Place(Marked.Value)), ("y1", from), ("y2", Bottom + 4));
        }
    }
}
