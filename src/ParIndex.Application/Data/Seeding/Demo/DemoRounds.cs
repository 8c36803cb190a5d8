using ParIndex.Application.Staff;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Rounds;
using ParIndex.Domain.Scorecards;
using ParIndex.Domain.Scoring;
using ParIndex.Domain.Units;

namespace ParIndex.Application.Data.Seeding.Demo;

/// <summary>The rounds of Tỉnh Mẫu with their scorecards: three closed and published, one open.</summary>
internal sealed class DemoRounds(DemoIds ids, DemoCriteria criteria, IReadOnlyDictionary<string, UnitGroup> groups, IReadOnlyDictionary<string, Unit> units, IReadOnlyDictionary<string, StaffAccount> accounts)
{
    private const string LegalBasis = "Quyết định ban hành Bộ tiêu chí, Điều 3";

    private Guid Coordinator => accounts[DemoAccounts.Coordinator].Id;

    /// <summary>A round all of whose leaves are appraised, or the open one with what units have filled in so far.</summary>
    public (Round Round, IReadOnlyList<Scorecard> Scorecards, IReadOnlyList<AppraiserAssignment> Assignments) Build(int year)
    {
        var opened = new DateTime(year, 11, 17, 1, 0, 0, DateTimeKind.Utc);
        var round = ids.Fix(new Round(year, DemoSeed.Province, $"Kỳ đánh giá Chỉ số cải cách hành chính năm {year}"), $"{year}");
        var (scorecards, assignments) = (new List<Scorecard>(), new List<AppraiserAssignment>());
        foreach (var (slug, _) in DemoYears.Groups.Where(pair => pair.Year == year))
        {
            var group = AddGroup(round, slug, opened);
            scorecards.AddRange(group.Participants.Select((participant, position) => Scorecard(participant, criteria[year, slug], year, position)));
            assignments.AddRange(Assignments(group, criteria[year, slug]));
            criteria[year, slug].Lock(opened);
        }

        SetDeadlines(round, year);
        round.Move(RoundState.Open, Coordinator, opened, note: null);
        if (year < DemoYears.Open)
        {
            round.Move(RoundState.Closed, Coordinator, new DateTime(year + 1, 3, 20, 9, 0, 0, DateTimeKind.Utc), "Hội đồng thẩm định đã thống nhất kết quả");
            round.Move(RoundState.Published, accounts[DemoAccounts.Publisher].Id, new DateTime(year + 1, 4, 10, 2, 0, 0, DateTimeKind.Utc), "Bản công bố lần 1");
        }

        foreach (var move in round.Moves)
        {
            ids.Fix(move, $"{year}/{move.To}");
        }

        return (round, scorecards, assignments);
    }

    /// <summary>Closed years ran over one winter; the open round's days lie far ahead, so that it can always be tried.</summary>
    private void SetDeadlines(Round round, int year)
    {
        var first = year < DemoYears.Open ? year + 1 : 2030;
        (RoundStep Step, int Month, int Day)[] days =
            [(RoundStep.SelfScore, 1, 10), (RoundStep.FirstAppraisal, 2, 10), (RoundStep.Explanation, 2, 20), (RoundStep.SecondAppraisal, 3, 5), (RoundStep.Agreement, 3, 15)];
        foreach (var (step, month, day) in days)
        {
            // 17:00 at UTC+7.
            round.SetDeadline(step, new DateTime(first, month, day, 10, 0, 0, DateTimeKind.Utc));
            ids.Fix(round.Deadlines[^1], $"{year}/{step}");
        }
    }

    private RoundGroup AddGroup(Round round, string slug, DateTime opened)
    {
        var set = criteria[round.Year, slug];
        var group = ids.Fix(round.AddGroup(groups[slug], set, DemoYears.Rules(slug, round.Year)), $"{round.Year}/{slug}");
        var lastDay = new DateOnly(round.Year, 12, 31);
        foreach (var unit in units.Values.Where(unit => unit.Kind == groups[slug].Kind && unit.ExistedIn(round.Year) && (unit.ValidTo is null || unit.ValidTo >= lastDay)))
        {
            var name = $"{round.Year}/{unit.Code}";
            var participant = ids.Fix(group.AddParticipant(unit, DemoExemptions.IsSpecialCase(unit.Code), DemoExemptions.IsRanked(unit.Code)), name);
            var reasons = DemoExemptions.Of(unit.Code);
            foreach (var leaf in set.Leaves.Where(leaf => reasons.ContainsKey(criteria.KeyOf(leaf))))
            {
                ids.Fix(participant.Exempt(leaf, reasons[criteria.KeyOf(leaf)], LegalBasis, Coordinator, opened.AddDays(-5)), $"{name}/{leaf.Code}");
            }

            if (round.Year == DemoYears.Open && unit.Code == "xa-mau-thuy")
            {
                ids.Fix(participant.Extend(RoundStep.SelfScore, new DateTime(2030, 1, 20, 10, 0, 0, DateTimeKind.Utc), "Thiên tai làm gián đoạn đường truyền từ ngày 20 đến ngày 28/11", Coordinator, opened.AddDays(14)), name);
            }
        }

        return group;
    }

    private Scorecard Scorecard(Participant participant, CriteriaSet set, int year, int position)
    {
        var unit = units.Values.Single(unit => unit.Id == participant.UnitId).Code;
        var card = ids.Fix(new Scorecard(participant), $"{year}/{unit}");
        var exempted = participant.Exemptions.Select(exemption => exemption.CriterionId).ToHashSet();
        var leaves = set.Leaves.Where(leaf => !exempted.Contains(leaf.Id)).ToList();
        var appraised = leaves.Where(leaf => leaf.Component != Component.Survey).ToList();
        if (year == DemoYears.Open)
        {
            card.Open(ScoreStage.SelfScore, appraised);
            Fill(card, appraised, unit, year, DemoProgress.Filled(position, appraised.Count));
        }
        else
        {
            card.Open(ScoreStage.FirstAppraisal, appraised);
            card.Open(ScoreStage.Survey, leaves.Except(appraised));
            Fill(card, leaves, unit, year, card.Cells.Count);
            card.Settle();
        }

        return card;
    }

    private void Fill(Scorecard card, IReadOnlyList<Criterion> leaves, string unit, int year, int filled)
    {
        var leafById = leaves.ToDictionary(leaf => leaf.Id);
        for (var i = 0; i < card.Cells.Count; i++)
        {
            var (cell, leaf) = (card.Cells[i], leafById[card.Cells[i].CriterionId]);
            ids.Fix(cell, $"{year}/{unit}/{cell.Stage}/{leaf.Code}");
            if (i < filled)
            {
                cell.Score(leaf, DemoTies.Points(leaf, criteria.KeyOf(leaf), unit, year), DemoTies.Figures(leaf, criteria.KeyOf(leaf), unit, year));
            }
        }
    }

    /// <summary>Each field has an appraiser for all units, and the deputy for the unit that appraiser works at.</summary>
    private IEnumerable<AppraiserAssignment> Assignments(RoundGroup group, CriteriaSet set)
    {
        foreach (var field in set.Criteria.Where(criterion => criterion.ParentId is null))
        {
            var (staffCode, unit, _) = DemoAccounts.Appraisers.FirstOrDefault(appraiser => appraiser.Fields.Contains(field.Code), DemoAccounts.Appraisers[0]);
            yield return ids.Fix(new AppraiserAssignment(group, accounts[staffCode].Id, field, participant: null), $"{group.Id}/{field.Code}");
            if (group.Participants.FirstOrDefault(participant => participant.UnitId == units[unit].Id) is { } own)
            {
                yield return ids.Fix(new AppraiserAssignment(group, accounts[DemoAccounts.Deputy].Id, field, own), $"{group.Id}/{field.Code}/{unit}");
            }
        }
    }
}

/// <summary>How far units have come in the open round: a third has not begun, a third is under way, a third is done.</summary>
internal static class DemoProgress
{
    public static int Filled(int position, int leaves) => (position % 3) switch
    {
        0 => leaves * 3 / 5,
        1 => leaves,
        _ => 0,
    };
}

/// <summary>Two departments that end 2024 with equal points by different parts, so that a shared place can be seen.</summary>
internal static class DemoTies
{
    private const string Model = "so-giao-duc-va-dao-tao";

    private const string Twin = "so-xay-dung";

    /// <summary>The raw figures; none where the tie was made by hand.</summary>
    public static RawFigures Figures(Criterion leaf, string key, string unit, int year) =>
        year != 2024 || unit != Twin ? DemoScores.Figures(leaf, key, unit, year)
            : key is "8.1" or "7.4" ? default : DemoScores.Figures(leaf, key, Model, year);

    public static decimal Points(Criterion leaf, string key, string unit, int year)
    {
        if (year != 2024 || unit != Twin)
        {
            return DemoScores.Points(leaf, key, unit, year);
        }

        var points = DemoScores.Points(leaf, key, Model, year);
        return key switch
        {
            "8.1" => points + 0.5m,
            "7.4" => points - 0.5m,
            _ => points,
        };
    }
}
