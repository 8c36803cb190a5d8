using Microsoft.AspNetCore.Html;
using ParIndex.Domain.Stories;
using ParIndex.Web.Texts;

namespace ParIndex.Web.Charts;

/// <summary>
/// How one year's index became the next one's, a term a row. The totals are marks and no bars, because the axis does not
/// start at zero; what raised is solid and what lowered is hollow, so that no colour is needed to tell them apart.
/// </summary>
internal sealed class Waterfall
{
    private const decimal Bar = 16;

    private readonly SvgWriter _svg;
    private readonly ChangeAccount _account;
    private readonly ChartSize _size;
    private readonly PublicTexts _texts;
    private readonly List<ChangePart> _parts;
    private readonly decimal _from;
    private readonly decimal _to;

    private Waterfall(SvgWriter svg, ChangeAccount account, ChartSize size, PublicTexts texts)
    {
        (_svg, _account, _size, _texts) = (svg, account, size, texts);
        _parts = PartsOf(account);
        (_from, _to) = AxisOf(account);
    }

    /// <summary>The ends of the axis, whole per cent.</summary>
    public static (decimal From, decimal To) AxisOf(ChangeAccount account)
    {
        var levels = PartsOf(account).Aggregate(new List<decimal> { Before(account) }, (sums, part) => [.. sums, sums[^1] + part.Shown]);
        var (from, to) = (decimal.Floor(levels.Min()), decimal.Ceiling(levels.Max()));
        return (from, to > from ? to : from + 1);
    }

    /// <param name="account">The change and its terms.</param>
    /// <param name="texts">The language it speaks.</param>
    public static IHtmlContent Draw(ChangeAccount account, PublicTexts texts)
    {
        var svg = new SvgWriter();
        svg.Open("div", ("class", "chart"));
        foreach (var size in ChartSize.For(ChartPlace.Half))
        {
            new Waterfall(svg, account, size, texts).Write();
        }

        return svg.Close().ToHtml();
    }

    private static decimal Before(ChangeAccount account) => account.Before.Year.Result.OfficialIndex!.Value;

    private static List<ChangePart> PartsOf(ChangeAccount account) => [.. account.Parts.Where(part => part.Exact != 0)];

    private bool IsNarrow => _size == ChartSize.Narrow;

    private decimal Row => IsNarrow ? 44 : 34;

    private decimal Left => IsNarrow ? 8 : 190;

    private decimal Right => _size.Width - _size.WidthOf("82,08%") - 14;

    private void Write()
    {
        var (was, now) = (_account.Before.Year.Release.Year, _account.After.Year.Release.Year);
        var height = ((_parts.Count + 2) * Row) + 2;
        _svg.Open("svg", ("class", _size.CssClass), ("viewBox", $"0 0 {SvgAttribute.Number(_size.Width)} {SvgAttribute.Number(height)}"), ("role", "img"));
        _svg.Leaf("title", _texts.Story.WhyHeading(_account.Change)).Leaf("desc", _texts.Story.Why(_account));
        var level = Before(_account);
        WriteTotal(0, _texts.Story.YearLabel(was), level);
        foreach (var (position, part) in _parts.Index())
        {
            WritePart(position + 1, part, level);
            level += part.Shown;
        }

        WriteTotal(_parts.Count + 1, _texts.Story.YearLabel(now), level);
        _svg.Close();
    }

    private void WriteTotal(int row, string name, decimal value)
    {
        var middle = Middle(row);
        Name(name, row, "t-ink bold");
        _svg.Empty("line", ("class", "total-line"), ("x1", X(value)), ("x2", X(value)), ("y1", middle - 12), ("y2", middle + 12));
        _svg.Empty("circle", ("class", "fill-ink"), ("cx", X(value)), ("cy", middle), ("r", 6));
        Value(_texts.Percent(value), middle);
        if (row == 0)
        {
            Join(value, row);
        }
    }

    private void WritePart(int row, ChangePart part, decimal level)
    {
        var middle = Middle(row);
        var (from, to) = (X(Math.Min(level, level + part.Shown)), X(Math.Max(level, level + part.Shown)));
        Name(_texts.Story.Term(part.Term), row, "t-ink2");
        _svg.Empty("rect", ("class", part.Shown < 0 ? "fall-bar" : "fill-accent"), ("x", from), ("y", middle - (Bar / 2)), ("width", Math.Max(1, to - from)), ("height", Bar));
        Value(_texts.Story.Plus(part.Shown), middle);
        Join(level + part.Shown, row);
    }

    /// <summary>From a row's end to the next row's beginning.</summary>
    private void Join(decimal level, int row) =>
        _svg.Empty("line", ("class", "break-line"), ("x1", X(level)), ("x2", X(level)), ("y1", Middle(row) + (Bar / 2)), ("y2", Middle(row + 1) - (Bar / 2)));

    private void Name(string name, int row, string cssClass) =>
        Text(name, 0, IsNarrow ? Middle(row) - Bar : Middle(row) + (_size.Text * 0.35m), cssClass + " halo", "start");

    private void Value(string text, decimal middle) => Text(text, _size.Width, middle + (_size.Text * 0.35m), "t-ink bold", "end");

    private decimal Middle(int row) => (row * Row) + (IsNarrow ? 30 : 17);

    private decimal X(decimal value) => Left + ((value - _from) / (_to - _from) * (Right - Left));

    private void Text(string text, decimal x, decimal y, string cssClass, string anchor) =>
        _svg.Leaf("text", text, ("class", cssClass), ("x", x), ("y", y), ("font-size", _size.Text), ("text-anchor", anchor));
}
