using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ParIndex.Application.Scorecards;
using ParIndex.Domain.Scorecards;
using ParIndex.Web.Forms;

namespace ParIndex.Web.Pages.Workspace.Scorecards;

/// <summary>What people of the unit say to one another about a leaf. The panel and the leaf's own page send their box here.</summary>
[Authorize(Roles = ScorecardAudience.OfUnit), DeskPage<InsideDesk>(ScorecardAudience.Insiders)]
public sealed class LeafTalkModel(InsideDesk desk, InnerTalk talk) : PageModel, IShownAgain
{
    /// <summary>The scorecard, the leaf and who is at work.</summary>
    public ScorecardDesk Desk => desk.Scorecard;

    /// <summary>What was typed.</summary>
    [BindProperty]
    public string? Text { get; set; }

    /// <summary>What was said, oldest first.</summary>
    public IReadOnlyList<InnerNote> Notes { get; private set; } = [];

    /// <inheritdoc cref="PageModel" />
    public async Task OnGetAsync(CancellationToken cancel) => await ShowAgainAsync(cancel);

    /// <inheritdoc cref="PageModel" />
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(Text) || Text.Length > InnerNote.MostText)
        {
            await ShowAgainAsync(cancel);
            return this.Wrong(nameof(Text), $"Ghi nội dung trao đổi, tối đa {InnerNote.MostText} ký tự.");
        }

        return await this.AnswerAsync(Url.Leaf(Desk.Folder, Desk.Leaf) + "#noi-bo", async () =>
        {
            await talk.SayAsync(Desk.Folder.Card.Id, Desk.Leaf.Id, Text, Desk.Actor, cancel);
            return "Đã gửi trong đơn vị.";
        });
    }

    /// <inheritdoc />
    public async Task<IActionResult?> ShowAgainAsync(CancellationToken cancel)
    {
        Notes = await talk.OfAsync(Desk.Actor, Desk.Folder, Desk.Leaf, cancel);
        return null;
    }
}
