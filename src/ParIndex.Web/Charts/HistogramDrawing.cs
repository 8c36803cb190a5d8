using ParIndex.Domain.Numbers;

namespace ParIndex.Web.Charts;

/// <summary>
/// One drawing of a distribution of many units: how many of them lie in each step of the axis. The steps end where rating
/// bands do wherever round steps can, so that a bar is of one band; a bar of two has no rating's colour.
/// </summary>
internal sealed class HistogramDrawing
{
    private const decimal ZoneHeight = 170;

    private const decimal Gap = 1.5m;

    private static readonly decimal[] Steps = [0.5m, 1, 2, 2.5m, 5, 10, 20];

    private readonly SvgWriter _svg;
    private readonly Distribution _data;
    private readonly ChartSize _size;
    private readonly ZoneGround _ground;
    private readonly List<decimal> _limits;

    public HistogramDrawing(SvgWriter svg, Distribution data, ChartSize size)
    {
        (_svg, _data, _size) = (svg, data, size);
        _limits = [.. data.Zones.Select(zone => zone.From).Where(limit => limit > data.Axis.From && limit < data.Axis.To)];
        _ground = new(svg, data, size, size == ChartSize.Narrow ? ZoneHeight - 20 : ZoneHeight);
    }

    public void Write() => _ground.Write(WriteBars);

    /// <summary>A bar for about every 22 units of width: as fine as their numbers can be read.</summary>
    private int MostBars => (int)(_size.Width / (_size.Text * 1.75m));

    private void WriteBars()
    {
        var step = Step();
        var bars = _data.Dots.GroupBy(dot => Math.Min(decimal.Floor((dot.Value - _data.Axis.From) / step), decimal.Ceiling((_data.Axis.To - _data.Axis.From) / step) - 1))
            .OrderBy(bar => bar.Key).Select(bar => (From: _data.Axis.From + (bar.Key * step), Units: bar.Count())).ToList();
        var most = bars.Select(bar => bar.Units).DefaultIfEmpty(1).Max();
        var room = _ground.Bottom - _ground.Top - (_size.Text * 1.6m);
        foreach (var (from, units) in bars)
        {
            var (left, right) = (_ground.Place(from), _ground.Place(from + step));
            var top = _ground.Bottom - (room * units / most);
            _svg.Open("rect", ("class", ColourOf(from, from + step)), ("x", left + (Gap / 2)), ("y", top), ("width", right - left - Gap), ("height", _ground.Bottom - top));
            _svg.Leaf("title", _data.Texts.Chart.Bar(_data.Texts.Trimmed(from), from + step < _data.Axis.To ? _data.Texts.Trimmed(from + step) : null, _data.Texts.Count(units)));
            _svg.Close();
            _ground.WriteText(NumberWriter.DataTrimmed(units), (left + right) / 2, top - 4, "t-ink halo", "middle", bold: true);
        }
    }

    /// <summary>The finest step of few enough bars; of these the finest that ends where bands do, when there is one.</summary>
    private decimal Step()
    {
        var few = Steps.Where(step => (_data.Axis.To - _data.Axis.From) / step <= MostBars).DefaultIfEmpty(Steps[^1]).ToList();
        return few.Find(step => _limits.TrueForAll(limit => (limit - _data.Axis.From) % step == 0)) is > 0 and var ends ? ends : few[0];
    }

    private string ColourOf(decimal from, decimal to) =>
        _limits.Exists(limit => limit > from && limit < to) || _data.Zones.Count == 0 ? "dots" : $"fill-{_data.Zones.Where(zone => zone.From <= from).DefaultIfEmpty(_data.Zones.MinBy(zone => zone.From)!).MaxBy(zone => zone.From)!.Key}";
}
