namespace ParIndex.Web.Pages.Workspace.Rounds;

/// <summary>A part of a round, as its pages lead to one another.</summary>
/// <param name="Address">The address.</param>
/// <param name="Name">What it is called.</param>
public sealed record RoundPart(string Address, string Name)
{
    /// <summary>How many it holds, where that is told.</summary>
    public int? Count { get; init; }

    /// <summary>Whether pages below its address belong to it.</summary>
    public bool HasInner { get; init; }

    /// <summary>Whether a page is of this part.</summary>
    public bool IsAt(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return path == Address || (HasInner && path.StartsWith(Address + "/", StringComparison.Ordinal));
    }
}
