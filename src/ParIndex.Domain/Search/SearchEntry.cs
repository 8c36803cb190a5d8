namespace ParIndex.Domain.Search;

/// <summary>What kind of page is found, in the order in which equal hits stand.</summary>
public enum SearchKind
{
    /// <summary>A unit of the register, of today or of once.</summary>
    Unit,

    /// <summary>A criterion of a published year.</summary>
    Criterion,

    /// <summary>A decision: its release.</summary>
    Decision,
}

/// <summary>By which right a thing has a name, the strongest first.</summary>
public enum SearchNameKind
{
    /// <summary>It is called so.</summary>
    Present,

    /// <summary>It was called so.</summary>
    Former,

    /// <summary>It is written so somewhere.</summary>
    Alias,

    /// <summary>A unit it took in was called so.</summary>
    Absorbed,

    /// <summary>Its name in English.</summary>
    English,

    /// <summary>A number or code it is known by.</summary>
    Code,
}

/// <summary>A name that a thing is found by.</summary>
/// <param name="Text">The name as written.</param>
/// <param name="Kind">By which right.</param>
public sealed record SearchName(string Text, SearchNameKind Kind);

/// <summary>A thing that can be found, and one page.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Key">What its address is made of; one entry a kind and key.</param>
/// <param name="Title">What it is called in the list of hits.</param>
/// <param name="Names">Every name it is found by, the title among them.</param>
public sealed record SearchEntry(SearchKind Kind, string Key, string Title, IReadOnlyList<SearchName> Names)
{
    /// <summary>A line under the title: which year and group, until when; empty for none.</summary>
    public string Detail { get; init; } = "";

    /// <summary>Whether it is of the past: a unit that ended. What is of today comes first among equals.</summary>
    public bool IsPast { get; init; }

    /// <summary>The year it is of, to put the newest of equals first; 0 where there is none.</summary>
    public int Year { get; init; }
}
