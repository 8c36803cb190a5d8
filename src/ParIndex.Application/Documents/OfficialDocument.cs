namespace ParIndex.Application.Documents;

/// <summary>
/// A paper of the administration in the form of Decree 30/2020/NĐ-CP, as <see cref="DocxWriter"/> sets it: an A4 page, Times New
/// Roman 14, motto and issuing body at the head, page numbers from the second page.
/// </summary>
/// <param name="Title">What the file says it is, in its properties.</param>
/// <param name="Blocks">What stands in it, in order.</param>
public sealed record OfficialDocument(string Title, IReadOnlyList<DocumentBlock> Blocks)
{
    /// <summary>Issuing body, number, place and day; <c>null</c> where the paper has none, as an annex.</summary>
    public OfficialHead? Head { get; init; }

    /// <summary>Whether the pages lie on their side, for a broad table.</summary>
    public bool IsLandscape { get; init; }

    /// <summary>The body the file says it is from, in its properties.</summary>
    public string Creator { get; init; } = "";

    /// <summary>“vi-VN”, or “en-GB” for the English twin of a paper.</summary>
    public string Language { get; init; } = "vi-VN";

    /// <summary>A line at the foot of every page: of which figures the paper is; <c>null</c> for none.</summary>
    public string? Foot { get; init; }
}

/// <summary>The head of a paper.</summary>
/// <param name="Superior">The body above the issuing one, in any case; <c>null</c> for none.</param>
/// <param name="Body">The issuing body; it is set in capitals.</param>
/// <param name="Number">The whole number, “123/QĐ-UBND”; <c>null</c> leaves dots to write it on.</param>
/// <param name="Symbol">What follows the stroke when the number is not known yet: “QĐ-UBND”, “BB-HĐTĐ”.</param>
/// <param name="Place">The place name: “Lai Châu”; <c>null</c> leaves dots.</param>
/// <param name="Day">The day; <c>null</c> leaves dots.</param>
public sealed record OfficialHead(string? Superior, string Body, string? Number, string? Symbol, string? Place, DateOnly? Day)
{
    /// <summary>Whether a number stands at all.</summary>
    public bool HasNumber => Number is not null || Symbol is not null;
}

/// <summary>Who signs: the post in capitals, room for the signature, the name.</summary>
/// <param name="Post">“CHỦ TỊCH”; a line each where it has several, “TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH”. It is set in capitals.</param>
/// <param name="Name">The name; <c>null</c> leaves dots.</param>
/// <param name="Note">“(Ký, ghi rõ họ tên, đóng dấu)”; <c>null</c> for none.</param>
public sealed record Signer(string Post, string? Name = null, string? Note = "(Ký, ghi rõ họ tên)");
