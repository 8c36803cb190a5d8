using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ParIndex.Application.CriteriaSets;
using ParIndex.Application.Data;
using ParIndex.Application.Staff;
using ParIndex.Domain.Criteria;
using ParIndex.Web.Setup;

namespace ParIndex.Web.Pages.Workspace.CriteriaSets;

/// <summary>One node of the tree: added (<c>moi</c>), changed, moved or removed.</summary>
[Authorize(Roles = nameof(StaffRoles.Coordinator))]
public sealed partial class CriterionModel(ParIndexDb db, CriteriaSetRegister register) : PageModel
{
    public CriteriaSet Set { get; private set; } = null!;

    /// <summary>The node, or <c>null</c> while it is being added.</summary>
    public Criterion? Node { get; private set; }

    public Criterion? Parent { get; private set; }

    /// <summary>The nodes it could stand under, in the order of the tree: all but itself and those below it.</summary>
    public IEnumerable<(Criterion Node, int Depth)> Parents => Node is null ? [] : Set.Tree().ExceptBy(Set.Branch(Node), entry => entry.Node);

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

        if (!this.Passes(Form, new InputValidator(), nameof(Form)))
        {
            return this.Wrong();
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

        var refusal = await register.ChangeAsync(Set, Form.Version, "Sửa tiêu chí", Change, cancel);
        return await AnswerAsync(refusal, $"Đã lưu “{content.Code}”.", id, node, duoi, cancel);
    }

    public async Task<IActionResult> OnPostMoveAsync(Guid id, string node, int places, CancellationToken cancel) =>
        !await LoadAsync(id, node, duoi: null, cancel) || Node is null
            ? NotFound()
            : await AnswerAsync(await register.ChangeAsync(Set, Form.Version, "Đổi thứ tự tiêu chí", () => Set.Move(Node, places), cancel), $"Đã chuyển “{Node.Code}”.", id, node, duoi: null, cancel);

    public async Task<IActionResult> OnPostMoveUnderAsync(Guid id, string node, string? under, CancellationToken cancel) =>
        !await LoadAsync(id, node, duoi: null, cancel) || Node is null
            ? NotFound()
            : await AnswerAsync(await register.MoveUnderAsync(Set, Node, under, Form.Version, cancel), $"Đã chuyển “{Node.Code}” sang cấp trên khác; mã và điểm tối đa không tự đổi.", id, node, duoi: null, cancel);

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
        Form = (Form.Code is null && Node is not null ? Input.Of(Set, Node) : Form) with { Version = Set.Version };
        return this.Refused(refusal);
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
}
