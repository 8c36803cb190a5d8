using ParIndex.Application.Data;
using ParIndex.Application.Outbox;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Scorecards;

namespace ParIndex.Application.Scorecards;

/// <summary>Who is told of a move of a scorecard, in the save of the move.</summary>
internal static class ScorecardNotices
{
    /// <summary>Tells of a move that was just made: the unit's officers, or after the explanation those who appraise it. Of handing in and taking back nobody is told: it waits on their desks.</summary>
    public static async Task TellAsync(ParIndexDb db, ScorecardFolder folder, ScorecardAct act, Guid by, string? reason, DateTime at, CancellationToken cancel)
    {
        var subject = new NoticeSubject(folder.Unit.Unit.Id, folder.Unit.Name, folder.Round.Title, folder.Card.Id) { Until = folder.Deadline };
        switch (act)
        {
            case ScorecardAct.Return:
                await WorkNotices.TellOfficersAsync(db, NoticeKind.Returned, [subject with { Detail = $"Lý do: {reason}." }], at, cancel);
                break;
            case ScorecardAct.EndFirstAppraisal:
                var asked = folder.Explanations.Count(explanation => explanation.IsOpen);
                await WorkNotices.TellOfficersAsync(db, NoticeKind.Asked, [subject with { Detail = asked == 0 ? "Không có yêu cầu giải trình nào." : $"Có {NumberWriter.VietnameseCount(asked)} yêu cầu giải trình chờ đơn vị trả lời." }], at, cancel);
                break;
            case ScorecardAct.EndExplanation:
                var participant = folder.Unit.Participant.Id;
                var appraisers = folder.Group.Assignments.Where(assignment => assignment.ParticipantId is null || assignment.ParticipantId == participant).Select(assignment => assignment.AccountId).Where(person => person != by).ToHashSet();
                await WorkNotices.TellAsync(db, NoticeKind.Answered, subject, appraisers, at, cancel);
                break;
            case ScorecardAct.Agree:
                await WorkNotices.TellOfficersAsync(db, NoticeKind.Agreed, [subject with { Until = null }], at, cancel);
                break;
            default:
                break;
        }
    }
}
