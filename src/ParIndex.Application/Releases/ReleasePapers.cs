using ParIndex.Application.Documents;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Releases;
using ParIndex.Domain.Text;

namespace ParIndex.Application.Releases;

/// <summary>A part of an announcement.</summary>
/// <param name="Heading">Its heading.</param>
/// <param name="Sentences">Its sentences, each made from data.</param>
public sealed record AnnouncementPart(string Heading, IReadOnlyList<string> Sentences)
{
    /// <summary>What is said of the sentences; <c>null</c> for nothing.</summary>
    public string? Note { get; init; }
}

/// <summary>What a release says in words, in both languages.</summary>
/// <param name="Vietnamese">The official text.</param>
/// <param name="English">Its English twin.</param>
public sealed record BilingualAnnouncement(IReadOnlyList<AnnouncementPart> Vietnamese, IReadOnlyList<AnnouncementPart> English);

/// <summary>
/// The papers of a release, or of one to come: the annex of the decision and the announcement. Both are made from the release
/// whose digest they print and from nothing else, so that none can say what the other does not.
/// </summary>
public static class ReleasePapers
{
    /// <summary>More columns than fit an upright page.</summary>
    private const int MostUpright = 8;

    /// <summary>What the names of the papers begin with.</summary>
    private const string AnnexStem = "phu-luc", AnnouncementStem = "thong-bao", EnglishStem = "thong-bao-tieng-anh";

    /// <summary>Around words of another language within a sentence: signs of no width.</summary>
    private const string Quote = "\u2068", QuoteEnd = "\u2069";

    private static readonly string[] Romans = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"];

    /// <summary>“phu-luc-2025-lan-3-38c93094.docx”.</summary>
    public static string AnnexNameOf(Release release) => NameOf(AnnexStem, release);

    /// <summary>“thong-bao-2025-lan-3-38c93094.docx”.</summary>
    public static string AnnouncementNameOf(Release release) => NameOf(AnnouncementStem, release);

    /// <summary>“thong-bao-tieng-anh-2025-lan-3-38c93094.docx”.</summary>
    public static string EnglishAnnouncementNameOf(Release release) => NameOf(EnglishStem, release);

    /// <summary>The papers of a published release as files, as they lie in its ZIP: no annex where everything was withdrawn.</summary>
    /// <param name="release">The release.</param>
    /// <param name="announced">What it says.</param>
    public static IReadOnlyList<(string Path, byte[] Content)> Files(Release release, BilingualAnnouncement announced)
    {
        ArgumentNullException.ThrowIfNull(release);
        ArgumentNullException.ThrowIfNull(announced);
        return
        [
            .. release.Groups.Count > 0 ? [(AnnexNameOf(release), DocxWriter.Write(Annex(release)))] : Array.Empty<(string, byte[])>(),
            (AnnouncementNameOf(release), DocxWriter.Write(Announcement(release, announced.Vietnamese, isDraft: false))),
            (EnglishAnnouncementNameOf(release), DocxWriter.Write(EnglishAnnouncement(release, announced.English))),
        ];
    }

    /// <summary>The annex of the decision: a table of every group, each on a page of its own.</summary>
    public static OfficialDocument Annex(Release release)
    {
        ArgumentNullException.ThrowIfNull(release);
        var tables = release.Groups.Select(group => (Group: group, Table: ResultsTable.Of(group))).ToList();
        var blocks = new List<DocumentBlock>();
        foreach (var (i, (group, table)) in tables.Index())
        {
            if (i > 0)
            {
                blocks.Add(new DocumentBlock.NewPage());
            }

            blocks.Add(new DocumentBlock.Title(
                tables.Count == 1 ? "Phụ lục" : $"Phụ lục {(i < Romans.Length ? Romans[i] : NumberWriter.VietnameseTrimmed(i + 1))}",
                $"Kết quả Chỉ số cải cách hành chính năm {release.Year} của các {VietnameseText.InSentence(group.Name)}",
                Under(release)));
            blocks.Add(table);
            blocks.AddRange(ResultsTable.Notes(release, group).Select(note => new DocumentBlock.Note(note)));
        }

        return new($"Phụ lục kết quả Chỉ số cải cách hành chính năm {release.Year}", blocks)
        {
            IsLandscape = tables.Exists(pair => pair.Table.Columns.Count > MostUpright),
            Creator = Body(release),
            Foot = $"Năm {release.Year}, lần {release.VersionNumber}. Mã kết quả (SHA-256): {release.ResultsDigest}",
        };
    }

    /// <summary>The announcement in Vietnamese.</summary>
    /// <param name="release">The release.</param>
    /// <param name="parts">What it says.</param>
    /// <param name="isDraft">Whether it is still to be numbered and signed: room is left for both.</param>
    public static OfficialDocument Announcement(Release release, IReadOnlyList<AnnouncementPart> parts, bool isDraft)
    {
        ArgumentNullException.ThrowIfNull(release);
        var title = $"Kết quả Chỉ số cải cách hành chính năm {release.Year}";
        return new(title, [
            new DocumentBlock.Title(isDraft ? "Thông báo" : "Nội dung công bố", title),
            .. Basis(release),
            .. Taken(release.Change switch
            {
                ReleaseChange.Revision => "Lần công bố này điều chỉnh lần công bố trước.",
                ReleaseChange.Correction => "Lần công bố này đính chính lần công bố trước.",
                ReleaseChange.Withdrawal => "Lần công bố này thu hồi kết quả đã công bố.",
                _ => null,
            }, release.ChangeReason is { } reason ? $" Lý do: {reason.TrimEnd('.')}." : ""),
            .. Parts(parts),
            new DocumentBlock.Paragraph("Mã kết quả (SHA-256) của bảng chuẩn:"),
            new DocumentBlock.Paragraph(new Run(release.ResultsDigest, Strong: true)),
            .. isDraft ? [new DocumentBlock.Signatures(["Các cơ quan, đơn vị được đánh giá", "Cổng thông tin điện tử của tỉnh", "Lưu: VT"], new Signer("TM. Ủy ban nhân dân\nChủ tịch", Note: null))] : Array.Empty<DocumentBlock>(),
        ])
        {
            Head = new(Superior: null, Body(release), Number: null, isDraft ? "TB-UBND" : null, Place(release), release.AnnouncedOn),
            Creator = Body(release),
            Foot = $"Năm {release.Year}, lần {release.VersionNumber}. Mã kết quả: {ReleaseFile.Short(release.ResultsDigest)}",
        };
    }

    /// <summary>The announcement in English; the motto and the form are of the Vietnamese one alone.</summary>
    /// <param name="release">The release.</param>
    /// <param name="parts">What it says, in English.</param>
    public static OfficialDocument EnglishAnnouncement(Release release, IReadOnlyList<AnnouncementPart> parts)
    {
        ArgumentNullException.ThrowIfNull(release);
        var title = $"Results of the PAR Index {release.Year}";
        return new(title, [
            new DocumentBlock.Title("Announcement", title, $"{release.Province}; version {release.VersionNumber}{(release.AnnouncedOn is { } day ? $", announced on {DateWriter.English(day)}" : "")}"),
            .. Taken(release.Change switch
            {
                ReleaseChange.Revision => "This version revises the one before.",
                ReleaseChange.Correction => "This version corrects the one before.",
                ReleaseChange.Withdrawal => "This version withdraws published results.",
                _ => null,
            }, release.ChangeReason is { } reason ? $" Reason, in Vietnamese: “{reason}”" : ""),
            .. Parts(parts),
            new DocumentBlock.Note(parts.Any(part => part.Sentences.Any(sentence => sentence.Contains(Quote, StringComparison.Ordinal)))
                ? "The Vietnamese announcement is the official text. Names of units and ranking lists and wordings of criteria that have no English wording in the release are given in Vietnamese."
                : "The Vietnamese announcement is the official text."),
            new DocumentBlock.Paragraph("Results digest (SHA-256) of the canonical tables:"),
            new DocumentBlock.Paragraph(new Run(release.ResultsDigest, Strong: true)),
        ])
        {
            Creator = Body(release),
            Language = "en-GB",
            Foot = $"Release {release.Year}, version {release.VersionNumber}. Results digest: {ReleaseFile.Short(release.ResultsDigest)}",
        };
    }

    private static IEnumerable<DocumentBlock> Basis(Release release)
    {
        if (release.DecisionNumber is { } number)
        {
            yield return new DocumentBlock.Paragraph($"Kết quả được phê duyệt tại Quyết định số {number}{ReleaseWords.Announced(release.DecisionDate, " ngày ")} của {Body(release)}.");
        }
        else if (release.SourceNote is { } source)
        {
            yield return new DocumentBlock.Paragraph($"Nguồn số liệu: {source.TrimEnd('.')}.");
        }
    }

    private static IEnumerable<DocumentBlock> Parts(IReadOnlyList<AnnouncementPart> parts) => parts.Where(part => part.Sentences.Count > 0)
        .SelectMany((part, i) => new DocumentBlock[] { new DocumentBlock.Heading($"{i + 1}. {Plain(part.Heading)}") }
            .Concat(part.Sentences.Select(sentence => new DocumentBlock.Paragraph(Plain(sentence))))
            .Concat(part.Note is { } note ? [new DocumentBlock.Note(note)] : []));

    private static IEnumerable<DocumentBlock> Taken(string? what, string why) => what is null ? [] : [new DocumentBlock.Paragraph(what + why)];

    /// <summary>Without the signs that mark words of another language for a page.</summary>
    private static string Plain(string text) => text.Replace(Quote, "", StringComparison.Ordinal).Replace(QuoteEnd, "", StringComparison.Ordinal);

    private static string NameOf(string stem, Release release)
    {
        ArgumentNullException.ThrowIfNull(release);
        return ReleaseFile.NameOf($"{stem}-{release.Year}", release) + ".docx";
    }

    private static string Under(Release release) => release switch
    {
        { DecisionNumber: { } number } => $"(Kèm theo Quyết định số {number}{ReleaseWords.Announced(release.DecisionDate, " ngày ")} của {Body(release)})",
        { IsArchive: true } => "(Theo bảng đã công bố; nguồn không nêu số quyết định)",
        _ => $"(Kèm theo Quyết định số ………/QĐ-UBND ngày …… tháng …… năm ……… của {Body(release)})",
    };

    private static string Body(Release release) => $"Ủy ban nhân dân {VietnameseText.InSentence(release.Province)}";

    private static string Place(Release release) => release.Province.Split(' ', 2) is ["Tỉnh", var name] ? name : release.Province;
}
