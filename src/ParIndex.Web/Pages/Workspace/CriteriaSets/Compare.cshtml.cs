using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ParIndex.Application.CriteriaSets;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Staff;
using ParIndex.Web.Forms;

namespace ParIndex.Web.Pages.Workspace.CriteriaSets;

/// <summary>The difference against the group's year before: proposed by the program, decided by a person.</summary>
[Authorize(Roles = $"{nameof(StaffRoles.Coordinator)},{nameof(StaffRoles.Auditor)}"), DeskPage<CriteriaSetDesk>(StaffRoles.Coordinator)]
public sealed class CompareModel(CriteriaSetRegister register, CriteriaSetDesk desk) : PageModel, IShownAgain
{
    public CriteriaSet Set => desk.Set;

    /// <summary>The set of the year before, or <c>null</c> when there is none.</summary>
    public CriteriaSet? Earlier { get; private set; }

    public IReadOnlyList<CompareRow> Rows { get; private set; } = [];

    /// <summary>Whether the rows are only proposals, nothing being decided yet.</summary>
    public bool IsProposal { get; private set; }

    public bool MayChange => User.IsInRole(nameof(StaffRoles.Coordinator)) && Set.LockedAt is null;

    [BindProperty]
    public Guid Version { get; set; }

    [BindProperty]
    public List<LineageDecision> Decisions { get; set; } = [];

    /// <summary>Criteria of the year before that none of the rows continues.</summary>
    public IEnumerable<Criterion> Dropped => Earlier?.Tree().Select(entry => entry.Node).Except(Rows.Select(row => row.Earlier).OfType<Criterion>()) ?? [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Earlier = await register.BeforeAsync(Set, cancel);
        Rows = ReadRows();
        Version = Set.Version;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        Earlier = await register.BeforeAsync(Set, cancel);
        if (Earlier is null)
        {
            return NotFound();
        }

        if (Unknown() is { } unknown)
        {
            Rows = [.. Set.Tree().Select(entry => Typed(entry))];
            return this.Wrong("", $"Năm {Earlier.Year} không có mã “{unknown}”; để trống nếu là tiêu chí mới.");
        }

        await register.DecideLineageAsync(Set, Decided(), Version, desk.Actor, cancel);
        TempData["Done"] = "Đã ghi nhận đối chiếu với năm trước.";
        return Redirect(Url.To("/Workspace/CriteriaSets/Compare", new { id = Set.Id }));
    }

    /// <inheritdoc />
    public async Task<IActionResult?> ShowAgainAsync(CancellationToken cancel)
    {
        Earlier = await register.BeforeAsync(Set, cancel);
        Rows = [.. Set.Tree().Select(entry => Typed(entry))];
        Version = Set.Version;
        ModelState.Clear();
        return null;
    }

    private Dictionary<Criterion, (Criterion? Earlier, bool Comparable)> Decided() => Decisions
        .Select(decision => (Node: Set.Criteria.FirstOrDefault(node => node.Id == decision.Id), decision))
        .Where(pair => pair.Node is not null)
        .DistinctBy(pair => pair.Node)
        .ToDictionary(pair => pair.Node!, pair => (Before(pair.decision), pair.decision.Comparable));

    private string? Unknown() =>
        Decisions.Find(decision => !string.IsNullOrWhiteSpace(decision.EarlierCode) && Before(decision) is null)?.EarlierCode;

    private Criterion? Before(LineageDecision decision) => Earlier!.Criteria.FirstOrDefault(before => before.Code == decision.EarlierCode?.Trim());

    private CompareRow Typed((Criterion Node, int Depth) entry)
    {
        var decision = Decisions.Find(one => one.Id == entry.Node.Id) ?? new();
        return CompareRow.Of(entry, Before(decision), decision.Comparable) with { Typed = decision.EarlierCode };
    }

    private List<CompareRow> ReadRows()
    {
        if (Earlier is null)
        {
            return [];
        }

        var byLineage = Earlier.Criteria.ToDictionary(before => before.Lineage);
        IsProposal = !Set.Criteria.Any(node => byLineage.ContainsKey(node.Lineage));
        var proposal = IsProposal ? LineageProposal.Of(Earlier, Set) : new Dictionary<Criterion, Criterion>();
        return [.. Set.Tree().Select(entry =>
        {
            var before = IsProposal ? proposal.GetValueOrDefault(entry.Node) : byLineage.GetValueOrDefault(entry.Node.Lineage);
            return CompareRow.Of(entry, before, IsProposal ? before is not null && LineageProposal.Comparable(before, entry.Node) : entry.Node.IsComparable);
        })];
    }
}
