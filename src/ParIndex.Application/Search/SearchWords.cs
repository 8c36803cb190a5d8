using ParIndex.Domain.Search;

namespace ParIndex.Application.Search;

/// <summary>Why something was found, in words.</summary>
public static class SearchWords
{
    /// <summary>The reason of a hit: which name answered, and how.</summary>
    public static string Of(SearchHit hit)
    {
        ArgumentNullException.ThrowIfNull(hit);
        return hit.Name.Kind == SearchNameKind.Present ? Of(hit.Match) : $"{Of(hit.Match)}: {Of(hit.Name.Kind)} “{hit.Name.Text}”";
    }

    private static string Of(SearchMatch match) => match switch
    {
        SearchMatch.Whole => "Đúng tên",
        SearchMatch.Acronym => "Đúng tên viết tắt",
        SearchMatch.Phrase => "Có cụm từ này trong tên",
        SearchMatch.Words => "Có đủ các từ trong tên",
        SearchMatch.Beginnings => "Có các từ bắt đầu như vậy",
        SearchMatch.AcronymBeginning => "Tên viết tắt bắt đầu như vậy",
        SearchMatch.Parts => "Có phần này trong tên",
        _ => "Có phần lớn các từ",
    };

    private static string Of(SearchNameKind kind) => kind switch
    {
        SearchNameKind.Former => "tên cũ",
        SearchNameKind.Alias => "còn viết là",
        SearchNameKind.Absorbed => "đã tiếp nhận",
        SearchNameKind.English => "tên tiếng Anh",
        _ => "số hiệu",
    };
}
