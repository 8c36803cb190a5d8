using ParIndex.Domain.Text;
using ParIndex.Domain.Units;

namespace ParIndex.Domain.Search;

/// <summary>
/// Finds things by what people type: without accents, in initials, with what they shorten, by former names, in part, and with
/// one letter wrong. What is called exactly so comes first, whole words before parts of words.
/// </summary>
public sealed class SearchIndex
{
    private const int ShortestPart = 3;
    private const int ShortestMistyped = 3;
    private const int ShortestAcronymBeginning = 3;

    private readonly IReadOnlyList<Known> _known;
    private readonly Lazy<IReadOnlyList<string>> _vocabulary;

    /// <param name="entries">Everything that can be found.</param>
    public SearchIndex(IReadOnlyList<SearchEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        _known = [.. entries.SelectMany(entry => entry.Names.Select(name => new Known(entry, name, SearchPhrase.Words(name.Text), Acronyms.Of(name.Text))))];
        _vocabulary = new(() => [.. _known.SelectMany(known => known.Words).Distinct(StringComparer.Ordinal)]);
    }

    /// <summary>Searches.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="most">Hits at most, at least 1.</param>
    public SearchAnswer Find(string? text, int most)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        var words = SearchPhrase.Words(text ?? "");
        if (words.Count == 0)
        {
            return SearchAnswer.Nothing;
        }

        var hits = Ordered(text!, words, Acronyms.Typed(text!));
        var ofPlace = SearchPhrase.WithoutCommittee(words);
        hits = hits.Count == 0 && ofPlace.Count < words.Count ? Ordered(text!, ofPlace, "") : hits;
        if (hits.Count > 0)
        {
            return new([.. hits.Take(most)], hits.Count);
        }

        hits = Mistyped(ofPlace);
        if (hits.Count > 0)
        {
            return new([.. hits.Take(most)], hits.Count, hits[0].Name.Text);
        }

        hits = Partly(words);
        return new([.. hits.Take(most)], hits.Count);
    }

    private List<SearchHit> Ordered(string typed, IReadOnlyList<string> words, string acronym) =>
        InOrder(typed, _known.Select(known => (known, match: MatchOf(known, words, acronym))).Where(pair => pair.match is not null).Select(pair => new SearchHit(pair.known.Entry, pair.known.Name, pair.match!.Value)));

    /// <summary>The hits of the nearest words: of several that one letter leads to, those with the best hit.</summary>
    private List<SearchHit> Mistyped(IReadOnlyList<string> words)
    {
        var best = new List<SearchHit>();
        foreach (var (place, word) in words.Index().Where(word => word.Item.Length >= ShortestMistyped && !_vocabulary.Value.Contains(word.Item)))
        {
            foreach (var near in _vocabulary.Value.Where(known => OneLetter.IsBetween(word, known)))
            {
                IReadOnlyList<string> meant = [.. words.Take(place), near, .. words.Skip(place + 1)];
                var hits = Ordered(string.Join(' ', meant), meant, "");
                best = hits.Count > 0 && (best.Count == 0 || hits[0].Match < best[0].Match) ? hits : best;
            }
        }

        return best;
    }

    /// <summary>The things of whose names most of the words are part: who adds the province's name finds the unit.</summary>
    private List<SearchHit> Partly(IReadOnlyList<string> words)
    {
        var counted = _known.Select(known => (known, count: words.Count(known.Words.Contains))).Where(pair => pair.count * 2 > words.Count).ToList();
        var most = counted.Select(pair => pair.count).DefaultIfEmpty().Max();
        return InOrder("", counted.Where(pair => pair.count == most).OrderBy(pair => pair.known.Words.Count).Select(pair => new SearchHit(pair.known.Entry, pair.known.Name, SearchMatch.Some)));
    }

    /// <summary>One hit a thing, by its best name.</summary>
    private static List<SearchHit> InOrder(string typed, IEnumerable<SearchHit> hits)
    {
        var accented = VietnameseText.Normalize(typed);
        return [.. hits
            .OrderBy(hit => hit.Match)
            .ThenBy(hit => hit.Entry.Kind)
            .ThenBy(hit => !hit.Name.Text.Contains(accented, StringComparison.OrdinalIgnoreCase))
            .ThenBy(hit => hit.Name.Kind)
            .ThenBy(hit => hit.Entry.IsPast)
            .ThenByDescending(hit => hit.Entry.Year)
            .ThenBy(hit => hit.Name.Text.Length)
            .ThenBy(hit => hit.Entry.Title, UnitNaming.Comparer)
            .ThenBy(hit => hit.Entry.Key, StringComparer.Ordinal)
            .DistinctBy(hit => (hit.Entry.Kind, hit.Entry.Key))];
    }

    private static SearchMatch? MatchOf(Known known, IReadOnlyList<string> words, string acronym)
    {
        if (IsSame(known.Words, words) || IsSame(SearchPhrase.WithoutType(known.Words), words))
        {
            return SearchMatch.Whole;
        }

        if (known.Acronyms.Contains(acronym))
        {
            return SearchMatch.Acronym;
        }

        if (words.All(known.Words.Contains))
        {
            return HasInARow(known.Words, words) ? SearchMatch.Phrase : SearchMatch.Words;
        }

        if (words.All(word => known.Words.Any(own => own.StartsWith(word, StringComparison.Ordinal))))
        {
            return SearchMatch.Beginnings;
        }

        if (acronym.Length >= ShortestAcronymBeginning && known.Acronyms.Any(own => own.StartsWith(acronym, StringComparison.Ordinal)))
        {
            return SearchMatch.AcronymBeginning;
        }

        return words.All(word => word.Length >= ShortestPart && known.Words.Any(own => own.Contains(word, StringComparison.Ordinal))) ? SearchMatch.Parts : null;
    }

    private static bool IsSame(IReadOnlyList<string> one, IReadOnlyList<string> other) => one.SequenceEqual(other, StringComparer.Ordinal);

    private static bool HasInARow(IReadOnlyList<string> own, IReadOnlyList<string> words) =>
        Enumerable.Range(0, Math.Max(0, own.Count - words.Count + 1)).Any(start => own.Skip(start).Take(words.Count).SequenceEqual(words, StringComparer.Ordinal));

    /// <param name="Entry">The thing.</param>
    /// <param name="Name">One name of it.</param>
    /// <param name="Words">The name's words.</param>
    /// <param name="Acronyms">The name's initials.</param>
    private sealed record Known(SearchEntry Entry, SearchName Name, IReadOnlyList<string> Words, IReadOnlySet<string> Acronyms);
}
