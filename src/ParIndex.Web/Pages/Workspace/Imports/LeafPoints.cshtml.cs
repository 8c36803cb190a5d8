using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;
using ParIndex.Application.Archives.LeafPoints;
using ParIndex.Application.Reading;
using ParIndex.Domain.Ranking;
using ParIndex.Domain.Staff;
using ParIndex.Domain.Text;
using ParIndex.Web.Configuration;
using ParIndex.Web.Forms;
using ParIndex.Web.Security;

namespace ParIndex.Web.Pages.Workspace.Imports;

/// <summary>Takes a workbook of points by unit and leaf of a past year.</summary>
[Authorize(Roles = nameof(StaffRoles.Coordinator))]
[EnableRateLimiting(RateLimits.Import)]
[RequestSizeLimit(UploadedFile.MostRequestBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = UploadedFile.MostRequestBytes)]
public sealed class LeafPointsModel(LeafPointsDrafts drafts, IOptions<SiteOptions> site) : PageModel
{
    /// <summary>What is typed.</summary>
    [BindProperty]
    public LeafPointsInput Input { get; set; } = new();

    /// <summary>The criteria sets that have no round yet.</summary>
    public IReadOnlyList<SelectListItem> Sets { get; private set; } = [];

    /// <inheritdoc cref="PageModel" />
    public async Task OnGetAsync(CancellationToken cancel)
    {
        await ListSetsAsync(cancel);
        Input = new() { Bands = "Tốt=80,Khá=70,Trung bình=0" };
    }

    /// <summary>Reads the workbook; what can be read is kept for the decision.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await ListSetsAsync(cancel);
        if (!this.Passes(Input, new LeafPointsInputValidator()))
        {
            return this.Wrong();
        }

        var file = await UploadedFile.ReadAsync(Input.File!, cancel);
        try
        {
            var draft = await drafts.KeepAsync(file.Name, file.Content, Input.ToRequest(TableModel.ProvinceOf(site.Value)), User.ToActor(), cancel);
            return Redirect(Url.Draft(draft.Kind, draft.Id));
        }
        catch (UnreadableTableException refusal)
        {
            ImportWords.Sentences(refusal).ToList().ForEach(sentence => ModelState.AddModelError("Input.File", sentence));
            return this.Wrong();
        }
    }

    private async Task ListSetsAsync(CancellationToken cancel) =>
        Sets = [.. (await drafts.SetsWithoutRoundAsync(cancel)).Select(set => new SelectListItem($"{set.Year}, {set.GroupSlug}: {set.Title}", set.Id.ToString()))];

    /// <summary>A workbook and what is said beside it.</summary>
    public sealed record LeafPointsInput
    {
        /// <summary>The workbook.</summary>
        public IFormFile? File { get; init; }

        /// <summary>Key of the criteria set.</summary>
        public string? Set { get; init; }

        /// <summary>Rating bands.</summary>
        public string? Bands { get; init; }

        /// <summary>Ranking lists.</summary>
        public string? Ranking { get; init; }

        /// <summary>Units with the special-case mark, one a line.</summary>
        public string? SpecialCases { get; init; }

        /// <summary>The request, once the validator has passed.</summary>
        internal LeafPointsRequest ToRequest(string authority) => new()
        {
            Authority = authority,
            CriteriaSetId = Guid.Parse(Set!),
            Ratings = ImportWords.Bands(Bands),
            Ranking = ImportWords.Ranking(Ranking) ?? RankingScope.OneList,
            SpecialCases = [.. (SpecialCases ?? "").Split('\n').Select(VietnameseText.Normalize).Where(line => line.Length > 0).Distinct()],
        };
    }

    private sealed class LeafPointsInputValidator : AbstractValidator<LeafPointsInput>
    {
        public LeafPointsInputValidator()
        {
            RuleFor(input => input.Set).Must(set => Guid.TryParse(set, out _)).WithMessage("Chọn bộ tiêu chí của năm và nhóm cần nhập; nếu chưa có, hãy tạo ở mục Bộ tiêu chí.");
            RuleFor(input => input.File).NotNull().WithMessage("Chọn một sổ tính XLSX.");
            RuleFor(input => input.File).Must(UploadedFile.IsWithinSize).WithMessage(UploadedFile.SizeRule);
            RuleFor(input => input.Bands).Must(bands => ImportWords.BandsProblem(bands) is null).WithMessage(input => $"{ImportWords.BandsProblem(input.Bands)} {ImportWords.BandsRule}");
            RuleFor(input => input.Ranking).Must(word => ImportWords.Ranking(word) is RankingScope.OneList or RankingScope.BySpecialCase).WithMessage("Chọn một cách xếp hạng trong danh sách.");
        }
    }
}
