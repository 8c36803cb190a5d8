using ParIndex.Application.Accounts;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Evidence;
using ParIndex.Domain.Rounds;
using ParIndex.Domain.Scorecards;
using ParIndex.Domain.Units;

namespace ParIndex.Application.Seeding.Demo;

/// <summary>A round with everything that is saved with it.</summary>
/// <param name="Round">The round.</param>
/// <param name="Scorecards">The scorecards of its participants.</param>
/// <param name="Rows">Assignments, and what belongs to scorecards.</param>
/// <param name="Files">The bytes of stored files.</param>
internal sealed record FilledRound(Round Round, IReadOnlyList<Scorecard> Scorecards, IEnumerable<object> Rows, IReadOnlyDictionary<StoredFile, byte[]> Files);

/// <summary>
/// The rounds of Tỉnh Mẫu with their scorecards: three closed and published, one of communes that supplemented the last of
/// them, one open, and one of the agencies of the centre, which is agreed and waits for its approval.
/// </summary>
internal sealed class DemoRounds(DemoIds ids, DemoCriteria criteria, IReadOnlyDictionary<string, UnitGroup> groups, IReadOnlyDictionary<string, Unit> units, IReadOnlyDictionary<string, StaffAccount> accounts)
{
    private const string LegalBasis = "Quyết định ban hành Bộ tiêu chí, Điều 3";

    /// <summary>The body that has the central agencies assessed; a year has one round of each body.</summary>
    private const string Committee = "Ban Chỉ đạo cải cách hành chính Tỉnh Mẫu";

    /// <summary>The body that has the communes assessed in the year that got them in a supplement.</summary>
    private const string CommuneCouncil = "Hội đồng thẩm định cấp xã Tỉnh Mẫu";

    /// <summary>The year the days of the open round lie in.</summary>
    private const int FarAhead = 2030;

    private Guid Coordinator => accounts[DemoAccounts.Coordinator].Id;

    /// <summary>A round whose results were published; its points came from elsewhere, nobody moved a scorecard.</summary>
    public FilledRound Published(int year)
    {
        var begun = Begin(year, new DateTime(year, 11, 17, 1, 0, 0, DateTimeKind.Utc), $"{year}", DemoSeed.Province, $"Kỳ đánh giá Chỉ số cải cách hành chính năm {year}", GroupsOf(year));
        var built = Finish(begun, $"{year}", DemoReleases.PublishedOn(year), version: 1);
        return year != DemoYears.Corrected ? built
            : Amend(Amend(built, AmendmentKind.Correction, DemoMisreading.OfDistrict.Reason, DemoReleases.CorrectedAt, version: 2), AmendmentKind.Revision, DemoMisreading.OfDepartment.Reason, DemoReleases.RevisedAt, version: 3);
    }

    /// <summary>The central agencies of a published year: supplemented, and taken back.</summary>
    public FilledRound Withdrawn()
    {
        const int year = DemoYears.Withdrawn;
        const string name = $"{DemoYears.CentralAgencies}/2023";
        var begun = Begin(year, new DateTime(year, 12, 11, 1, 0, 0, DateTimeKind.Utc), name, Committee, $"Kỳ đánh giá bổ sung năm {year}: các cơ quan Trung ương đóng trên địa bàn", [DemoYears.CentralAgencies]);
        return Amend(Finish(begun, name, DemoReleases.AgenciesAt, version: 2), AmendmentKind.Withdrawal, DemoReleases.WhyWithdrawn, DemoReleases.WithdrawnAt, version: 3);
    }

    /// <summary>The communes of a published year, assessed by themselves and published in a supplement.</summary>
    public FilledRound PublishedCommunes()
    {
        const int year = DemoYears.Supplemented;
        const string name = DemoYears.Communes;
        var begun = Begin(year, new DateTime(year, 12, 2, 1, 0, 0, DateTimeKind.Utc), name, CommuneCouncil, $"Kỳ đánh giá bổ sung năm {year}: các xã, phường, thị trấn", [name]);
        return Finish(begun, name, DemoReleases.SupplementedAt, version: 2);
    }

    /// <summary>The round under way. Units had until January to score themselves; all later days lie far ahead, so that it can always be tried.</summary>
    public FilledRound Open()
    {
        const int year = DemoYears.Open;
        var opened = new DateTime(year, 11, 17, 1, 0, 0, DateTimeKind.Utc);
        var (round, roundGroups, assignments) = Begin(year, opened, $"{year}", DemoSeed.Province, $"Kỳ đánh giá Chỉ số cải cách hành chính năm {year}", GroupsOf(year));
        SetDeadlines(round, $"{year}", [(1, 10), (2, 10), (2, 20), (3, 5), (3, 15)], step => step == RoundStep.SelfScore ? year + 1 : FarAhead);
        foreach (var participant in roundGroups.SelectMany(pair => pair.Group.Participants))
        {
            var unit = UnitOf(participant);
            if (DemoOpenRound.Of(unit.Code).Extended is { } reason)
            {
                ids.Fix(participant.Extend(RoundStep.SelfScore, new DateTime(FarAhead, 1, 20, 10, 0, 0, DateTimeKind.Utc), reason, Coordinator, new DateTime(year + 1, 1, 9, 3, 0, 0, DateTimeKind.Utc)), $"{year}/{unit.Code}");
            }
        }

        round.Move(RoundState.Open, Coordinator, opened, note: null);
        return Named(Walk(round, roundGroups, assignments, new(opened), DemoOpenRound.Of), $"{year}");
    }

    /// <summary>The central agencies of a published year, assessed after it: agreed and closed, so that it can be approved and published.</summary>
    public FilledRound Supplement()
    {
        const int year = DemoYears.Supplemented;
        const string name = DemoYears.CentralAgencies;
        var opened = new DateTime(year + 1, 5, 5, 1, 0, 0, DateTimeKind.Utc);
        var (round, roundGroups, assignments) = Begin(year, opened, name, Committee, $"Kỳ đánh giá bổ sung năm {year}: các cơ quan Trung ương đóng trên địa bàn", [name]);
        SetDeadlines(round, name, [(6, 28), (7, 22), (8, 2), (8, 10), (8, 20)], _ => year + 1);
        round.Move(RoundState.Open, Coordinator, opened, note: null);
        var walked = Walk(round, roundGroups, assignments, new(opened), code => new(code, DemoReach.Agreed));
        round.Move(RoundState.Closed, Coordinator, new DateTime(year + 1, 8, 25, 2, 0, 0, DateTimeKind.Utc), "Hội đồng thẩm định đã thống nhất kết quả");
        return Named(walked, name);
    }

    private static IEnumerable<string> GroupsOf(int year) => DemoYears.Groups.Where(pair => pair.Year == year).Select(pair => pair.Group);

    private Unit UnitOf(Participant participant) => units.Values.Single(unit => unit.Id == participant.UnitId);

    private (Round Round, List<(RoundGroup Group, CriteriaSet Set)> Groups, List<AppraiserAssignment> Assignments) Begin(int year, DateTime opened, string name, string authority, string title, IEnumerable<string> slugs)
    {
        var round = ids.Fix(new Round(year, authority, title), name);
        var added = slugs.Select(slug => (Group: AddGroup(round, slug, opened), Set: criteria[year, slug])).ToList();
        added.ForEach(pair => pair.Set.Lock(opened));
        return (round, added, [.. added.SelectMany(pair => Assignments(pair.Group, pair.Set))]);
    }

    private FilledRound Finish((Round Round, List<(RoundGroup Group, CriteriaSet Set)> Groups, List<AppraiserAssignment> Assignments) begun, string name, DateTime published, int version)
    {
        var (round, year, opened) = (begun.Round, begun.Round.Year, begun.Groups[0].Set.LockedAt!.Value);
        SetDeadlines(round, name, [(1, 10), (2, 10), (2, 20), (3, 5), (3, 15)], _ => year + 1);
        var scorecards = begun.Groups.SelectMany(pair => pair.Group.Participants.Select(participant => Scorecard(participant, pair.Set, year))).ToList();
        var evidence = new DemoEvidence(ids, year, accounts[DemoAccounts.Coordinator], opened);
        if (year == DemoYears.Open - 1)
        {
            // What a unit of the open round can point to again.
            begun.Groups.ForEach(pair => Prove(evidence, pair.Group, pair.Set, scorecards, opened.AddDays(25)));
        }

        round.Move(RoundState.Open, Coordinator, opened, note: null);
        round.Move(RoundState.Closed, Coordinator, published.AddDays(-21).AddHours(7), "Hội đồng thẩm định đã thống nhất kết quả");
        round.Move(RoundState.Published, accounts[DemoAccounts.Publisher].Id, published, $"Bản công bố lần {version}");
        return Named(new(round, scorecards, [.. begun.Assignments, .. evidence.Rows], evidence.Files), name);
    }

    /// <summary>Published results taken up again by two people, and published anew.</summary>
    private FilledRound Amend(FilledRound built, AmendmentKind kind, string reason, DateTime published, int version)
    {
        var (round, known) = (built.Round, built.Round.Moves.Count);
        var name = $"{round.Authority}/{round.Year}/{version}";
        round.Amend(ids.Fix(new RoundAmendment(kind, reason, Coordinator, published.AddDays(-10)), name));
        round.Move(RoundState.Published, accounts[DemoAccounts.Publisher].Id, published, $"Bản công bố lần {version}");
        foreach (var move in round.Moves.Skip(known))
        {
            ids.Fix(move, $"{name}/{move.To}");
        }

        return built;
    }

    private FilledRound Walk(Round round, List<(RoundGroup Group, CriteriaSet Set)> roundGroups, IEnumerable<object> assignments, DemoDays days, Func<string, DemoStory> story)
    {
        var desk = new DemoDesk(ids, criteria, accounts, days, new(ids, round.Year, accounts[DemoAccounts.Coordinator], days.Opened));
        var scorecards = new List<Scorecard>();
        foreach (var (group, set) in roundGroups)
        {
            scorecards.AddRange(group.Participants.Select(participant => (participant, Unit: UnitOf(participant))).Select(pair => new DemoWalk(desk, pair.participant, pair.Unit, set, story(pair.Unit.Code)).Run()));
        }

        return new(round, scorecards, [.. assignments, .. desk.Rows, .. desk.Evidence.Rows], desk.Files.Concat(desk.Evidence.Files).ToDictionary());
    }

    private FilledRound Named(FilledRound built, string name)
    {
        foreach (var move in built.Round.Moves)
        {
            ids.Fix(move, $"{name}/{move.To}");
        }

        return built;
    }

    private void SetDeadlines(Round round, string name, (int Month, int Day)[] days, Func<RoundStep, int> yearOf)
    {
        // 17:00 at UTC+7.
        round.SetDeadlines(Enum.GetValues<RoundStep>().Zip(days).ToDictionary(pair => pair.First, pair => new DateTime(yearOf(pair.First), pair.Second.Month, pair.Second.Day, 10, 0, 0, DateTimeKind.Utc)));
        foreach (var deadline in round.Deadlines)
        {
            ids.Fix(deadline, $"{name}/{deadline.Step}");
        }
    }

    private RoundGroup AddGroup(Round round, string slug, DateTime opened)
    {
        var set = criteria[round.Year, slug];
        var group = ids.Fix(round.AddGroup(groups[slug], set, DemoYears.Rules(slug, round.Year)), $"{round.Year}/{slug}");
        var lastDay = new DateOnly(round.Year, 12, 31);
        var taking = units.Values.Where(unit => unit.Kind == groups[slug].Kind && unit.ExistedIn(round.Year) && (unit.ValidTo is null || unit.ValidTo >= lastDay));
        foreach (var unit in slug == DemoYears.Communes && round.Year == DemoYears.Published[0] ? taking.Take(DemoYears.PilotCommunes) : taking)
        {
            var name = $"{round.Year}/{unit.Code}";
            var participant = ids.Fix(group.AddParticipant(unit, DemoExemptions.IsSpecialCase(unit.Code), DemoExemptions.IsRanked(unit.Code)), name);
            var reasons = DemoExemptions.Of(unit.Code);
            foreach (var leaf in set.Leaves.Where(leaf => reasons.ContainsKey(criteria.KeyOf(leaf))))
            {
                ids.Fix(participant.Exempt(leaf, reasons[criteria.KeyOf(leaf)], LegalBasis, Coordinator, opened.AddDays(-5)), $"{name}/{leaf.Code}");
            }
        }

        return group;
    }

    private Scorecard Scorecard(Participant participant, CriteriaSet set, int year)
    {
        var unit = UnitOf(participant).Code;
        var card = ids.Fix(new Scorecard(participant), $"{year}/{unit}");
        var exempted = participant.Exemptions.Select(exemption => exemption.CriterionId).ToHashSet();
        var leaves = set.Leaves.Where(leaf => !exempted.Contains(leaf.Id)).ToLookup(leaf => leaf.Component == Component.Survey);
        card.Open(ScoreStage.FirstAppraisal, leaves[false]);
        card.Open(ScoreStage.Survey, leaves[true]);
        Fill(card, set.Leaves, unit, year);
        card.Settle();
        return card;
    }

    private void Prove(DemoEvidence evidence, RoundGroup group, CriteriaSet set, List<Scorecard> scorecards, DateTime at)
    {
        foreach (var participant in group.Participants)
        {
            var (unit, card) = (UnitOf(participant), scorecards.Single(known => known.ParticipantId == participant.Id));
            if (accounts.TryGetValue(DemoAccounts.Officer(unit.Code), out var officer))
            {
                foreach (var leaf in set.Leaves.Where(leaf => leaf.Component != Component.Survey && card.Cell(ScoreStage.FirstAppraisal, leaf.Id) is not null))
                {
                    evidence.Prove(card, leaf, criteria.KeyOf(leaf), card.Cell(ScoreStage.FirstAppraisal, leaf.Id)!.Answer, unit, officer.Id, at);
                }
            }
        }
    }

    private void Fill(Scorecard card, IReadOnlyList<Criterion> leaves, string unit, int year)
    {
        var leafById = leaves.ToDictionary(leaf => leaf.Id);
        foreach (var cell in card.Cells)
        {
            var leaf = leafById[cell.CriterionId];
            ids.Fix(cell, $"{year}/{unit}/{cell.Stage}/{leaf.Code}");
            var (key, points) = (criteria.KeyOf(leaf), DemoTies.Points(leaf, criteria.KeyOf(leaf), unit, year));
            var figures = DemoTies.Figures(leaf, key, unit, year);
            cell.Score(leaf, points, figures, (leaf.Rule as LevelsRule)?.Levels.ToList().FindIndex(level => level.Points == points), DemoAnswers.Reason(leaf, points, figures, $"{key}|{unit}|{year}"));
        }
    }

    /// <summary>Each field has an appraiser for all units, and the deputy for the unit that appraiser works at.</summary>
    private IEnumerable<AppraiserAssignment> Assignments(RoundGroup group, CriteriaSet set)
    {
        foreach (var field in set.Criteria.Where(criterion => criterion.ParentId is null))
        {
            yield return ids.Fix(new AppraiserAssignment(group, accounts[DemoAccounts.AppraiserOf(field.Code, unitCode: "")].Id, field, participant: null), $"{group.Id}/{field.Code}");
            foreach (var participant in group.Participants)
            {
                var unit = UnitOf(participant).Code;
                if (DemoAccounts.AppraiserOf(field.Code, unit) == DemoAccounts.Deputy)
                {
                    yield return ids.Fix(new AppraiserAssignment(group, accounts[DemoAccounts.Deputy].Id, field, participant), $"{group.Id}/{field.Code}/{unit}");
                }
            }
        }
    }
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
