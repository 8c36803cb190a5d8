using ParIndex.Domain;

namespace ParIndex.Application.Reading;

/// <summary>One reason why a table was refused.</summary>
/// <param name="Finding">What was wrong and what is accepted.</param>
/// <param name="Place">Where, or <c>null</c> when it concerns the whole file.</param>
public sealed record ReadingProblem(Finding Finding, CellPlace? Place)
{
    /// <summary>The file meant when it is not the table's own: that of the quoted figures, or <c>""</c> for none. Otherwise <c>null</c>.</summary>
    public string? File { get; init; }

    /// <summary>The sentence for people.</summary>
    public string Message => Finding.Text;

    /// <summary>The place in brackets after the sentence.</summary>
    public override string ToString() => Place is null ? Message : $"{Message} ({Place})";
}

/// <summary>A file is not a table that can be read in full. Nothing of it may be stored.</summary>
public sealed class UnreadableTableException : Exception
{
    /// <summary>Most problems spelled out in <see cref="Exception.Message"/>.</summary>
    public const int MostListed = 50;

    /// <summary>Refuses a table for all of <paramref name="problems"/>, of which there is at least one.</summary>
    public UnreadableTableException(IReadOnlyList<ReadingProblem> problems)
        : base(Say(problems)) => Problems = problems;

    private UnreadableTableException(ReadingProblem problem, Exception? cause)
        : base(Say([problem]), cause) => Problems = [problem];

    /// <summary>Everything found wrong, in the order of the file; also what the message no longer lists.</summary>
    public IReadOnlyList<ReadingProblem> Problems { get; }

    internal static UnreadableTableException Of(Finding finding, CellPlace? place = null, Exception? cause = null) =>
        new(new ReadingProblem(finding, place), cause);

    private static string Say(IReadOnlyList<ReadingProblem> problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        var lines = problems.Take(MostListed).Select(problem => problem.ToString());
        return string.Join('\n', problems.Count > MostListed ? lines.Append($"… và {problems.Count - MostListed} lỗi khác") : lines);
    }
}
