using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Accounts;
using ParIndex.Application.Data;
using ParIndex.Application.Rounds;
using ParIndex.Application.Staff;
using ParIndex.Domain;
using ParIndex.Domain.Remarks;
using ParIndex.Domain.Staff;

namespace ParIndex.Application.Remarks;

/// <summary>What is answered to a remark.</summary>
/// <param name="Outcome">What comes of it.</param>
/// <param name="Answer">In words, for the public or, where it is set aside, for its writer.</param>
/// <param name="ShowsText">Whether the remark's own words are shown beside it.</param>
public sealed record RemarkReply(RemarkState Outcome, string Answer, bool ShowsText);

/// <summary>Answers remarks: one person of the coordinating body or the council, and nobody about the figures of the own unit.</summary>
public sealed class RemarkReplies(ParIndexDb db, TimeProvider clock)
{
    /// <summary>Who answers.</summary>
    public const StaffRoles Repliers = StaffRoles.Coordinator | StaffRoles.CouncilMember;

    /// <summary>Why the person may not answer the remark, in Vietnamese; <c>null</c> when nothing stands against it.</summary>
    public async Task<string?> WhyNotAsync(PublicRemark remark, StaffAccount actor, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(remark);
        ArgumentNullException.ThrowIfNull(actor);
        if (!actor.Has(Repliers))
        {
            return "Chỉ cơ quan điều phối và thành viên Hội đồng thẩm định trả lời góp ý.";
        }

        var unit = remark.UnitCode is null ? null : await db.Units.Where(one => one.Code == remark.UnitCode).Select(one => (Guid?)one.Id).FirstOrDefaultAsync(cancel);
        return unit is { } own && (await StaffHistory.ReadAsync(db, cancel)).IsOfUnit(actor.Id, own)
            ? "Góp ý về số liệu của đơn vị bạn do người của đơn vị khác trả lời: một thành viên Hội đồng hoặc điều phối viên không thuộc đơn vị này."
            : null;
    }

    /// <summary>Answers a remark, or words its answer anew.</summary>
    /// <param name="id">The remark.</param>
    /// <param name="version">Its version as the form showed it.</param>
    /// <param name="reply">What is answered.</param>
    /// <param name="actor">Who answers.</param>
    /// <param name="cancel">Gives up.</param>
    /// <exception cref="RefusedException">Not this person's, not any more, or somebody was faster.</exception>
    public async Task ReplyAsync(Guid id, Guid version, RemarkReply reply, StaffAccount actor, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(reply);
        ArgumentNullException.ThrowIfNull(actor);
        var remark = await db.PublicRemarks.FirstOrDefaultAsync(known => known.Id == id, cancel) ?? throw new RefusedException(RoundWords.Conflict);
        RefusedException.ThrowIf(await WhyNotAsync(remark, actor, cancel), isOfRights: true);
        db.Entry(remark).Property(known => known.Version).OriginalValue = version;
        var verb = remark.State == RemarkState.Received ? "Trả lời góp ý của công chúng" : "Sửa trả lời góp ý của công chúng";
        remark.Reply(reply.Outcome, reply.Answer, reply.ShowsText, actor.Id, clock.GetUtcNow().UtcDateTime);
        await db.SaveAsync(actor, verb, remark.Code, cancel);
    }
}
