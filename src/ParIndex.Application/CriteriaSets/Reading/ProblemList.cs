using ParIndex.Application.Reading;
using ParIndex.Domain;

namespace ParIndex.Application.CriteriaSets.Reading;

/// <summary>What is to be said of a reading, while it is read.</summary>
internal sealed class ProblemList
{
    private readonly List<DraftProblem> _problems = [];

    /// <summary>Whether anything said so far blocks.</summary>
    public bool Block => _problems.Exists(problem => problem.Blocks);

    /// <summary>What blocks first, each kind in the order of the annex.</summary>
    public IReadOnlyList<DraftProblem> Sorted => [.. _problems.OrderByDescending(problem => problem.Blocks)];

    public void Stop(Finding finding, CellPlace? place = null, AnnexRow? row = null) => _problems.Add(new(finding, place, Blocks: true) { Row = row?.Index });

    public void Warn(Finding finding, CellPlace? place, AnnexRow? row) => _problems.Add(new(finding, place, Blocks: false) { Row = row?.Index });

    public void Warn(Finding finding, AnnexRow row) => Warn(finding, row.Place, row);

    public void CheckLength(string text, int most, CriteriaMeaning field, CellPlace? place, AnnexRow row)
    {
        if (text.Length > most)
        {
            Stop(AnnexWords.TooLong(field, text.Length, most), place, row);
        }
    }
}
