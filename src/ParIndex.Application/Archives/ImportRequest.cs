using ParIndex.Domain.Ranking;
using ParIndex.Domain.Ratings;

namespace ParIndex.Application.Archives;

/// <summary>What staff say about a published table beside its file.</summary>
public sealed record ImportRequest
{
    /// <summary>The province as it calls itself: “Tỉnh Lai Châu”.</summary>
    public required string Province { get; init; }

    /// <summary>The year assessed.</summary>
    public required int Year { get; init; }

    /// <summary>The group all rows are of, or the one group to take from a table of several; <c>null</c> to read it from the table.</summary>
    public string? Group { get; init; }

    /// <summary>Number of the decision.</summary>
    public string? DecisionNumber { get; init; }

    /// <summary>Day of the decision.</summary>
    public DateOnly? DecisionDate { get; init; }

    /// <summary>Day of the announcement.</summary>
    public DateOnly? AnnouncedOn { get; init; }

    /// <summary>Where the table was taken from.</summary>
    public string? SourceNote { get; init; }

    /// <summary>Why scales differ from 100, in words of the announcement.</summary>
    public string? ScaleNote { get; init; }

    /// <summary>Rating bands; without them no rating is computed.</summary>
    public RatingScheme? Ratings { get; init; }

    /// <summary>Ranking lists; <c>null</c> to follow the table's own numbering.</summary>
    public RankingScope? Ranking { get; init; }

    /// <summary>Scales by unit code or name, points; they win over the table.</summary>
    public IReadOnlyDictionary<string, decimal> Scales { get; init; } = new Dictionary<string, decimal>(StringComparer.Ordinal);

    /// <summary>Figures of other years that were quoted with the announcement.</summary>
    public IReadOnlyList<QuotedFigure> QuotedFigures { get; init; } = [];

    /// <summary>Whether units and groups the register does not know are created.</summary>
    public bool CreateUnits { get; init; }

    /// <summary>What refusals and warnings tell staff to do.</summary>
    public ImportHints Hints { get; init; } = ImportHints.CommandLine;
}

/// <summary>How the place where staff work names what they may change: an option of the command, or a field of the form.</summary>
/// <param name="CreateUnits">Lets units and groups be created.</param>
/// <param name="Group">Says of which group the rows are.</param>
/// <param name="Scale">Says the scale of a unit.</param>
/// <param name="Table">Says which table of several is meant.</param>
/// <param name="Confirm">Confirms rows that do not follow from their points.</param>
public sealed record ImportHints(string CreateUnits, string Group, string Scale, string Confirm, string Table)
{
    /// <summary>The options of <c>import-table</c>.</summary>
    public static readonly ImportHints CommandLine = new(
        "thêm --create-units", "hãy chỉ định --group, ví dụ --group so-nganh", "chỉ định bằng --scale", "thêm --confirm-inconsistent",
        "hãy chọn bằng --sheet, ví dụ --sheet \"Huyện\" hoặc --sheet 2");

    /// <summary>The fields of the staff page.</summary>
    public static readonly ImportHints Form = new(
        "đánh dấu “Tạo đơn vị chưa có trong danh mục”", "hãy chọn nhóm đơn vị", "ghi vào ô “Thang điểm của từng đơn vị”", "đánh dấu ô xác nhận",
        "hãy ghi tên hoặc số thứ tự vào ô “Trang tính hoặc bảng”");
}
