using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ParIndex.Application.Units;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Staff;
using ParIndex.Domain.Text;
using ParIndex.Domain.Units;
using ParIndex.Web.Forms;
using ParIndex.Web.Pages.Workspace.Units;

namespace ParIndex.Web.Pages.Workspace.Groups;

/// <summary>The groups in which units are assessed and ranked, and a form to add one.</summary>
[Authorize(Roles = nameof(StaffRoles.Coordinator) + "," + nameof(StaffRoles.Auditor))]
[DeskPage<GroupDesk>(StaffRoles.Coordinator)]
public sealed class IndexModel(UnitGroupAdministration administration, GroupDesk desk) : PageModel
{
    /// <summary>Between two groups there is room for others.</summary>
    private const int StepOfPositions = 10;

    /// <summary>What is typed.</summary>
    [BindProperty]
    public GroupInput Input { get; set; } = new();

    /// <summary>The groups in their order.</summary>
    public IReadOnlyList<UnitGroup> Groups { get; private set; } = [];

    /// <inheritdoc cref="PageModel" />
    public async Task OnGetAsync(CancellationToken cancel)
    {
        Groups = await administration.AllAsync(cancel);
        Input = new() { Position = NumberWriter.DataTrimmed(Groups.Select(group => group.Position).DefaultIfEmpty(0).Max() + StepOfPositions) };
    }

    /// <summary>Adds a group.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        Groups = await administration.AllAsync(cancel);
        Input = string.IsNullOrWhiteSpace(Input.Slug) ? Input with { Slug = VietnameseText.Slug(Input.Name ?? "") } : Input;
        if (!this.Passes(Input, new NewGroupValidator()))
        {
            return this.Wrong();
        }

        var group = new UnitGroup(Input.Slug!, Input.Name!, UnitText.OrNull(Input.NameEn), Enum.Parse<UnitKind>(Input.Kind!), Input.Order());
        await administration.AddAsync(group, desk.Actor, cancel);
        TempData["Done"] = $"Đã thêm nhóm “{group.Name}” ({group.Slug}).";
        return Redirect(Url.To("/Workspace/Groups/Index"));
    }

    private sealed class NewGroupValidator : AbstractValidator<GroupInput>
    {
        private const int LongestSlug = 80;

        public NewGroupValidator()
        {
            Include(new GroupInputValidator());
            RuleFor(input => input.Slug).Must(slug => slug is { Length: > 0 and <= LongestSlug } && slug == VietnameseText.Slug(slug))
                .WithMessage($"Định danh chỉ gồm chữ thường không dấu, số và dấu gạch nối, không quá {LongestSlug} ký tự, ví dụ: xa-tam-duong.");
            RuleFor(input => input.Kind).Must(kind => Enum.GetNames<UnitKind>().Contains(kind)).WithMessage("Chọn loại đơn vị.");
        }
    }
}

/// <summary>A group as typed.</summary>
public sealed record GroupInput
{
    /// <summary>The version the form was shown with.</summary>
    public Guid Version { get; init; }

    /// <summary>Its part of the address.</summary>
    public string? Slug { get; init; }

    /// <summary>Name as headings show it.</summary>
    public string? Name { get; init; }

    /// <summary>English name.</summary>
    public string? NameEn { get; init; }

    /// <summary>The sort of units.</summary>
    public string? Kind { get; init; }

    /// <summary>Order among the groups.</summary>
    public string? Position { get; init; }

    internal int Order() => (int)CountText.Read(Position).Value!.Value;
}

/// <summary>What is asked of every group.</summary>
internal sealed class GroupInputValidator : AbstractValidator<GroupInput>
{
    private const int MostPosition = 999;

    public GroupInputValidator()
    {
        RuleFor(input => input.Name).Must(UnitText.IsName).WithMessage("Ghi tên nhóm có chữ hoặc số, không quá 160 ký tự, ví dụ: Sở, ban, ngành.");
        RuleFor(input => input.NameEn).Must(UnitText.IsShort).WithMessage(UnitText.LengthRule);
        RuleFor(input => input.Position).Must(text => CountText.Read(text).Value is >= 0 and <= MostPosition).WithMessage($"Thứ tự là số nguyên từ 0 đến {MostPosition}.");
    }
}
