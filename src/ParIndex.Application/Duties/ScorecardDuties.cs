using ParIndex.Application.Accounts;
using ParIndex.Application.Scorecards;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Rounds;
using ParIndex.Domain.Scorecards;
using ParIndex.Domain.Staff;
using ParIndex.Domain.Text;

namespace ParIndex.Application.Duties;

/// <summary>What the scorecards of open rounds ask of one person; pure, of what was read.</summary>
/// <param name="person">The person.</param>
/// <param name="lines">The scorecards the person reads.</param>
/// <param name="explanations">What was asked and answered about them, by scorecard.</param>
/// <param name="shares">The fields of own scorecards that somebody answers for, by scorecard: whose each is.</param>
/// <param name="now">Instant, UTC.</param>
internal sealed class ScorecardDuties(StaffAccount person, IReadOnlyList<ScorecardLine> lines, ILookup<Guid, Explanation> explanations, ILookup<Guid, FieldShare> shares, DateTime now)
{
    /// <summary>Most units or criteria named in a sentence.</summary>
    private const int MostNamed = 3;

    /// <summary>Those of the own unit that the person scores.</summary>
    public IEnumerable<ScorecardLine> Own => lines.Where(line => ScorecardRights.MayEverMove(person, line.Folder, ScorecardAct.Submit));

    /// <summary>Those of the own unit that the person scores, or approves as its head.</summary>
    public IEnumerable<ScorecardLine> Inside => lines.Where(line => InsideRights.IsInside(person, line.Folder));

    /// <summary>
    /// What an own scorecard that scores itself still needs of an officer: points, proof, or to be handed in. Who answers for
    /// fields is asked for these, and for what nobody answers for; who answers for none is asked for all.
    /// </summary>
    public static IEnumerable<Duty> OfOwn(ScorecardFolder folder, StaffAccount person)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(person);
        var (findings, mine) = (SubmissionChecks.Of(folder), UnitBoard.FieldsOf(folder.Card, person.Id));
        var shared = folder.Card.Shares.Select(share => share.CriterionId).ToHashSet();
        var (given, all) = folder.Card.Scores.Progress(ScoreStage.SelfScore, folder.Set.Leaves.Where(IsMine));
        var part = mine.Count == 0 ? "tiêu chí" : "tiêu chí trong phần của tôi";
        var back = folder.Card.Moves.OrderBy(move => move.Sequence).LastOrDefault() is { Act: ScorecardAct.Return } returned
            ? $"Được trả lại lúc {DateWriter.VietnameseHour(returned.At)}{(returned.Note is { } note ? $": {note}" : "")}" : null;
        if (Leaves(SubmissionFindingKind.NotAnswered) is { Count: > 0 } open)
        {
            yield return Of(DutyKind.Score, $"{part} chưa tự chấm điểm", open.Count) with { All = all, IsOfOwnPart = mine.Count > 0, Detail = back ?? $"Đã tự chấm {given}/{all}; tiếp theo: {open[0].Code} {open[0].Name}" };
        }

        if (Leaves(SubmissionFindingKind.ProofMissing) is { Count: > 0 } unproved)
        {
            yield return Of(DutyKind.Prove, $"{part} thiếu tài liệu kiểm chứng", unproved.Count) with { Detail = Some(unproved.Select(leaf => leaf.Code), "tiêu chí") };
        }

        if (mine.Count > 0 && findings.Where(finding => finding.Blocks && !shared.Contains(folder.Group.FieldOf(finding.Leaf).Id)).Select(finding => finding.Leaf).Distinct().ToList() is { Count: > 0 } nobodys)
        {
            yield return Of(DutyKind.Score, "tiêu chí chưa giao cho ai còn phải hoàn thành", nobodys.Count) with { Detail = Some(nobodys.Select(leaf => leaf.Code), "tiêu chí") };
        }

        if (!findings.Any(finding => finding.Blocks) && folder.Card.WhyNotApproved(folder.Side) is null)
        {
            yield return Of(DutyKind.Submit, folder.HasHead ? "phiếu đã được thủ trưởng phê duyệt, chờ nộp" : "phiếu đã tự chấm đủ, chờ thủ trưởng ký và nộp", 1) with { Detail = back };
        }

        bool IsMine(Criterion leaf) => mine.Count == 0 || mine.Contains(folder.Group.FieldOf(leaf).Id);

        List<Criterion> Leaves(SubmissionFindingKind kind) => [.. findings.Where(finding => finding.Kind == kind && IsMine(finding.Leaf)).Select(finding => finding.Leaf)];

        Duty Of(DutyKind kind, string what, int left) => new(kind, what, Title(folder), left) { Until = folder.Deadline, Subject = folder.Card.Id };
    }

    /// <summary>What goes on inside the unit about an own scorecard that scores itself: given back, to be said done, to be approved, without its officer.</summary>
    public static IEnumerable<Duty> OfInside(ScorecardFolder folder, StaffAccount person, DateTime now)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(person);
        var board = UnitBoard.Of(folder);
        var mine = board.Of(person.Id);
        var duties = new[]
        {
            Of(DutyKind.Mend, "lĩnh vực thủ trưởng trả lại, chờ bổ sung", mine.Where(line => line.Share!.State == FieldShareState.Returned)),
            Of(DutyKind.Finish, "lĩnh vực đã chấm đủ, chờ báo hoàn thành", mine.Where(line => line.Share!.State == FieldShareState.Open && line.IsComplete)),
            Of(DutyKind.Reshare, "lĩnh vực do người không còn là cán bộ của đơn vị phụ trách, chờ giao lại", board.Fields.Where(line => line.IsOrphaned && InsideRights.MayEverShare(person, folder))),
        };
        var approves = InsideRights.WhyNotApprove(person, folder, now) is null && folder.Card.StandingApproval(folder.Side) is null;
        return [.. duties.OfType<Duty>(), .. approves ? [new Duty(DutyKind.ApproveSheet, "phiếu đã tự chấm đủ, chờ thủ trưởng phê duyệt", Title(folder), 1) { Until = folder.Deadline, Subject = folder.Card.Id, Detail = folder.Card.Approvals.Count > 0 ? "Phiếu đã thay đổi sau lần phê duyệt trước." : null }] : Array.Empty<Duty>()];

        Duty? Of(DutyKind kind, string what, IEnumerable<FieldStanding> lines) => lines.ToList() is { Count: > 0 } found
            ? new(kind, what, Title(folder), found.Count) { Until = folder.Deadline, Subject = folder.Card.Id, Detail = Some(found.Select(line => $"{line.Field.Code} {line.Field.Name}"), "lĩnh vực") }
            : null;
    }

    /// <summary>What the own unit was asked to explain: in the fields the person answers for and in those nobody does; of who answers for none, everything.</summary>
    public IEnumerable<Duty> OfOfficer()
    {
        foreach (var folder in Own.Select(line => line.Folder).Where(folder => folder.Card.State == ScorecardState.Explanation))
        {
            var all = explanations[folder.Card.Id].Where(explanation => explanation.RequestedBy is not null).ToList();
            var others = shares[folder.Card.Id].Any(share => share.AccountId == person.Id) ? shares[folder.Card.Id].Where(share => share.AccountId != person.Id).Select(share => share.CriterionId).ToHashSet() : [];
            var asked = all.Where(explanation => folder.Leaf(explanation.CriterionId) is not { } leaf || !others.Contains(folder.Group.FieldOf(leaf).Id)).ToList();
            var open = asked.Count(explanation => explanation.IsOpen);
            if (open == 0 && all.Exists(explanation => explanation.IsOpen))
            {
                continue;
            }

            yield return (open > 0
                ? new Duty(DutyKind.Explain, "yêu cầu giải trình chưa trả lời", Title(folder), open) { All = asked.Count }
                : new Duty(DutyKind.EndOwnExplanation, "phiếu không còn yêu cầu giải trình, chờ kết thúc bước", Title(folder), 1)) with
            { Until = folder.Deadline, Subject = folder.Card.Id };
        }
    }

    /// <summary>What is assigned to the person: one duty a group and stage.</summary>
    public IEnumerable<Duty> OfAppraiser()
    {
        foreach (var group in lines.Where(line => line.Fields.Count > 0).GroupBy(line => line.Folder.Group.Group.Id).Select(group => group.ToList()))
        {
            var submitted = group.Where(line => line.Folder.Card.State == ScorecardState.FirstAppraisal).ToList();
            var coming = group.Count(line => line.Folder.Card.State == ScorecardState.SelfScoring);
            var fields = $"Lĩnh vực {string.Join(", ", group.SelectMany(line => line.Fields).Select(field => field.Field.Code).Distinct().Order(StringComparer.Ordinal))}";
            if (Of(DutyKind.Appraise, "tiêu chí đã nộp chờ thẩm định lần 1", Where(group[0].Folder), submitted, line => line.All - line.Given) is { } first)
            {
                yield return first with
                {
                    All = submitted.Sum(line => line.All),
                    Field = submitted.Count < 2 ? null : new(submitted[0].Folder.Round.Id, submitted[0].Folder.Group.UnitGroup.Slug, submitted.SelectMany(line => line.Fields).GroupBy(field => field.Field.Code).MaxBy(field => field.Sum(known => known.All - known.Given))!.Key),
                    Detail = $"{fields} của {NumberWriter.VietnameseCount(submitted.Count)} đơn vị đã nộp phiếu{(coming > 0 ? $"; {NumberWriter.VietnameseCount(coming)} đơn vị chưa nộp" : "")}",
                };
            }

            if (Of(DutyKind.AppraiseAgain, "giải trình giữ nguyên điểm tự chấm, chờ thẩm định lần 2", Where(group[0].Folder), group.Where(line => line.Folder.Card.State == ScorecardState.SecondAppraisal), line => Kept(line).Count(leaf => ScorecardRights.Appraises(person, line.Folder, leaf))) is { } second)
            {
                yield return second with { Detail = fields };
            }
        }
    }

    /// <summary>Scorecards whose step this person can end, as appraiser or coordinator, or whose result the coordinator can agree.</summary>
    public IEnumerable<Duty> OfSteps()
    {
        foreach (var group in lines.GroupBy(line => line.Folder.Round.Id).Select(group => group.ToList()))
        {
            var title = group[0].Folder.Round.Title;
            if (Of(DutyKind.EndStep, "phiếu đủ điều kiện kết thúc bước", title, group, line => IsAtEnd(line) ? 1 : 0) is { } ready)
            {
                yield return ready;
            }

            if (person.Has(StaffRoles.Coordinator) && Of(DutyKind.Agree, "phiếu chờ thống nhất kết quả", title, group, line => IsAgreeable(line) ? 1 : 0) is { } agreeable)
            {
                yield return agreeable;
            }
        }
    }

    /// <summary>Who is late, what the survey lacks, which rounds can end.</summary>
    public IEnumerable<Duty> OfCoordinator()
    {
        foreach (var group in lines.Where(_ => person.Has(StaffRoles.Coordinator)).GroupBy(line => line.Folder.Round.Id).Select(group => group.ToList()))
        {
            var round = group[0].Folder.Round;
            foreach (var late in group.Select(line => line.Folder).Where(folder => folder.Card.State != ScorecardState.Agreed && folder.Deadline < now).GroupBy(folder => folder.Card.State).OrderBy(late => late.Key))
            {
                yield return new(DutyKind.Remind, $"phiếu quá hạn bước {VietnameseText.InSentence(StepOf(late.Key))}", round.Title, late.Count())
                {
                    Until = late.Min(folder => folder.Deadline),
                    Subject = round.Id,
                    Detail = Some(late.Select(folder => folder.Unit.Name), "đơn vị"),
                };
            }

            var unsurveyed = group.Where(line => line.Folder.Applicable.Any(leaf => leaf.Component == Component.Survey && line.Scores.Counting(leaf) is null && ScorecardRights.MayEverScore(person, line.Folder, leaf, ScoreStage.Survey))).ToList();
            if (unsurveyed.Count > 0)
            {
                yield return new(DutyKind.Survey, "đơn vị chưa có đủ điểm điều tra xã hội học", round.Title, unsurveyed.Count) { All = group.Count, Subject = round.Id };
            }

            if (group.TrueForAll(line => line.Folder.Card.State == ScorecardState.Agreed))
            {
                yield return new(DutyKind.Close, "kỳ đánh giá đã thống nhất đủ, chờ kết thúc chấm điểm", round.Title, 1) { Subject = round.Id, Until = round.Deadlines.FirstOrDefault(deadline => deadline.Step == RoundStep.Agreement)?.Until };
            }
        }
    }

    /// <summary>On what the council has to give its opinion: what the unit keeps, and other points count.</summary>
    public IEnumerable<Duty> OfCouncil() =>
        from line in lines
        where person.Has(StaffRoles.CouncilMember) && line.Folder.Card.State == ScorecardState.SecondAppraisal
        let seen = SeenStages.Of(person, line.Folder)
        let scores = new Scores(line.Scores.Marks.Where(mark => seen.Has(mark.Stage)))
        let left = explanations[line.Folder.Card.Id].Count(explanation => line.Folder.Leaf(explanation.CriterionId) is { } leaf && scores.OpinionsDiffer(leaf, explanation))
        where left > 0
        group (line.Folder, left) by line.Folder.Round.Id into round
        select new Duty(DutyKind.Deliberate, "nội dung còn ý kiến khác nhau", round.First().Folder.Round.Title, round.Sum(part => part.left))
        {
            Until = round.Min(part => part.Folder.Deadline),
            Subject = round.Key,
            Detail = Some(round.Select(part => part.Folder.Unit.Name), "đơn vị"),
        };

    private static string Title(ScorecardPlace folder) => $"Phiếu chấm điểm năm {folder.Round.Year} của {folder.Unit.Name}";

    private static string Where(ScorecardPlace folder) => $"{folder.Group.UnitGroup.Name}, năm {folder.Round.Year}";

    private static string StepOf(ScorecardState state) => state == ScorecardState.SelfScoring ? "Tự chấm điểm" : ScorecardWords.Of(state);

    /// <summary>The first of some names, and how many there are besides.</summary>
    internal static string Some(IEnumerable<string> names, string what)
    {
        var all = names.ToList();
        return string.Join(", ", all.Take(MostNamed)) + (all.Count > MostNamed ? $" và {NumberWriter.VietnameseCount(all.Count - MostNamed)} {what} khác" : "");
    }

    /// <summary>One duty of several scorecards, most urgent first; <c>null</c> when nothing is left in them.</summary>
    private static Duty? Of(DutyKind kind, string what, string where, IEnumerable<ScorecardLine> lines, Func<ScorecardLine, int> left)
    {
        var parts = lines.Select(line => new DutyPart(line.Folder.Unit.Name, line.Folder.Card.Id, left(line), line.Folder.Deadline)).Where(part => part.Left > 0).OrderBy(part => part.Until ?? DateTime.MaxValue).ToList();
        return parts.Count == 0 ? null : new(kind, what, where, parts.Sum(part => part.Left)) { Until = parts[0].Until, Subject = parts[0].Subject, Parts = parts };
    }

    /// <summary>Leaves whose own score the unit keeps and that the second appraisal has not answered.</summary>
    private IEnumerable<Criterion> Kept(ScorecardLine line) =>
        explanations[line.Folder.Card.Id].Where(explanation => explanation.KeepsSelfScore == true).Select(explanation => line.Folder.Leaf(explanation.CriterionId)).OfType<Criterion>()
            .Where(leaf => line.Scores.At(leaf, ScoreStage.SecondAppraisal)?.Answer.IsGiven(leaf) != true);

    private bool IsAtEnd(ScorecardLine line) => line.Folder.Card.State switch
    {
        ScorecardState.FirstAppraisal => ScorecardRights.MayEverMove(person, line.Folder, ScorecardAct.EndFirstAppraisal) && line.Scores.Progress(ScoreStage.FirstAppraisal, line.Folder.Set.Leaves) is var (given, all) && given == all,
        ScorecardState.Explanation => !ScorecardRights.IsOwnUnit(person, line.Folder) && ScorecardRights.MayEverMove(person, line.Folder, ScorecardAct.EndExplanation) && (line.Folder.Deadline < now || !explanations[line.Folder.Card.Id].Any(explanation => explanation.IsOpen)),
        _ => false,
    };

    private bool IsAgreeable(ScorecardLine line) =>
        line.Folder.Card.State == ScorecardState.SecondAppraisal && ScorecardRights.MayEverMove(person, line.Folder, ScorecardAct.Agree)
        && line.Folder.Applicable.All(leaf => line.Scores.Counting(leaf) is not null) && !Kept(line).Any();
}
