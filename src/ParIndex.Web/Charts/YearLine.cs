using Microsoft.AspNetCore.Html;
using ParIndex.Web.Texts;

namespace ParIndex.Web.Charts;

/// <summary>A unit in one year.</summary>
/// <param name="Year">The year assessed.</param>
/// <param name="Value">Its index, per cent.</param>
/// <param name="Mean">The mean of its group, per cent; <c>null</c> where it is not known.</param>
/// <param name="Place">Its place among how many; <c>null</c> where it has none.</param>
/// <param name="IsHollow">Whether only totals are known.</param>
/// <param name="Break">Why it is not joined to the year before, in a word or two; <c>null</c> where it is.</param>
public sealed record YearMark(int Year, decimal Value, decimal? Mean, (int Rank, int Of)? Place, bool IsHollow, string? Break);

/// <summary>
/// An index over the years on zones of the rating bands, with the group's mean, and the place below. The line breaks where
/// years may not be compared, and the drawing says why. Years stand as far apart as they are.
/// </summary>
internal sealed class YearLine
{
    private const decimal PlotHeight = 174;
    private const decimal RankHeight = 72;
    private const decimal Dot = 5;

    private readonly SvgWriter _svg = new();
    private readonly IReadOnlyList<YearMark> _years;
    private readonly IReadOnlyList<Zone> _zones;
    private readonly ChartSize _size;
    private readonly PublicTexts _texts;
    private readonly ValueAxis _axis;
    private readonly decimal _top;
    private readonly decimal _left;
    private readonly decimal _right;

    private YearLine(SvgWriter svg, IReadOnlyList<YearMark> years, IReadOnlyList<Zone> zones, ChartSize size, PublicTexts texts)
    {
        (_svg, _years, _zones, _size, _texts) = (svg, years, zones, size, texts);
        _axis = AxisOf(years);
        _top = years.Any(year => year.Break is not null) ? 14 + (size.Text * (years.Count(year => year.Break is not null) > 1 ? 2 : 1)) : 8;
        _left = size.WidthOf("100") + 6;
        _right = size.Width - (HasRoomBeside ? size.WidthOf(MeanText(years[^1].Mean ?? 0)) + 14 : 4);
    }

    /// <summary>The axis of the drawing.</summary>
    public static ValueAxis AxisOf(IEnumerable<YearMark> years) => ValueAxis.Covering(years.SelectMany(year => new[] { year.Value, year.Mean }).OfType<decimal>(), []);

    /// <param name="title">What is drawn.</param>
    /// <param name="years">At least one, in any order.</param>
    /// <param name="zones">The rating bands of the newest year.</param>
    /// <param name="texts">The language it speaks.</param>
    public static IHtmlContent Draw(string title, IEnumerable<YearMark> years, IReadOnlyList<Zone> zones, PublicTexts texts)
    {
        var ordered = years.OrderBy(year => year.Year).ToList();
        var svg = new SvgWriter();
        svg.Open("div", ("class", "chart full"));
        foreach (var size in ChartSize.For(ChartPlace.Full))
        {
            new YearLine(svg, ordered, zones, size, texts).Write(title);
        }

        return svg.Close().ToHtml();
    }

    private decimal Bottom => _top + PlotHeight;

    private decimal RankTop => Bottom + 48;

    private bool HasRoomBeside => _size.Width >= ChartSize.Wide.Width;

    private bool IsTight => Spacing < _size.WidthOf("82,08") + 14;

    private decimal Spacing => _years.Count == 1 ? 1000 : (_right - _left) / (_years[^1].Year - _years[0].Year + 1);

    private decimal Height => RankTop + RankHeight + (_size.Text * (IsTight ? 4.4m : 2.1m));

    private void Write(string title)
    {
        _svg.Open("svg", ("class", _size.CssClass), ("viewBox", $"0 0 {SvgAttribute.Number(_size.Width)} {SvgAttribute.Number(Height)}"), ("role", "img"));
        _svg.Leaf("title", title).Leaf("desc", string.Join("; ", _years.Select(Spoken)) + ".");
        WriteGround();
        WriteBreaks();
        WriteLine("mean-line", year => year.Mean);
        WriteLine("line", year => year.Value);
        WriteDots();
        WritePlaces();
        _svg.Close();
    }

    private string Spoken(YearMark year) =>
        _texts.Story.ChartPoint(year.Year, _texts.Percent(year.Value), year.Place is var (rank, of) ? $"{rank}/{of}" : null) + (year.Break is null ? "" : $" ({year.Break})");

    private void WriteGround()
    {
        foreach (var (zone, end) in _zones.Select((zone, position) => (zone, position == 0 ? 100m : _zones[position - 1].From)).Where(zone => zone.zone.From < _axis.To && zone.Item2 > _axis.From))
        {
            var (high, low) = (Y(end), Y(zone.From));
            _svg.Empty("rect", ("class", $"zone fill-{zone.Key}"), ("x", _left), ("y", high), ("width", _right - _left), ("height", low - high));
            if (low - high >= _size.Text * 1.4m)
            {
                Text(zone.Label, _left + 6, high + (_size.Text * 1.2m), $"bold fill-{zone.Key}", "start");
            }
        }

        foreach (var mark in _axis.Marks(PlotHeight, _size.Text * 2))
        {
            Text(_texts.Trimmed(mark), _left - 6, Y(mark) + (_size.Text * 0.35m), "t-muted", "end");
        }
    }

    /// <summary>Why the line is broken stands above the place where it is; two neighbours stand on two lines.</summary>
    private void WriteBreaks()
    {
        var number = 0;
        foreach (var (before, year) in _years.Zip(_years.Skip(1)).Where(pair => pair.Second.Break is not null))
        {
            var x = (X(before) + X(year)) / 2;
            _svg.Empty("line", ("class", "break-line"), ("x1", x), ("x2", x), ("y1", _top - 4), ("y2", RankTop + RankHeight));
            var said = $"{year.Year}: {year.Break}";
            var half = _size.WidthOf(said) / 2;
            Text(said, Math.Clamp(x, half, Math.Max(half, _size.Width - half)), number++ % 2 == 0 ? _top - 9 : _top - 11 - _size.Text, "t-ink bold", "middle");
        }
    }

    private void WriteLine(string cssClass, Func<YearMark, decimal?> value)
    {
        var path = "";
        YearMark? before = null;
        foreach (var year in _years)
        {
            if (value(year) is { } known)
            {
                path += (before is not null && year.Break is null && value(before) is not null ? "L" : "M") + SvgAttribute.Number(X(year)) + " " + SvgAttribute.Number(Y(known));
            }

            before = year;
        }

        if (path.Length > 0)
        {
            _svg.Empty("path", ("class", cssClass), ("d", path));
        }
    }

    private void WriteDots()
    {
        foreach (var (position, year) in _years.Index())
        {
            _svg.Empty("circle", ("class", year.IsHollow ? "hollow" : "fill-accent"), ("cx", X(year)), ("cy", Y(year.Value)), ("r", Dot));
            var isEnd = position == 0 || position == _years.Count - 1 || year.Break is not null || _years[position + 1].Break is not null;
            if (IsTight ? isEnd : !HasRoomBeside || position < _years.Count - 1)
            {
                // Above the dot where the mean runs below it, so that no line crosses the figure.
                var isAbove = year.Mean is null || year.Value >= year.Mean;
                var x = Math.Clamp(X(year), _size.WidthOf("82,08") / 2, _size.Width - (_size.WidthOf("82,08") / 2));
                Text(_texts.Number(year.Value), x, Y(year.Value) + (isAbove ? -10 : 11 + (_size.Text * 0.75m)), "t-ink bold halo", "middle");
            }
        }

        if (HasRoomBeside)
        {
            WriteNames(_years[^1]);
        }
    }

    /// <summary>What the two lines are, beside their ends; moved apart where they end together.</summary>
    private void WriteNames(YearMark last)
    {
        var own = Y(last.Value) + (_size.Text * 0.35m);
        Text(_texts.Number(last.Value), _right + 8, own, "t-accent bold", "start");
        if (last.Mean is { } mean)
        {
            var y = Y(mean) + (_size.Text * 0.35m);
            var gap = _size.Text * 1.3m;
            Text(MeanText(mean), _right + 8, Math.Abs(y - own) >= gap ? y : mean > last.Value ? own - gap : own + gap, "t-ink2", "start");
        }
    }

    private string MeanText(decimal mean) => $"{_texts.Story.MeanLabel} {_texts.Number(mean)}";

    private void WritePlaces()
    {
        Text(HasRoomBeside || _size.Width >= ChartSize.Medium.Width ? _texts.Story.Ranks : _texts.Story.RanksShort, 0, RankTop - 14, "t-ink bold", "start");
        var most = _years.Max(year => year.Place?.Of ?? 1);
        foreach (var (position, year) in _years.Index())
        {
            var (x, line) = (X(year), _size.Text * 1.25m);
            var below = RankTop + RankHeight + _size.Text + 8;
            Text(IsTight ? $"’{year.Year % 100:00}" : _texts.Story.YearNumber(year.Year), x, below, position == _years.Count - 1 ? "t-ink bold" : "t-ink2", "middle");
            if (year.Place is not var (rank, of))
            {
                continue;
            }

            var step = most == 1 ? 0 : RankHeight / (most - 1);
            _svg.Empty("rect", ("class", "rank-bar"), ("x", x - 1.5m), ("y", RankTop), ("width", 3), ("height", Math.Max(1, (of - 1) * step)));
            _svg.Empty("circle", ("class", year.IsHollow ? "hollow" : "fill-accent"), ("cx", x), ("cy", RankTop + ((rank - 1) * step)), ("r", Dot));
            if (IsTight)
            {
                Text($"{rank}", x, below + line, "t-ink bold", "middle");
                Text($"/{of}", x, below + (2 * line), "t-ink2", "middle");
            }
            else
            {
                Text($"{rank}/{of}", x + 11, RankTop + ((rank - 1) * step) + (_size.Text * 0.35m), "t-ink bold halo", "start");
            }
        }
    }

    private decimal X(YearMark year) => _left + ((year.Year - _years[0].Year + 0.5m) * (_right - _left) / (_years[^1].Year - _years[0].Year + 1));

    private decimal Y(decimal value) => _axis.Place(value, Bottom, -PlotHeight);

    private void Text(string text, decimal x, decimal y, string cssClass, string anchor) =>
        _svg.Leaf("text", text, ("class", cssClass), ("x", x), ("y", y), ("font-size", _size.Text), ("text-anchor", anchor));
}
