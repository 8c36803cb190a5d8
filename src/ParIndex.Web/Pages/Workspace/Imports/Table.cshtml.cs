using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;
using ParIndex.Application.Data;
using ParIndex.Application.Data.Seeding;
using ParIndex.Application.Imports;
using ParIndex.Application.Imports.Reading;
using ParIndex.Application.Staff;
using ParIndex.Application.Units;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Text;
using ParIndex.Web.Pages.Workspace.Units;
using ParIndex.Web.Security;
using ParIndex.Web.Setup;

namespace ParIndex.Web.Pages.Workspace.Imports;

/// <summary>Takes a published table, uploaded or pasted, and what staff say beside it.</summary>
[Authorize(Roles = nameof(StaffRoles.Coordinator))]
[EnableRateLimiting(RateLimits.Import)]
[RequestSizeLimit(UploadedFile.MostRequestBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = UploadedFile.MostRequestBytes, ValueLengthLimit = UploadedFile.MostRequestBytes)]
public sealed class TableModel(ParIndexDb db, TableDrafts drafts, UnitGroupAdministration groups, IOptions<SiteOptions> site) : PageModel
{
    /// <summary>What is typed.</summary>
    [BindProperty]
    public TableInput Input { get; set; } = new();

    /// <summary>The groups to choose from.</summary>
    public IReadOnlyList<SelectListItem> Groups { get; private set; } = [];

    /// <inheritdoc cref="PageModel" />
    public async Task OnGetAsync(CancellationToken cancel)
    {
        await ListGroupsAsync(cancel);
        Input = new() { Bands = "Tốt=80,Khá=70,Trung bình=0" };
    }

    /// <summary>Reads and reconciles; what can be read is kept for the decision.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await ListGroupsAsync(cancel);
        if (!this.Accepts(await new TableInputValidator().ValidateAsync(Input, cancel)))
        {
            return this.Wrong();
        }

        db.Actor = User.Identity!.Name!;
        var file = Input.File is { } upload ? await UploadedFile.ReadAsync(upload, cancel) : UploadedFile.Pasted(Input.Pasted!);
        try
        {
            var draft = await drafts.KeepAsync(file.Name, file.Content, Input.ToRequest(ProvinceOf(site.Value)), User.AccountId(), cancel);
            return Redirect(IndexModel.AddressOf(draft.Kind, draft.Id));
        }
        catch (UnreadableTableException refusal)
        {
            var field = Input.File is null ? "Input.Pasted" : "Input.File";
            ImportWords.Sentences(refusal).ToList().ForEach(sentence => ModelState.AddModelError(field, sentence));
            return this.Wrong();
        }
    }

    /// <summary>The province as configured; a developer's portal without settings is Lai Châu's, as its seed is.</summary>
    internal static string ProvinceOf(SiteOptions site) => site.Province is { Length: > 0 } province ? province : LaiChauSeed.Province;

    private async Task ListGroupsAsync(CancellationToken cancel) =>
        Groups = [.. (await groups.AllAsync(cancel)).Select(group => new SelectListItem(group.Name, group.Slug))];

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
                Scales = ScaleLines().ToDictionary(scale => scale.Unit, scale => scale.Points!.Value, StringComparer.Ordinal),
                CreateUnits = CreateUnits,
                Hints = ImportHints.Form,
            },
            new ReadingOptions());
    }

    private sealed class TableInputValidator : AbstractValidator<TableInput>
    {
        private const int LongestNumber = 80;
        private const int LongestNote = 1000;

        public TableInputValidator()
        {
            RuleFor(input => input.File).Must(file => file is not null).When(input => string.IsNullOrWhiteSpace(input.Pasted)).WithMessage("Chọn một tệp (CSV, TSV, XLSX hoặc trang web đã lưu), hoặc dán bảng vào ô bên dưới.");
            RuleFor(input => input.File).Must(file => file is null).Unless(input => string.IsNullOrWhiteSpace(input.Pasted)).WithMessage("Chỉ chọn tệp hoặc dán bảng, không làm cả hai.");
            RuleFor(input => input.File).Must(UploadedFile.IsWithinSize).WithMessage(UploadedFile.SizeRule);
            RuleFor(input => input.Year).Must(year => year?.Trim().Length == 4 && CountText.Read(year).Value is >= 1990 and <= 2100).WithMessage("Năm là số có bốn chữ số từ 1990 đến 2100, ví dụ 2020.");
            RuleFor(input => input.DecisionNumber).Must(text => text is null || text.Length <= LongestNumber).WithMessage($"Không quá {LongestNumber} ký tự.");
            RuleFor(input => input.DecisionDate).Must(IsDayOrEmpty).WithMessage(UnitText.DayRule);
            RuleFor(input => input.AnnouncedOn).Must(IsDayOrEmpty).WithMessage(UnitText.DayRule);
            RuleFor(input => input.SourceNote).Must(text => text is null || text.Length <= LongestNote).WithMessage($"Không quá {LongestNote} ký tự.");
            RuleFor(input => input.ScaleNote).Must(text => text is null || text.Length <= LongestNote).WithMessage($"Không quá {LongestNote} ký tự.");
            RuleFor(input => input.Bands).Must(bands => ImportWords.BandsProblem(bands) is null).WithMessage(input => $"{ImportWords.BandsProblem(input.Bands)} {ImportWords.BandsRule}");
            RuleFor(input => input.Ranking).Must(word => string.IsNullOrEmpty(word) || ImportWords.Ranking(word) is not null).WithMessage("Chọn một cách xếp hạng trong danh sách.");
            RuleFor(input => input.Scales).Custom((_, context) =>
            {
                var lines = context.InstanceToValidate.ScaleLines().ToList();
                lines.Where(line => line.Points is null || line.Unit.Length == 0).ToList().ForEach(line => context.AddFailure($"Không hiểu “{line.Line}”; mỗi dòng ghi đơn vị = điểm lớn hơn 0, ví dụ: Sở Ngoại vụ = 78,5."));
                lines.GroupBy(line => VietnameseText.Slug(line.Unit)).Where(same => same.Key.Length > 0 && same.Count() > 1).ToList().ForEach(same => context.AddFailure($"“{same.First().Unit}” được ghi hai lần."));
            });
        }

        private static bool IsDayOrEmpty(string? text) => string.IsNullOrWhiteSpace(text) || UnitText.IsDay(text);
    }
}
