using FluentValidation;
using ParIndex.Application.Archives;
using ParIndex.Application.Imports;
using ParIndex.Application.Reading;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Rounds;
using ParIndex.Domain.Text;
using ParIndex.Domain.Units;
using ParIndex.Web.Pages.Workspace.Units;

namespace ParIndex.Web.Pages.Workspace.Imports;

/// <summary>A table and what is said beside it.</summary>
public sealed record TableInput
{
    /// <summary>The file, when the table was not pasted.</summary>
    public IFormFile? File { get; init; }

    /// <summary>The table as text with tabs, or as HTML.</summary>
    public string? Pasted { get; init; }

    /// <summary>The year assessed.</summary>
    public string? Year { get; init; }

    /// <summary>Slug of the group; empty to read it from the table.</summary>
    public string? Group { get; init; }

    /// <summary>The sheet's name or the table's number, in a file of several.</summary>
    public string? Table { get; init; }

    /// <summary>Number of the decision.</summary>
    public string? DecisionNumber { get; init; }

    /// <summary>Day of the decision.</summary>
    public string? DecisionDate { get; init; }

    /// <summary>Day of the announcement.</summary>
    public string? AnnouncedOn { get; init; }

    /// <summary>Where the table was taken from.</summary>
    public string? SourceNote { get; init; }

    /// <summary>Why scales differ from 100.</summary>
    public string? ScaleNote { get; init; }

    /// <summary>Rating bands.</summary>
    public string? Bands { get; init; }

    /// <summary>Ranking lists; empty to follow the table.</summary>
    public string? Ranking { get; init; }

    /// <summary>Whether the place in the whole group stands beside the one in a list.</summary>
    public bool WithWholePlace { get; init; }

    /// <summary>Scales of single units, a line each.</summary>
    public string? Scales { get; init; }

    /// <summary>Whether unknown units are created.</summary>
    public bool CreateUnits { get; init; }

    /// <summary>Lines of <see cref="Scales"/> with the unit and the points, <c>null</c> where a line is not understood.</summary>
    internal IEnumerable<(string Line, string Unit, decimal? Points)> ScaleLines() => (Scales ?? "").Split('\n').Select(VietnameseText.Normalize).Where(line => line.Length > 0).Select(line =>
    {
        var equals = line.LastIndexOf('=');
        var points = equals > 0 ? ScoreText.Read(line[(equals + 1)..], new NumberFormat(Decimals: 4)).Value : null;
        return (line, equals > 0 ? line[..equals].Trim() : "", points is > 0 ? points : null);
    });

    /// <summary>The request, once the validator has passed.</summary>
    internal TableDraftRequest ToRequest(string province) => new(
        new ImportRequest
        {
            Province = province,
            Year = (int)CountText.Read(Year).Value!.Value,
            Group = UnitText.OrNull(Group),
            DecisionNumber = UnitText.OrNull(DecisionNumber),
            DecisionDate = UnitText.OrNull(DecisionDate) is { } decided ? DateWriter.Read(decided) : null,
            AnnouncedOn = UnitText.OrNull(AnnouncedOn) is { } announced ? DateWriter.Read(announced) : null,
            SourceNote = UnitText.OrNull(SourceNote),
            ScaleNote = UnitText.OrNull(ScaleNote),
            Ratings = ImportWords.Bands(Bands),
            Ranking = ImportWords.Ranking(Ranking),
            WithWholePlace = WithWholePlace,
            Scales = ScaleLines().ToDictionary(scale => scale.Unit, scale => scale.Points!.Value, StringComparer.Ordinal),
            CreateUnits = CreateUnits,
            Hints = ImportHints.Form,
        },
        new ReadingOptions { Table = UnitText.OrNull(Table) });
}

/// <summary>The rules of what is said beside a table.</summary>
internal sealed class TableInputValidator : AbstractValidator<TableInput>
{
    private const int LongestNumber = 80;
    private const int LongestNote = 1000;

    /// <param name="today">Today at UTC+7.</param>
    public TableInputValidator(DateOnly today)
    {
        RuleFor(input => input.File).Must(file => file is not null).When(input => string.IsNullOrWhiteSpace(input.Pasted)).WithMessage("Chọn một tệp (CSV, TSV, XLSX hoặc trang web đã lưu), hoặc dán bảng vào ô bên dưới.");
        RuleFor(input => input.File).Must(file => file is null).Unless(input => string.IsNullOrWhiteSpace(input.Pasted)).WithMessage("Chỉ chọn tệp hoặc dán bảng, không làm cả hai.");
        RuleFor(input => input.File).Must(UploadedFile.IsWithinSize).WithMessage(UploadedFile.SizeRule);
        RuleFor(input => input.Year).Must(year => year?.Trim().Length == 4 && CountText.Read(year).Value is >= 1990 and <= 2100).WithMessage("Năm là số có bốn chữ số từ 1990 đến 2100, ví dụ 2020.");
        RuleFor(input => input.Table).Must(text => text is null || text.Length <= LongestNumber).WithMessage($"Không quá {LongestNumber} ký tự.");
        RuleFor(input => input.DecisionNumber).Must(text => text is null || text.Length <= LongestNumber).WithMessage($"Không quá {LongestNumber} ký tự.");
        RuleFor(input => input.DecisionDate).Must(IsDayOrEmpty).WithMessage(UnitText.DayRule);
        RuleFor(input => input.AnnouncedOn).Must(IsDayOrEmpty).WithMessage(UnitText.DayRule);
        RuleFor(input => input.Year).Must(year => !(year?.Trim().Length == 4 && CountText.Read(year).Value > today.Year)).WithMessage($"Chỉ nhập bảng của năm đã qua; năm nay là {today.Year}.");
        RuleFor(input => input.DecisionDate).Must(text => DecisionDays.WhyNotDecided(Day(text), today) is null).WithMessage(input => DecisionDays.WhyNotDecided(Day(input.DecisionDate), today));
        RuleFor(input => input.AnnouncedOn).Must(text => DecisionDays.WhyNotAnnounced(Day(text), today) is null).WithMessage(input => DecisionDays.WhyNotAnnounced(Day(input.AnnouncedOn), today));
        RuleFor(input => input.SourceNote).Must(text => text is null || text.Length <= LongestNote).WithMessage($"Không quá {LongestNote} ký tự.");
        RuleFor(input => input.ScaleNote).Must(text => text is null || text.Length <= LongestNote).WithMessage($"Không quá {LongestNote} ký tự.");
        RuleFor(input => input.Bands).Must(bands => ImportWords.BandsProblem(bands) is null).WithMessage(input => $"{ImportWords.BandsProblem(input.Bands)} {ImportWords.BandsRule}");
        RuleFor(input => input.Ranking).Must(word => string.IsNullOrEmpty(word) || ImportWords.Ranking(word) is not null).WithMessage("Chọn một cách xếp hạng trong danh sách.");
        RuleFor(input => input.Scales).Custom((_, context) =>
        {
            var lines = context.InstanceToValidate.ScaleLines().ToList();
            lines.Where(line => line.Points is null || line.Unit.Length == 0).ToList().ForEach(line => context.AddFailure($"Không hiểu “{line.Line}”; mỗi dòng ghi đơn vị = điểm lớn hơn 0, ví dụ: Sở Ngoại vụ = 78,5."));
            lines.GroupBy(line => UnitNaming.Key(line.Unit)).Where(same => same.Key.Length > 0 && same.Count() > 1).ToList().ForEach(same => context.AddFailure($"“{same.First().Unit}” được ghi hai lần."));
        });
    }

    private static DateOnly? Day(string? text) => UnitText.OrNull(text) is { } typed ? DateWriter.Read(typed) : null;

    private static bool IsDayOrEmpty(string? text) => string.IsNullOrWhiteSpace(text) || UnitText.IsDay(text);
}
