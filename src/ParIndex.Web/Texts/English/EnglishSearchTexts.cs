using ParIndex.Domain.Search;

namespace ParIndex.Web.Texts;

/// <inheritdoc />
public sealed class EnglishSearchTexts : SearchTexts
{
    public override string Title => "Search";

    public override string TitleOf(string words) => $"Search for “{words}”";

    public override string Nothing(string words) => $"Nothing was found for “{words}”.";

    public override string Advice => "Try a shorter name, a former name or an acronym; or see";

    public override string Directory => "the directory of units";

    public override string NotExactly(string words) => $"Nothing is called exactly “{words}”. Did you mean";

    public override string Hits(string count) => count == "1" ? "1 hit" : $"{count} hits";

    public override string FirstHits(string count) => $", the first {count}";

    public override string Offers => "suggestions, use the arrow keys to choose";

    public override string NoOffer => "No suggestion";

    public override string Reason(SearchHit hit)
    {
        ArgumentNullException.ThrowIfNull(hit);
        var match = hit.Match switch
        {
            SearchMatch.Whole => "The very name",
            SearchMatch.Acronym => "The very acronym",
            SearchMatch.Phrase => "The words in this order",
            SearchMatch.Words => "All these words",
            SearchMatch.Beginnings => "Words that begin so",
            SearchMatch.AcronymBeginning => "An acronym that begins so",
            SearchMatch.Parts => "A part of the name",
            _ => "Most of the words",
        };
        return hit.Name.Kind switch
        {
            SearchNameKind.Present => match,
            SearchNameKind.Former => $"{match}: former name “{hit.Name.Text}”",
            SearchNameKind.Alias => $"{match}: also written “{hit.Name.Text}”",
            SearchNameKind.Absorbed => $"{match}: took in “{hit.Name.Text}”",
            SearchNameKind.English => $"{match}: English name “{hit.Name.Text}”",
            _ => $"{match}: number “{hit.Name.Text}”",
        };
    }
}
