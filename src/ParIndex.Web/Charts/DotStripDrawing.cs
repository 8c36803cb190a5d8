namespace ParIndex.Web.Charts;

/// <summary>One drawing of a distribution with a dot for each unit.</summary>
internal sealed class DotStripDrawing
{
    private const decimal LeastZoneHeight = 58;

    private const decimal WantedStackHeight = 110;

    private readonly SvgWriter _svg;
    private readonly Distribution _data;
    private readonly ChartSize _size;
    private readonly DotStack _stack;
    private readonly ZoneGround _ground;

    public DotStripDrawing(SvgWriter svg, Distribution data, ChartSize size)
    {
        (_svg, _data, _size) = (svg, data, size);
        _stack = DotStack.Of(data.Dots, value => ZoneGround.Place(data, size, value), WantedStackHeight);
        // Names of dots that are pressed stand on a line of their own above all dots.
        var names = data.IsPressed ? size.Text * 1.4m : 0;
        _ground = new(svg, data, size, Math.Max(LeastZoneHeight, (_stack.Levels * _stack.Pitch) + 10 + names));
    }

    public void Write() => _ground.Write(WriteDots, Height(0));

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
        var name = DotStrip.Named(placed.Dot, _data.Texts);
        if (placed.Dot.Address is { } address)
        {
            // A name is Vietnamese on an English page too.
            _svg.Open("g", ("lang", "vi"));
            _svg.Open("a", ("href", address), ("aria-label", name));
            Circle(placed);
            _svg.Close().Close();
            _ground.WriteText(name, _ground.Centred(name, placed.X), _ground.Top + (_size.Text * 1.1m), "dot-name");
            _svg.Close();
            return;
        }

        Circle(placed);
        // Names are read by pointing, which needs a pointer: a phone's drawing is spared their weight.
        if (_size != ChartSize.Narrow)
        {
            _svg.Leaf("title", name);
        }

        _svg.Close();
    }

    private void Circle(PlacedDot placed)
    {
        ReadOnlySpan<SvgAttribute> place = [("cx", placed.X), ("cy", Height(placed.Level)), ("r", _stack.Radius)];
        _svg.Open("circle", placed.Dot.Highlighted ? [.. place, ("class", "marked")] : place);
    }

    private decimal Height(int level) => _ground.Bottom - 5 - (_stack.Pitch * (level + 0.5m));
}
