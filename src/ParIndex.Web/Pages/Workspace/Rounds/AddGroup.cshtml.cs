using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ParIndex.Application.Rounds;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Staff;
using ParIndex.Domain.Text;
using ParIndex.Domain.Units;
using ParIndex.Web.Forms;

namespace ParIndex.Web.Pages.Workspace.Rounds;

/// <summary>Adds a group to a round: one of the register, or a new one with its address.</summary>
[Authorize(Roles = RoundAudience.OfSetup), DeskPage<RoundDesk>(StaffRoles.Coordinator)]
public sealed class AddGroupModel(RoundDrafts drafts, RoundDesk desk) : PageModel
{
    /// <summary>The round and who is at work.</summary>
    public RoundDesk Desk => desk;

    /// <summary>What was typed.</summary>
    [BindProperty]
    public AddGroupInput Input { get; set; } = new();

    /// <summary>Groups that can be added.</summary>
    public IReadOnlyList<UnitGroup> Groups { get; private set; } = [];

    /// <inheritdoc cref="PageModel" />
    public async Task OnGetAsync(CancellationToken cancel)
    {
        Groups = await drafts.AddableGroupsAsync(desk.Setup, cancel);
        Input.Known = Groups.Count > 0 ? Groups[0].Slug : null;
    }

    /// <inheritdoc cref="PageModel" />
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        Groups = await drafts.AddableGroupsAsync(desk.Setup, cancel);
        if (!this.Passes(Input, new AddGroupValidator()))
        {
            return this.Wrong();
        }

        var slug = Input.Known ?? Input.Slug ?? "";
        return await this.AnswerAsync(() => Url.RoundGroup(desk.Setup, slug), async () =>
        {
            return Said(await drafts.AddGroupAsync(desk.Setup.Round.Id, slug, Input.Known is null ? Input.Name : null, Input.Kind, desk.Actor, cancel));
        });
    }

    private static string Said(GroupOrigin origin)
    {
        if (origin.Year is not { } year)
        {
            return "Đã thêm khối. Tiếp theo: chọn bộ tiêu chí, mức xếp loại và thêm đơn vị.";
        }

        var missing = origin.Missing.Count == 0 ? "" : $" Không tham gia được năm nay: {string.Join("; ", origin.Missing)}.";
        return $"Đã thêm khối như năm {year}: mức xếp loại, cách xếp hạng, làm tròn, điểm cộng, điểm trừ và {NumberWriter.VietnameseCount(origin.Units)} đơn vị với dấu đặc thù.{missing} Kiểm tra và sửa những gì năm nay khác.";
    }
}

/// <summary>The form of <see cref="AddGroupModel"/>.</summary>
public sealed record AddGroupInput
{
    /// <summary>Slug of a known group, or <c>null</c> for a new one.</summary>
    public string? Known { get; set; }

    /// <summary>Name of the new group.</summary>
    public string? Name { get; set; }

    /// <summary>Address of the new group.</summary>
    public string? Slug { get; set; }

    /// <summary>The sort of units in the new group.</summary>
    public UnitKind Kind { get; set; } = UnitKind.Commune;
}

/// <summary>What the form accepts.</summary>
public sealed class AddGroupValidator : AbstractValidator<AddGroupInput>
{
    private const int Longest = 80;

    public AddGroupValidator() => When(input => input.Known is null, () =>
    {
        RuleFor(input => input.Name).Must(name => !string.IsNullOrWhiteSpace(name) && name.Length <= Longest).WithMessage($"Ghi tên khối, tối đa {Longest} ký tự, ví dụ “Xã, phường huyện Tam Đường”.");
        RuleFor(input => input.Slug).Must(slug => !string.IsNullOrEmpty(slug) && slug.Length <= Longest && VietnameseText.Slug(slug) == slug)
            .WithMessage("Địa chỉ của khối chỉ gồm chữ thường không dấu, số và dấu gạch nối, ví dụ xa-tam-duong.");
    });
}
