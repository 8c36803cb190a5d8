namespace ParIndex.Domain.Search;

/// <summary>How a name answers to what was typed, the best first.</summary>
public enum SearchMatch
{
    /// <summary>It is the name, or the name without the words for its type.</summary>
    Whole,

    /// <summary>It is the name's initials: KHĐT.</summary>
    Acronym,

    /// <summary>The words stand in the name one after the other.</summary>
    Phrase,

    /// <summary>Every word stands in the name.</summary>
    Words,

    /// <summary>Every word is the beginning of one in the name.</summary>
    Beginnings,

    /// <summary>The initials begin so.</summary>
    AcronymBeginning,

    /// <summary>Every word stands inside the name somewhere.</summary>
    Parts,

    /// <summary>Most of the words stand in the name.</summary>
    Some,
}

/// <summary>A thing found.</summary>
/// <param name="Entry">The thing.</param>
/// <param name="Name">Its name that answered best.</param>
/// <param name="Match">How.</param>
public sealed record SearchHit(SearchEntry Entry, SearchName Name, SearchMatch Match);

/// <summary>What a search found.</summary>
/// <param name="Hits">The best first, at most as many as were asked for.</param>
/// <param name="Count">How many there are in all.</param>
/// <param name="Meant">What was searched instead, a name as it is written, where one letter seemed wrong; <c>null</c> where it was searched as typed.</param>
public sealed record SearchAnswer(IReadOnlyList<SearchHit> Hits, int Count, string? Meant = null)
{
    /// <summary>Nothing.</summary>
    public static readonly SearchAnswer Nothing = new([], 0);

    /// <summary>The one thing that can be meant, or <c>null</c>: a visitor goes to its page at once.</summary>
    public SearchEntry? Only => Count == 1 && Meant is null && Hits[0].Match != SearchMatch.Some ? Hits[0].Entry : null;
}
