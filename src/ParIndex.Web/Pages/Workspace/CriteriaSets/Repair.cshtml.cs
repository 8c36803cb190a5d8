using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ParIndex.Application.Repairs;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Staff;
using ParIndex.Web.Forms;

namespace ParIndex.Web.Pages.Workspace.CriteriaSets;

/// <summary>A fault of a set after scoring was opened: what shall be said of one criterion, what that does to every scorecard, and the request.</summary>
[Authorize(Roles = nameof(StaffRoles.Coordinator)), DeskPage<CriteriaSetDesk>(StaffRoles.Coordinator)]
public sealed class RepairModel(SetRepairing repairing, CriteriaSetDesk desk) : PageModel, IShownAgain
{
    private Guid _node;

    /// <summary>The set.</summary>
    public CriteriaSet Set => desk.Set;

    /// <summary>The node.</summary>
    public Criterion Node { get; private set; } = null!;

    /// <summary>Why the set cannot be repaired now, or <c>null</c>.</summary>
    public string? WhyNot { get; private set; }

    /// <summary>What the repair would do; <c>null</c> before it was asked.</summary>
    public RepairEffect? Effect { get; private set; }

    /// <summary>What shall be said of the node, as typed.</summary>
    [BindProperty]
    public CriterionInput Form { get; set; } = new();

    /// <summary>Why.</summary>
    [BindProperty]
    public string? Reason { get; set; }

    /// <inheritdoc cref="PageModel" />
    public async Task<IActionResult> OnGetAsync(Guid node, CancellationToken cancel)
    {
        if (!await FindsAsync(node, cancel))
        {
            return NotFound();
        }

        Form = CriterionInput.Of(Set, Node);
        return Page();
    }

    /// <summary>Shows what the repair would do.</summary>
    public async Task<IActionResult> OnPostPreviewAsync(Guid node, CancellationToken cancel)
    {
        if (!await FindsAsync(node, cancel))
        {
            return NotFound();
        }

        if (!Passes())
        {
            return this.Wrong();
        }

        Effect = await repairing.EffectAsync(Set.Id, Payload(), Reason!, desk.Actor, cancel);
        return Page();
    }

    /// <summary>Asks a second person.</summary>
    public async Task<IActionResult> OnPostAsync(Guid node, CancellationToken cancel)
    {
        if (!await FindsAsync(node, cancel))
        {
            return NotFound();
        }

        Passes();
        return await this.AnswerAsync(Url.To("/Workspace/CriteriaSets/RepairTrace", new { id = Set.Id }), async () =>
        {
            await repairing.AskAsync(Set, Payload(), Reason!, desk.Actor, cancel);
            return $"Đã gửi đề nghị sửa tiêu chí {Node.Code}; chờ một người của đơn vị khác đồng ý.";
        });
    }

    /// <inheritdoc />
    public async Task<IActionResult?> ShowAgainAsync(CancellationToken cancel)
    {
        if (!await FindsAsync(_node, cancel))
        {
            return NotFound();
        }

        Form = Form with { Version = Set.Version };
        return null;
    }

    private bool Passes()
    {
        // What a repair does not touch is not typed.
        Form = Form with { Code = Node.Code, Component = Node.Component, NameEn = Node.NameEn, Remark = Node.Remark, AppraisingBody = Node.AppraisingBody };
        if (string.IsNullOrWhiteSpace(Reason) || Reason.Length > SetRepairing.MostReason)
        {
            ModelState.AddModelError(nameof(Reason), $"Ghi lý do sửa và căn cứ, tối đa {SetRepairing.MostReason} ký tự.");
        }

        return this.Passes(Form, new CriterionInputValidator(), nameof(Form));
    }

    private RepairPayload Payload() => RepairPayload.Of(Set, Node, Form.Content()) with { SetVersion = Form.Version };

    private async Task<bool> FindsAsync(Guid node, CancellationToken cancel)
    {
        _node = node;
        Node = Set.Criteria.SingleOrDefault(criterion => criterion.Id == node)!;
        WhyNot = Node is null ? null : await repairing.WhyNotAsync(Set, cancel);
        return Node is not null;
    }
}
