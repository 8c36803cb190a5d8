using ParIndex.Domain.Criteria;
using ParIndex.Domain.Text;

namespace ParIndex.Web.Pages.Workspace.Scorecards;

/// <summary>What a sheet shows and in which order, as its address says it.</summary>
/// <param name="Filter">Which rows.</param>
/// <param name="ByStake">Whether the leaves with the most points still to be had stand first, without their branches.</param>
/// <param name="Search">Parts of codes or names looked for, or <c>null</c>.</param>
/// <param name="OwnFirst">Whether the reader answers for fields of the sheet, and is shown these unless the address says otherwise.</param>
public sealed record SheetView(SheetFilter Filter, bool ByStake, string? Search, bool OwnFirst = false)
{
    /// <summary>What the address says to see all rows where the reader's own come first.</summary>
    private const string Whole = "tat-ca";

    /// <summary>What the address says of <see cref="ByStake"/>.</summary>
    public const string Stake = "diem-con-lai";

    /// <summary>The filters: their word in the address, and their name.</summary>
    public static readonly IReadOnlyList<(SheetFilter Filter, string? Word, string Name)> Filters =
    [
        (SheetFilter.All, null, "Tất cả"),
        (SheetFilter.Open, "chua-cham", "Chưa chấm"),
        (SheetFilter.NoProof, "thieu-tai-lieu", "Thiếu tài liệu"),
        (SheetFilter.Asked, "co-yeu-cau", "Có yêu cầu"),
        (SheetFilter.Lower, "giam", "Giảm so với năm trước"),
        (SheetFilter.Different, "chenh-lech", "Có chênh lệch"),
        (SheetFilter.Mine, "cua-toi", "Phần của tôi"),
        (SheetFilter.NoReason, "thieu-ly-do", "Thiếu lý do"),
    ];

    /// <summary>The word of the filter in the address; <c>null</c> for what is shown without one.</summary>
    public string? Word => Filter == Unasked ? null : Filters.First(known => known.Filter == Filter).Word ?? Whole;

    private SheetFilter Unasked => OwnFirst ? SheetFilter.Mine : SheetFilter.All;

    /// <summary>Whether a leaf is looked for: its code begins so, or its name has every word, with or without accents.</summary>
    public bool Finds(Criterion leaf)
    {
        ArgumentNullException.ThrowIfNull(leaf);
        var name = VietnameseText.Fold(leaf.Name);
        return Search is null || leaf.Code.StartsWith(Search, StringComparison.Ordinal) || VietnameseText.FoldedWords(Search).All(word => name.Contains(word, StringComparison.Ordinal));
    }

    /// <summary>The view an address names; what it does not know is left out.</summary>
    /// <param name="word">Which rows.</param>
    /// <param name="order">In which order.</param>
    /// <param name="search">What is looked for.</param>
    /// <param name="ownFirst">Whether the reader answers for fields of the sheet.</param>
    public static SheetView Of(string? word, string? order, string? search, bool ownFirst) =>
        new(word is null && ownFirst ? SheetFilter.Mine : Filters.FirstOrDefault(known => known.Word == word).Filter, order == Stake, string.IsNullOrWhiteSpace(search) ? null : search.Trim(), ownFirst);

    /// <summary>The query of the address, with its question mark; empty for the whole sheet in its own order.</summary>
    public string Query
    {
        get
        {
            var parts = new[] { Word is null ? null : "loc=" + Word, ByStake ? "xep=" + Stake : null, Search is null ? null : "tim=" + Uri.EscapeDataString(Search) }.OfType<string>().ToList();
            return parts.Count == 0 ? "" : "?" + string.Join('&', parts);
        }
    }
}
