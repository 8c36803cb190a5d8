using ParIndex.Domain;

namespace ParIndex.Application.Reading;

/// <summary>
/// Follows the headings down the table. One heading directly under another makes the outer the group and the inner the
/// ranking list; a heading alone replaces the group, or the list when it is one.
/// </summary>
internal sealed class HeadingTracker
{
    private readonly List<(HeadingRow Heading, CellPlace Place)> waiting = [];
    private HeadingRow? group;
    private HeadingRow? list;

    internal string? Group => group?.Text;

    internal string? List => list?.Text;

    /// <summary>The list's own scale; a list that speaks of no scale has that of its group.</summary>
    internal decimal? Scale => list is { IsList: true } ? list.Scale : list?.Scale ?? group?.Scale;

    internal void Meet(HeadingRow heading, CellPlace place) => waiting.Add((heading, place));

    /// <summary>Takes the waiting headings into force before a row of figures.</summary>
    /// <returns>Whether there were any: numbering starts anew.</returns>
    internal bool Settle(List<Finding> remarks)
    {
        if (waiting.Count == 0)
        {
            return false;
        }

        foreach (var (heading, place) in waiting.SkipLast(2))
        {
            remarks.Add(PassedOver(heading, place));
        }

        if (waiting.Count == 1)
        {
            Replace(waiting[0].Heading);
        }
        else
        {
            (group, list) = (waiting[^2].Heading, waiting[^1].Heading);
        }

        waiting.Clear();
        return true;
    }

    /// <summary>Headings under which nothing came: footnotes or signatures.</summary>
    internal void End(List<Finding> remarks) => remarks.AddRange(waiting.Select(lost => PassedOver(lost.Heading, lost.Place)));

    private void Replace(HeadingRow heading)
    {
        if (heading.IsList || IsSiblingOfList(heading))
        {
            list = heading;
        }
        else
        {
            (group, list) = (heading, null);
        }
    }

    /// <summary>“Nhóm 2” after “Khối sở / Nhóm 1”, or II after A / I: the next list of the same group.</summary>
    private bool IsSiblingOfList(HeadingRow heading) =>
        list is { IsList: false } && heading.Style == list.Style && heading.Style != group?.Style;

    private static Finding PassedOver(HeadingRow heading, CellPlace place) => ReadingWords.HeadingPassedOver(place, heading.Text);
}
