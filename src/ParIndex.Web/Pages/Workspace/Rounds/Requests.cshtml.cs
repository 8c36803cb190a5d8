using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ParIndex.Application.Rounds;
using ParIndex.Application.Staff;

namespace ParIndex.Web.Pages.Workspace.Rounds;

/// <summary>What coordinators ask for their own units in a round, and the answer of a person of another unit.</summary>
[Authorize(Roles = RoundReaders.OfRequests), RoundPage(RoundRights.SecondPersons)]
public sealed class RequestsModel(OwnUnitRequests requests, RoundDesk desk) : PageModel
{
    /// <summary>The round and who is at work.</summary>
    public RoundDesk Desk => desk;

    /// <summary>Whether the person may decide a request.</summary>
    public bool MayDecide(TwoPersonRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var unit = desk.Setup.Participants.First(participant => participant.Participant.Id == request.SubjectId).Unit;
        return OwnUnitRequests.MayDecide(desk.Actor, desk.Setup.Staff[request.RequestedBy], unit.Id);
    }

    /// <inheritdoc cref="PageModel" />
    public Task<IActionResult> OnPostAsync(Guid request, Guid version, bool agree, CancellationToken cancel) =>
        desk.AnswerAsync(this, RoundAddresses.Of(desk.Setup, "de-nghi"), async () =>
        {
            await requests.DecideAsync(request, version, agree, desk.Actor, cancel);
            return agree ? "Đã đồng ý; nội dung đề nghị đã được thực hiện." : "Đã ghi không đồng ý.";
        });
}
