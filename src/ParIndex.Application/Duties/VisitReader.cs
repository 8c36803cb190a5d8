using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Accounts;
using ParIndex.Application.Data;
using ParIndex.Application.Rounds;
using ParIndex.Application.Scorecards;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Rounds;
using ParIndex.Domain.Scorecards;
using ParIndex.Domain.Staff;

namespace ParIndex.Application.Duties;

/// <summary>
/// What others did to a person's work since that person was last here, newest first: of the own unit's scorecard to those who
/// score it, of the scorecards assigned to those who appraise, of all to the coordinator. Read from what is kept anyway, in so
/// many queries whatever the number of units.
/// </summary>
public sealed class VisitReader(ParIndexDb db, TimeProvider clock)
{
    /// <summary>Most rows of one kind that are read; units and leaves named in one line.</summary>
    private const int MostRows = 500, MostNamed = 4;

    /// <summary>The changes.</summary>
    /// <param name="person">Whose work.</param>
    /// <param name="since">When the person was last here, UTC.</param>
    /// <param name="cancel">Stops the work.</param>
    public async Task<IReadOnlyList<VisitChange>> OfAsync(StaffAccount person, DateTime since, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(person);
        var found = new List<VisitChange>();
        if (person.Has(StaffRoles.UnitOfficer | StaffRoles.Appraiser | StaffRoles.Coordinator))
        {
            found.AddRange(await OfScorecardsAsync(person, since, cancel));
            found.AddRange(await DeadlinesAsync(person, since, cancel));
        }

        var now = clock.GetUtcNow().UtcDateTime;
        found.AddRange((await db.Releases.AsNoTracking().Where(release => release.PublishedAt > since && release.PublishedAt <= now).Select(release => new { release.PublishedAt, release.Year, release.VersionNumber }).ToListAsync(cancel))
            .Select(release => new VisitChange(release.PublishedAt, $"Công bố kết quả năm {release.Year}{(release.VersionNumber > 1 ? $", lần {release.VersionNumber}" : "")}", ChangePlace.Results) { Year = release.Year }));
        found.AddRange((await db.TwoPersonRequests.AsNoTracking().Where(request => request.RequestedBy == person.Id && request.DecidedAt > since).Select(request => new { request.DecidedAt, request.State, request.Summary }).ToListAsync(cancel))
            .Select(request => new VisitChange(request.DecidedAt!.Value, $"{(request.State == TwoPersonState.Agreed ? "Đã đồng ý" : "Không đồng ý")} đề nghị của anh/chị: {request.Summary}", ChangePlace.Requests)));
        return [.. found.OrderByDescending(change => change.At)];
    }

    private async Task<IReadOnlyList<VisitChange>> OfScorecardsAsync(StaffAccount person, DateTime since, CancellationToken cancel)
    {
        var (me, places) = (person.Id, Of(person));
        var own = person.Has(StaffRoles.UnitOfficer) ? places.Where(place => place.UnitId == person.UnitId) : places.Where(_ => false);
        var moves = await (from move in db.Set<ScorecardMove>()
                           join place in places on move.ScorecardId equals place.Card
                           where move.At > since && move.By != me
                           orderby move.Sequence descending
                           select new { move.Act, move.At, move.By, move.Note, Place = place }).Take(MostRows).ToListAsync(cancel);
        var answers = await (from answer in db.Explanations
                             join place in places on answer.ScorecardId equals place.Card
                             join leaf in db.Set<Criterion>() on answer.CriterionId equals leaf.Id
                             where answer.AnsweredAt > since && answer.AnsweredBy != me
                             orderby answer.AnsweredAt descending
                             select new Touch { At = answer.AnsweredAt!.Value, By = answer.AnsweredBy!.Value, Leaf = leaf.Id, Code = leaf.Code, Place = place }).Take(MostRows).ToListAsync(cancel);
        var edits = await (from edit in db.ScoreEdits
                           join cell in db.Set<ScoreCell>() on edit.CellId equals cell.Id
                           join place in own on cell.ScorecardId equals place.Card
                           join leaf in db.Set<Criterion>() on cell.CriterionId equals leaf.Id
                           where edit.At > since && edit.By != me && cell.Stage == ScoreStage.SelfScore
                           orderby edit.Sequence descending
                           select new Touch { At = edit.At, By = edit.By, Leaf = leaf.Id, Code = leaf.Code, Was = edit.PointsBefore, Is = edit.Points, Place = place }).Take(MostRows).ToListAsync(cancel);
        var documents = await (from link in db.EvidenceLinks
                               join place in own on link.ScorecardId equals place.Card
                               join leaf in db.Set<Criterion>() on link.CriterionId equals leaf.Id
                               where link.At > since && link.By != me
                               orderby link.At descending
                               select new Touch { At = link.At, By = link.By, Leaf = leaf.Id, Code = leaf.Code, Document = link.DocumentId, Place = place }).Take(MostRows).ToListAsync(cancel);
        var extensions = await (from extension in db.Set<Extension>()
                                join place in places on extension.ParticipantId equals place.Participant
                                where extension.At > since && extension.By != me
                                orderby extension.Sequence descending
                                select new { extension.At, extension.By, extension.Step, extension.Until, Place = place }).Take(MostRows).ToListAsync(cancel);

        var unitIds = moves.Select(move => move.Place.UnitId).Concat(answers.Select(answer => answer.Place.UnitId)).Concat(extensions.Select(extension => extension.Place.UnitId)).ToHashSet();
        var units = await db.Units.AsNoTracking().Where(unit => unitIds.Contains(unit.Id)).ToDictionaryAsync(unit => unit.Id, unit => unit.CurrentName.Name, cancel);
        var names = await StaffNames.OfAsync(db, [.. moves.Select(move => move.By).Concat(answers.Concat(edits).Concat(documents).Select(touch => touch.By)).Concat(extensions.Select(extension => extension.By)).Distinct()], cancel);
        return
        [
            .. from move in moves
               group move by (move.Act, move.Place.Round) into same
               let all = same.ToList()
               let isOne = all.Count == 1
               select new VisitChange(all[0].At, $"{ScorecardWords.Of(same.Key.Act)}{Units(all.Select(move => units[move.Place.UnitId]))}{(isOne && all[0].Note is { } note ? $". Lý do: {note}" : "")}", isOne ? ChangePlace.Course : ChangePlace.Scorecards)
               {
                   Subject = isOne ? all[0].Place.Card : null,
                   Who = isOne ? names.GetValueOrDefault(all[0].By) : null,
               },
            .. answers.DistinctBy(touch => touch.Place.UnitId).Count() > MostNamed
                ? [new(answers[0].At, $"Trả lời giải trình{Units(answers.Select(touch => units[touch.Place.UnitId]))}", ChangePlace.Scorecards)]
                : from touch in answers
                  group touch by (touch.By, touch.Place.Card) into same
                  let all = same.ToList()
                  select new VisitChange(all[0].At, $"Trả lời giải trình, {units[all[0].Place.UnitId]}{Leaves(all)}", ChangePlace.Explanations) { Subject = same.Key.Card, Who = names.GetValueOrDefault(same.Key.By) },
            .. from touch in edits
               group touch by (touch.By, touch.Place.Card) into same
               let all = same.DistinctBy(touch => touch.Leaf).ToList()
               select new VisitChange(all[0].At, all.Count == 1 ? $"Tự chấm {all[0].Code}: {Points(same.Last().Was)} → {Points(all[0].Is)}" : $"Tự chấm{Leaves(all)}", ChangePlace.Sheet) { Subject = same.Key.Card, Leaf = all.Count == 1 ? all[0].Leaf : null, Who = names.GetValueOrDefault(same.Key.By) },
            .. from touch in documents
               group touch by (touch.By, touch.Place.Card) into same
               let all = same.DistinctBy(touch => touch.Leaf).ToList()
               select new VisitChange(all[0].At, $"Thêm {NumberWriter.VietnameseCount(same.DistinctBy(touch => touch.Document).Count())} tài liệu kiểm chứng{Leaves(all)}", all.Count == 1 ? ChangePlace.Sheet : ChangePlace.Documents) { Subject = same.Key.Card, Leaf = all.Count == 1 ? all[0].Leaf : null, Who = names.GetValueOrDefault(same.Key.By) },
            .. extensions.Select(extension => new VisitChange(extension.At, $"Gia hạn bước {RoundWords.InSentence(extension.Step)} của {units[extension.Place.UnitId]} đến {DateWriter.VietnameseHour(extension.Until)}", ChangePlace.Course) { Subject = extension.Place.Card, Who = names.GetValueOrDefault(extension.By) }),
        ];
    }

    /// <summary>Deadlines of open rounds, which only the audit log dates: each as it was at the last visit, and as it is.</summary>
    private async Task<IReadOnlyList<VisitChange>> DeadlinesAsync(StaffAccount person, DateTime since, CancellationToken cancel)
    {
        var moved = await (from act in db.AuditEvents
                           where act.At > since && act.Actor != person.StaffCode
                           from change in act.Changes
                           where change.Entity == nameof(RoundDeadline) && change.Property == nameof(RoundDeadline.Until) && change.OldValue != null && change.NewValue != null
                           orderby act.Sequence
                           select new { act.At, change.EntityId, Was = change.OldValue! }).Take(MostRows).ToListAsync(cancel);
        var ids = moved.Select(change => Guid.Parse(change.EntityId)).ToHashSet();
        var deadlines = ids.Count == 0 ? [] : await (from round in db.Rounds
                                                     where round.State == RoundState.Open
                                                     from deadline in round.Deadlines
                                                     where ids.Contains(deadline.Id)
                                                     select new { deadline.Id, deadline.Step, deadline.Until, round.Title, Round = round.Id }).ToListAsync(cancel);
        return [.. from deadline in deadlines
                   let changes = moved.Where(change => Guid.Parse(change.EntityId) == deadline.Id).ToList()
                   let was = DateTime.Parse(changes[0].Was, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind)
                   where was != deadline.Until
                   select new VisitChange(changes[^1].At, $"{deadline.Title}: hạn bước {RoundWords.InSentence(deadline.Step)} chuyển từ {DateWriter.VietnameseHour(was)} sang {DateWriter.VietnameseHour(deadline.Until)}", person.Has(StaffRoles.Coordinator) ? ChangePlace.Deadlines : ChangePlace.Scorecards) { Subject = person.Has(StaffRoles.Coordinator) ? deadline.Round : null }];
    }

    /// <summary>The scorecards of rounds under way that are the person's work.</summary>
    private IQueryable<Spot> Of(StaffAccount person)
    {
        var (me, unit, all, scores, appraises) = (person.Id, person.UnitId, person.Has(StaffRoles.Coordinator), person.Has(StaffRoles.UnitOfficer), person.Has(StaffRoles.Appraiser));
        return from card in db.Scorecards
               join participant in db.Set<Participant>() on card.ParticipantId equals participant.Id
               join roundGroup in db.Set<RoundGroup>() on participant.RoundGroupId equals roundGroup.Id
               join round in db.Rounds on roundGroup.RoundId equals round.Id
               where round.State == RoundState.Open || round.State == RoundState.Closed
               where all || (scores && participant.UnitId == unit)
                   || (appraises && participant.UnitId != unit && db.AppraiserAssignments.Any(assigned => assigned.RoundGroupId == roundGroup.Id && assigned.AccountId == me && (assigned.ParticipantId == null || assigned.ParticipantId == participant.Id)))
               select new Spot { Card = card.Id, Participant = participant.Id, UnitId = participant.UnitId, Round = round.Id };
    }

    private static string Points(decimal? points) => points is { } known ? AnswerText.Points(known) : "–";

    private static string Units(IEnumerable<string> names) =>
        names.Distinct().ToList() is var all && all.Count == 1 ? $": {all[0]}" : $", {NumberWriter.VietnameseCount(all.Count)} đơn vị: {Some(all)}";

    private static string Leaves(IEnumerable<Touch> touched) =>
        touched.Select(touch => touch.Code).Distinct().Order(StringComparer.Ordinal).ToList() is var all && all.Count == 1 ? $", tiêu chí {all[0]}" : $", {NumberWriter.VietnameseCount(all.Count)} tiêu chí: {Some(all)}";

    private static string Some(List<string> names) => string.Join(", ", names.Take(MostNamed)) + (names.Count > MostNamed ? "…" : "");

    /// <summary>Where a scorecard is.</summary>
    private sealed record Spot
    {
        public Guid Card { get; init; }

        public Guid Participant { get; init; }

        public Guid UnitId { get; init; }

        public Guid Round { get; init; }
    }

    /// <summary>A leaf that somebody scored, proved or explained.</summary>
    private sealed record Touch
    {
        public DateTime At { get; init; }

        public Guid By { get; init; }

        public Guid Leaf { get; init; }

        public required string Code { get; init; }

        public decimal? Was { get; init; }

        public decimal? Is { get; init; }

        public Guid Document { get; init; }

        public required Spot Place { get; init; }
    }
}
