using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ParIndex.Application.CriteriaSets;
using ParIndex.Application.Data;
using ParIndex.Application.Staff;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Scoring;

namespace ParIndex.Web.Pages.Workspace.CriteriaSets;

/// <summary>One node of the tree: added (<c>moi</c>), changed, moved or removed.</summary>
[Authorize(Roles = nameof(StaffRoles.Coordinator))]
public sealed class CriterionModel(ParIndexDb db, CriteriaSetRegister register) : PageModel
{
    public CriteriaSet Set { get; private set; } = null!;

    /// <summary>The node, or <c>null</c> while it is being added.</summary>
    public Criterion? Node { get; private set; }

    public Criterion? Parent { get; private set; }

    [BindProperty]
    public Input Form { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(Guid id, string node, Guid? duoi, CancellationToken cancel)
    {
        if (!await LoadAsync(id, node, duoi, cancel))
        {
            return NotFound();
        }

        Form = Node is null ? Input.Below(Set, Parent) : Input.Of(Set, Node);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, string node, Guid? duoi, CancellationToken cancel)
    {
        if (!await LoadAsync(id, node, duoi, cancel))
        {
            return NotFound();
        }

        if (!this.Check(new InputValidator(), Form, nameof(Form)))
        {
            return Page();
        }

        var content = Form.Content();
        void Change()
        {
            if (Node is null)
            {
                Set.Add(content, Parent);
            }
            else
            {
                Set.Change(Node, content);
            }
        }

        var refusal = await register.ChangeAsync(Set, Form.Version, "change a criterion", Change, cancel);
        return await AnswerAsync(refusal, $"Đã lưu “{content.Code}”.", id, node, duoi, cancel);
    }

    public async Task<IActionResult> OnPostMoveAsync(Guid id, string node, int places, CancellationToken cancel) =>
        !await LoadAsync(id, node, duoi: null, cancel) || Node is null
            ? NotFound()
            : await AnswerAsync(await register.ChangeAsync(Set, Form.Version, "move a criterion", () => Set.Move(Node, places), cancel), $"Đã chuyển “{Node.Code}”.", id, node, duoi: null, cancel);

    public async Task<IActionResult> OnPostRemoveAsync(Guid id, string node, CancellationToken cancel) =>
        !await LoadAsync(id, node, duoi: null, cancel) || Node is null
            ? NotFound()
            : await AnswerAsync(await register.RemoveAsync(Set, Node, Form.Version, cancel), $"Đã bỏ “{Node.Code}” và các tiêu chí bên dưới.", id, node, duoi: null, cancel);

    private async Task<IActionResult> AnswerAsync(string? refusal, string done, Guid id, string node, Guid? duoi, CancellationToken cancel)
    {
        if (refusal is null)
        {
            TempData["Done"] = done;
            return Redirect($"/lam-viec/bo-tieu-chi/{id}");
        }

        db.ChangeTracker.Clear();
        if (!await LoadAsync(id, node, duoi, cancel))
        {
            return NotFound();
        }

        // What was typed stays; saving again is then a decision made with the present state in sight.
        ModelState.Remove("Form.Version");
        Form = (Form.Code is null && Node is not null ? Input.Of(Set, Node) : Form) with { Version = Set.Version };
        return this.Refuse(refusal);
    }

    private async Task<bool> LoadAsync(Guid id, string node, Guid? duoi, CancellationToken cancel)
    {
        db.Actor = User.Identity?.Name ?? "";
        if (await register.FindAsync(id, cancel) is not { } set)
        {
            return false;
        }

        Set = set;
        Node = set.Criteria.SingleOrDefault(criterion => criterion.Id.ToString() == node);
        var parent = Node is null ? duoi : Node.ParentId;
        Parent = set.Criteria.SingleOrDefault(criterion => criterion.Id == parent);
        return (Node is not null || node == "moi") && (parent is null || Parent is not null);
    }

    public sealed record Input
    {
        public string? Code { get; init; }

        public string? Name { get; init; }

        public string? NameEn { get; init; }

        public string? MaxScore { get; init; }

        public string? Rule { get; init; }

        public Component Component { get; init; }

        public string? Decimals { get; init; } = "2";

        public string? EvidenceAsked { get; init; }

        public string? AppraisingBody { get; init; }

        public Guid Version { get; init; }

        public static Input Of(CriteriaSet set, Criterion node) => new()
        {
            Code = node.Code,
            Name = node.Name,
            NameEn = node.NameEn,
            MaxScore = NumberWriter.VietnameseTrimmed(node.MaxScore),
            Rule = node.Rule.ToString(),
            Component = node.Component,
            Decimals = NumberWriter.VietnameseTrimmed(node.Decimals),
            EvidenceAsked = node.EvidenceAsked,
            AppraisingBody = node.AppraisingBody,
            Version = set.Version,
        };

        public static Input Below(CriteriaSet set, Criterion? parent) => new()
        {
            Code = $"{(parent is null ? "" : parent.Code + ".")}{set.Criteria.Count(criterion => criterion.ParentId == parent?.Id) + 1}",
            Component = parent?.Component ?? Component.Appraisal,
            Rule = LeafRule.Default.ToString(),
            Version = set.Version,
        };

        public CriterionContent Content() => new(CriterionCode.Read(Code)!, Name!, ScoreText.Read(MaxScore, InputValidator.Max).Value!.Value)
        {
            NameEn = NameEn,
            Rule = LeafRule.Parse(Rule ?? ""),
            Component = Component,
            Decimals = (int)CountText.Read(Decimals).Value!.Value,
            EvidenceAsked = EvidenceAsked,
            AppraisingBody = AppraisingBody,
        };
    }

    public sealed class InputValidator : AbstractValidator<Input>
    {
        internal static readonly NumberFormat Max = new(Decimals: 4);

        public InputValidator()
        {
            RuleFor(form => form.Code).Must(code => CriterionCode.Read(code) is not null).WithMessage($"Mã: {CriterionCode.Accepted}.");
            RuleFor(form => form.Name).NotEmpty().WithMessage("Nhập tên tiêu chí.").MaximumLength(CriterionContent.MostName).WithMessage("Tên tiêu chí tối đa 1000 ký tự.");
            RuleFor(form => form.NameEn).MaximumLength(CriterionContent.MostName).WithMessage("Tên tiếng Anh tối đa 1000 ký tự.");
            RuleFor(form => form.MaxScore).Custom((text, form) =>
            {
                var read = ScoreText.Read(text, Max);
                if (read.Value is not > 0)
                {
                    form.AddFailure("Điểm tối đa " + (read.Problem is { } problem ? NumberMessages.ForScore(problem, Max) : "phải lớn hơn 0") + ".");
                }
            });
            RuleFor(form => form.Rule).MaximumLength(CriterionContent.MostRule).WithMessage("Cách chấm tối đa 4000 ký tự.").Custom((text, form) =>
            {
                try
                {
                    LeafRule.Parse(text ?? "");
                }
                catch (FormatException refused)
                {
                    form.AddFailure(refused.Message);
                }
            });
            RuleFor(form => form.Component).IsInEnum().WithMessage("Chọn thành phần điểm.");
            RuleFor(form => form.Decimals).Must(text => CountText.Read(text).Value is >= 0 and <= 4).WithMessage("Số chữ số thập phân từ 0 đến 4.");
            RuleFor(form => form.EvidenceAsked).MaximumLength(CriterionContent.MostEvidence).WithMessage("Tài liệu kiểm chứng tối đa 2000 ký tự.");
            RuleFor(form => form.AppraisingBody).MaximumLength(CriterionContent.MostBody).WithMessage("Cơ quan thẩm định tối đa 200 ký tự.");
        }
    }
}
