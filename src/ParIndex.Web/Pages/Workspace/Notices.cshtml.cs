using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ParIndex.Application.Outbox;
using ParIndex.Domain.Staff;

namespace ParIndex.Web.Pages.Workspace;

/// <summary>Which messages are shown, as the address says; of the page and of its file alike.</summary>
public sealed record NoticesView
{
    /// <summary>The kind; all by default.</summary>
    [FromQuery(Name = "loai")]
    public string? KindName { get; init; }

    /// <summary>How far it is; any by default.</summary>
    [FromQuery(Name = "tinh-trang")]
    public string? StateName { get; init; }

    /// <summary>Words of the recipient or the unit.</summary>
    [FromQuery(Name = "q")]
    public string? Words { get; init; }

    /// <summary>The title of a round; any by default.</summary>
    [FromQuery(Name = "ky")]
    public string? Round { get; init; }

    /// <summary>The kind, or <c>null</c> for all and for a word that is none.</summary>
    public NoticeKind? Kind => Enum.TryParse<NoticeKind>(KindName, out var kind) && Enum.IsDefined(kind) ? kind : null;

    /// <summary>The state, or <c>null</c> likewise.</summary>
    public NoticeState? State => Enum.TryParse<NoticeState>(StateName, out var state) && Enum.IsDefined(state) ? state : null;

    /// <summary>What is asked of the list.</summary>
    public NoticeFilter Filter => new(Kind, State, Words, Round);

    /// <summary>The same as the query of an address.</summary>
    public RouteValueDictionary Query() => new() { ["loai"] = Kind?.ToString(), ["tinh-trang"] = State?.ToString(), ["q"] = string.IsNullOrWhiteSpace(Words) ? null : Words, ["ky"] = string.IsNullOrWhiteSpace(Round) ? null : Round };
}

/// <summary>What was written to whom about the work, and whether it went out.</summary>
[Authorize(Roles = Readers)]
public sealed class NoticesModel(NoticeList notices) : PageModel
{
    /// <summary>Who reads the list.</summary>
    internal const string Readers = nameof(StaffRoles.Coordinator) + "," + nameof(StaffRoles.Auditor);

    /// <summary>What is shown.</summary>
    public NoticesView View { get; private set; } = new();

    /// <summary>The messages, newest first.</summary>
    public IReadOnlyList<SentNotice> Rows { get; private set; } = [];

    /// <summary>The titles of the rounds to choose from.</summary>
    public IReadOnlyList<string> Rounds { get; private set; } = [];

    /// <inheritdoc cref="PageModel" />
    public async Task OnGetAsync([FromQuery(Name = "loai")] string? kind, [FromQuery(Name = "tinh-trang")] string? state, [FromQuery(Name = "q")] string? words, [FromQuery(Name = "ky")] string? round, CancellationToken cancel)
    {
        View = new() { KindName = kind, StateName = state, Words = words, Round = round };
        Rounds = await notices.RoundsAsync(cancel);
        Rows = await notices.ReadAsync(View.Filter, NoticeList.OnPage, cancel);
    }
}
