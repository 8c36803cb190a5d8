using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ParIndex.Application.CriteriaSets;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Staff;
using ParIndex.Web.Forms;

namespace ParIndex.Web.Pages.Workspace.CriteriaSets;

/// <summary>One node of the tree: added (<c>moi</c>), changed, moved or removed.</summary>
[Authorize(Roles = nameof(StaffRoles.Coordinator)), DeskPage<CriteriaSetDesk>(StaffRoles.Coordinator)]
public sealed class CriterionModel(CriteriaSetRegister register, CriteriaSetDesk desk) : PageModel, IShownAgain
{
    private (string Node, Guid? Below) _place;

    public CriteriaSet Set => desk.Set;

    /// <summary>The node, or <c>null</c> while it is being added.</summary>
    public Criterion? Node { get; private set; }

    public Criterion? Parent { get; private set; }

    /// <summary>The nodes it could stand under, in the order of the tree: all but itself and those below it.</summary>
    public IEnumerable<(Criterion Node, int Depth)> Parents => Node is null ? [] : Set.Tree().ExceptBy(Set.Branch(Node), entry => entry.Node);

    /// <summary>What came of figures that were tried; <c>null</c> where none were.</summary>
    public string? Tried { get; private set; }

    [BindProperty]
    public CriterionInput Form { get; set; } = new();

    public IActionResult OnGet(string node, Guid? duoi)
    {
        if (!Finds(node, duoi))
        {
            return NotFound();
        }

        Form = Node is null ? CriterionInput.Below(Set, Parent) : CriterionInput.Of(Set, Node);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string node, Guid? duoi, CancellationToken cancel)
    {
        if (!Finds(node, duoi))
        {
            return NotFound();
        }

        if (!this.Passes(Form, new CriterionInputValidator(), nameof(Form)))
        {
            return this.Wrong();
        }

        var content = Form.Content();
        await register.ChangeAsync(Set, Form.Version, new(desk.Actor.StaffCode, "Sửa tiêu chí"), Change, cancel);
        return Done($"Đã lưu “{content.Code}”.");

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
    }

    /// <summary>Tries figures with what is typed; nothing is kept.</summary>
    public IActionResult OnPostTry(string node, Guid? duoi)
    {
        if (!Finds(node, duoi))
        {
            return NotFound();
        }

        if (!this.Passes(Form, new CriterionInputValidator(), nameof(Form)))
        {
            return this.Wrong();
        }

        Tried = TrialWords.Said(Form.Content(), Form.Figures);
        return Page();
    }

    public Task<IActionResult> OnPostMoveAsync(string node, int places, CancellationToken cancel) =>
        ChangeAsync(node, known => register.ChangeAsync(Set, Form.Version, new(desk.Actor.StaffCode, "Đổi thứ tự tiêu chí"), () => Set.Move(known, places), cancel), known => $"Đã chuyển “{known.Code}”.");

    public Task<IActionResult> OnPostMoveUnderAsync(string node, string? under, CancellationToken cancel) =>
        ChangeAsync(node, known => register.MoveUnderAsync(Set, known, under, Form.Version, desk.Actor, cancel), known => $"Đã chuyển “{known.Code}” sang cấp trên khác; mã và điểm tối đa không tự đổi.");

    public Task<IActionResult> OnPostRemoveAsync(string node, CancellationToken cancel) =>
        ChangeAsync(node, known => register.RemoveAsync(Set, known, Form.Version, desk.Actor, cancel), known => $"Đã bỏ “{known.Code}” và các tiêu chí bên dưới.");

    /// <summary>What was typed stays; saving again is then a decision made with the present state in sight.</summary>
    public Task<IActionResult?> ShowAgainAsync(CancellationToken cancel)
    {
        if (!Finds(_place.Node, _place.Below))
        {
            return Task.FromResult<IActionResult?>(NotFound());
        }

        Form = (Form.Code is null && Node is not null ? CriterionInput.Of(Set, Node) : Form) with { Version = Set.Version };
        return Task.FromResult<IActionResult?>(null);
    }

    private async Task<IActionResult> ChangeAsync(string node, Func<Criterion, Task> change, Func<Criterion, string> done)
    {
        if (!Finds(node, below: null) || Node is not { } known)
        {
            return NotFound();
        }

        await change(known);
        return Done(done(known));
    }

    private RedirectResult Done(string done)
    {
        TempData["Done"] = done;
        return Redirect(Url.To("/Workspace/CriteriaSets/Set", new { id = Set.Id }));
    }

    private bool Finds(string node, Guid? below)
    {
        _place = (node, below);
        Node = Set.Criteria.SingleOrDefault(criterion => criterion.Id.ToString() == node);
        var parent = Node is null ? below : Node.ParentId;
        Parent = Set.Criteria.SingleOrDefault(criterion => criterion.Id == parent);
        return (Node is not null || node == "moi") && (parent is null || Parent is not null);
    }
}
