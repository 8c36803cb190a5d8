namespace ParIndex.Web.Charts;

/// <summary>One drawing of a distribution, from top to bottom: zone names, zones with dots, axis, mean, marked unit.</summary>
internal sealed class DotStripDrawing
{
    /// <summary>Room left and right of the axis, so that a mark's label and an outermost dot stay in the drawing.</summary>
    private const decimal Inset = 14;

    private const decimal LeastZoneHeight = 58;

    private const decimal WantedStackHeight = 110;

    private readonly SvgWriter _svg;
    private readonly Distribution _data;
    private readonly ChartSize _size;
    private readonly DotStack _stack;
    private readonly List<(Zone Zone, decimal From, decimal To)> _zones;
    private readonly List<(Zone Zone, decimal X, int Row)> _zoneLabels;
    private readonly decimal _lineHeight;
    private readonly decimal _top;
    private readonly decimal _bottom;

    public DotStripDrawing(SvgWriter svg, Distribution data, ChartSize size)
    {
        _svg = svg;
        _data = data;
        _size = size;
        _lineHeight = size.Text * 1.4m;
        _stack = DotStack.Of(data.Dots, Place, WantedStackHeight);
        _zones = PlaceZones().ToList();
        _zoneLabels = PlaceZoneLabels();
        _top = ((_zoneLabels.Select(label => label.Row).DefaultIfEmpty(-1).Max() + 1) * _lineHeight) + 2;
        _bottom = _top + Math.Max(LeastZoneHeight, (_stack.Levels * _stack.Pitch) + 10);
    }

    private decimal Plot => _size.Width - (2 * Inset);

    public void Write()
    {
        var marked = _data.Dots.FirstOrDefault(dot => dot.Highlighted);
        var labels = LabelsBelow(marked).ToList();
        var lines = labels.Select(label => label.Row).DefaultIfEmpty(0).Max();
        var height = _bottom + ((lines + 1) * _lineHeight) + 6;

        _svg.Open("svg", ("class", _size.CssClass), ("viewBox", FormattableViewBox(height)), ("role", "img"));
        _svg.Leaf("title", _data.Title).Leaf("desc", DotStrip.Describe(_data));
        WriteZones();
        WriteAxis();
        WriteLeaders(marked);
        WriteDots();
        foreach (var label in labels)
        {
            WriteText(label.Text, label.X, _bottom + 2 + ((label.Row + 1) * _lineHeight), "t-ink", bold: true);
        }

        if (_data.Dots.Count == 0)
        {
            WriteText(_data.Texts.Chart.Nothing, _size.Width / 2, (_top + _bottom + _size.Text) / 2, "t-muted", "middle");
        }

        _svg.Close();
    }

    private string FormattableViewBox(decimal height) =>
        $"0 0 {SvgAttribute.Number(_size.Width)} {SvgAttribute.Number(height)}";

    private decimal Place(decimal value) => _data.Axis.Place(value, Inset, Plot);

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
    private IEnumerable<(string Text, decimal X, int Row)> LabelsBelow(Dot? marked)
    {
        var meanEnds = (From: 0m, To: 0m);
        if (_data.Mean is { } mean)
        {
            var text = $"{_data.MeanWord} {_data.Texts.Number(mean)}";
            var x = Centred(text, Place(mean));
            meanEnds = (x, x + _size.WidthOf(text));
            yield return (text, x, 1);
        }

        if (marked is not null)
        {
            var text = $"{marked.Label} {_data.Texts.Number(marked.Value)}";
            if (_size.WidthOf(text) > _size.Width - 4)
            {
                text = $"{_data.Texts.Chart.ThisUnit} {_data.Texts.Number(marked.Value)}";
            }

            var x = Centred(text, Place(marked.Value));
            var meets = x < meanEnds.To + 8 && x + _size.WidthOf(text) > meanEnds.From - 8;
            yield return (text, x, meets && _data.Mean is not null ? 2 : 1);
        }
    }

    private decimal Centred(string text, decimal x)
    {
        var width = _size.WidthOf(text);
        return Math.Max(2, Math.Min(x - (width / 2), _size.Width - 2 - width));
    }

    private void WriteZones()
    {
        foreach (var (zone, from, to) in _zones)
        {
            _svg.Empty("rect", ("class", $"zone fill-{zone.Key}"), ("x", from), ("y", _top), ("width", to - from - 2), ("height", _bottom - _top));
        }

        foreach (var (zone, x, row) in _zoneLabels)
        {
            WriteText(zone.Label, x, _top - 6 - (row * _lineHeight), $"fill-{zone.Key}", bold: true);
        }
    }

    private void WriteAxis()
    {
        _svg.Empty("line", ("class", "rule"), ("x1", Inset), ("x2", Inset + Plot), ("y1", _bottom), ("y2", _bottom));
        foreach (var mark in _data.Axis.Marks(Plot, least: 30))
        {
            WriteText(_data.Texts.Trimmed(mark), Place(mark), _bottom + _lineHeight, "t-muted", "middle");
        }
    }

    private void WriteLeaders(Dot? marked)
    {
        if (_data.Mean is { } mean)
        {
            _svg.Empty("line", ("class", "mean"), ("x1", Place(mean)), ("x2", Place(mean)), ("y1", _top), ("y2", _bottom + 4));
        }

        if (marked is not null)
        {
            _svg.Empty("line", ("class", "leader"), ("x1", Place(marked.Value)), ("x2", Place(marked.Value)), ("y1", Height(0)), ("y2", _bottom + 4));
        }
    }

    private void WriteDots()
    {
        _svg.Open("g", ("class", "dots"));
        foreach (var rating in _stack.Dots.GroupBy(placed => placed.Dot.RatingKey, StringComparer.Ordinal))
        {
            _svg.Open("g", rating.Key is null ? [] : [("class", $"fill-{rating.Key}")]);
            foreach (var placed in rating)
            {
                WriteDot(placed);
            }

            _svg.Close();
        }

        _svg.Close();
    }

    private void WriteDot(PlacedDot placed)
    {
        ReadOnlySpan<SvgAttribute> place = [("cx", placed.X), ("cy", Height(placed.Level)), ("r", _stack.Radius)];
        _svg.Open("circle", placed.Dot.Highlighted ? [.. place, ("class", "marked")] : place);

        // Names are read by pointing, which needs a pointer: a phone's drawing is spared their weight.
        if (_size != ChartSize.Narrow)
        {
            _svg.Leaf("title", DotStrip.Named(placed.Dot, _data.Texts));
        }

        _svg.Close();
    }

    private decimal Height(int level) => _bottom - 5 - (_stack.Pitch * (level + 0.5m));

    private void WriteText(string text, decimal x, decimal y, string cssClass, string anchor = "start", bool bold = false)
    {
        ReadOnlySpan<SvgAttribute> attributes =
            [("class", bold ? cssClass + " bold" : cssClass), ("x", x), ("y", y), ("font-size", _size.Text), ("text-anchor", anchor)];
        _svg.Leaf("text", text, attributes);
    }
}
