using ParIndex.Application.Documents;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Releases;
using ParIndex.Domain.Text;

namespace ParIndex.Application.Releases;

/// <summary>A part of an announcement.</summary>
/// <param name="Heading">Its heading.</param>
/// <param name="Sentences">Its sentences, each made from data.</param>
public sealed record AnnouncementPart(string Heading, IReadOnlyList<string> Sentences);

/// <summary>
/// The papers of a release, or of one to come: the annex of the decision and the announcement. Both are made from the release
/// whose digest they print and from nothing else, so that none can say what the other does not.
/// </summary>
public static class ReleasePapers
{
    /// <summary>More columns than fit an upright page.</summary>
    private const int MostUpright = 8;

    private static readonly string[] Romans = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"];

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
            .. Parts(parts),
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
        .SelectMany((part, i) => new DocumentBlock[] { new DocumentBlock.Heading($"{i + 1}. {part.Heading}") }.Concat(part.Sentences.Select(sentence => new DocumentBlock.Paragraph(sentence))));

    private static string Under(Release release) => release switch
    {
        { DecisionNumber: { } number } => $"(Kèm theo Quyết định số {number}{ReleaseWords.Announced(release.DecisionDate, " ngày ")} của {Body(release)})",
        { IsArchive: true } => "(Theo bảng đã công bố; nguồn không nêu số quyết định)",
        _ => $"(Kèm theo Quyết định số ………/QĐ-UBND ngày …… tháng …… năm ……… của {Body(release)})",
    };

    private static string Body(Release release) => $"Ủy ban nhân dân {VietnameseText.InSentence(release.Province)}";

    private static string Place(Release release) => release.Province.Split(' ', 2) is ["Tỉnh", var name] ? name : release.Province;
}
