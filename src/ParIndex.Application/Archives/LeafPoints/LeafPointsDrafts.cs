using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Accounts;
using ParIndex.Application.Data;
using ParIndex.Application.Imports;
using ParIndex.Application.Reading;
using ParIndex.Domain;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Imports;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Ranking;
using ParIndex.Domain.Rounds;
using ParIndex.Domain.Scorecards;
using ParIndex.Domain.Scoring;
using ParIndex.Domain.Units;

namespace ParIndex.Application.Archives.LeafPoints;

/// <summary>A unit of a workbook of points with what follows from it.</summary>
/// <param name="Points">Its leaves.</param>
/// <param name="Result">Its scale, total, index, rating and place.</param>
public sealed record LeafPointsRow(UnitPoints Points, IndexResult Result);

/// <summary>What a workbook of points says and what follows from it, before anything is stored.</summary>
/// <param name="Set">The criteria set it was read by.</param>
/// <param name="Group">The group of units.</param>
/// <param name="Rules">The rules computed with.</param>
/// <param name="Rows">The units in the order of the file.</param>
/// <param name="Remarks">What was passed over.</param>
public sealed record LeafPointsPreview(CriteriaSet Set, UnitGroup Group, GroupRules Rules, IReadOnlyList<LeafPointsRow> Rows, IReadOnlyList<Finding> Remarks)
{
    /// <summary>The mark of it: another as soon as the set, a unit or one of the figures is another.</summary>
    public string Stamp => ImportStamp.Of(
    [
        $"{Set.Id:N} {Set.Version:N} {Group.Id:N}",
        .. Rows.Select(row => $"{row.Points.Unit.Id:N} {Text(row.Result.TotalScore)} {Text(row.Result.Totals.Scale?.Value)} {Text(row.Result.Index)} {row.Result.Rating} {row.Result.Rank}"),
    ]);

    private static string Text(decimal? number) => number is { } value ? NumberWriter.DataTrimmed(value) : "";
}

/// <summary>Takes in a past year's points by unit and leaf: as a closed round, so that years can be compared.</summary>
public sealed class LeafPointsDrafts(ParIndexDb db, ImportDraftStore drafts, TimeProvider clock)
{
    /// <summary>The legal basis written with leaves that did not apply.</summary>
    public const string LegalBasis = "nhập từ số liệu năm trước";

    /// <summary>Criteria sets whose year and group have no round yet, newest first.</summary>
    public async Task<IReadOnlyList<CriteriaSet>> SetsWithoutRoundAsync(CancellationToken cancel = default)
    {
        var taken = db.Rounds.Where(round => round.State != RoundState.Cancelled).SelectMany(round => round.Groups.Select(group => group.CriteriaSetId));
        return await db.CriteriaSets.AsNoTracking().Where(set => !taken.Contains(set.Id)).OrderByDescending(set => set.Year).ThenBy(set => set.GroupSlug).ToListAsync(cancel);
    }

    /// <summary>The way of a workbook: its stamp is made of the set it is read by and of every unit's figures.</summary>
    private ImportPath<LeafPointsPreview> Path => new(drafts, async (draft, cancel) => await PreviewAsync(draft, cancel), (_, preview) => preview.Stamp);

    /// <summary>Reads a workbook; when that succeeds the file is kept for the decision.</summary>
    /// <exception cref="UnreadableTableException">Something in it is not understood; nothing is kept.</exception>
    /// <exception cref="RefusedException">There is no such set, or the year has a round of the group.</exception>
    public async Task<ImportDraft> KeepAsync(string fileName, byte[] content, LeafPointsRequest request, StaffActor actor, CancellationToken cancel = default)
    {
        var draft = drafts.Draft(ImportKind.LeafPoints, new(fileName, content), request, actor.Id);
        return (await Path.KeepAsync(draft, cancel))!;
    }

    /// <summary>Reads a kept workbook again and computes totals, scales and indices.</summary>
    /// <exception cref="UnreadableTableException">The register or the set changed so that the file no longer fits.</exception>
    /// <exception cref="RefusedException">There is no such set, or the year has a round of the group.</exception>
    public Task<LeafPointsPreview> PreviewAsync(ImportDraft draft, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(draft);
        return PreviewAsync(new(draft.FileName, draft.Content), ImportDraftStore.RequestOf<LeafPointsRequest>(draft), cancel);
    }

    /// <summary>
    /// Stores a kept workbook: a closed round with group, participants, exemptions and scorecards. Points of the appraisal
    /// stand at its second, final stage, those of the survey at their own; other stages stay empty. Ends the draft in the same save.
    /// </summary>
    /// <param name="draft">The kept workbook.</param>
    /// <param name="shown">The stamp of the preview that was shown; <c>null</c> for the one it was kept with.</param>
    /// <param name="actor">Who decides.</param>
    /// <param name="cancel">Ends the work before anything is stored.</param>
    /// <exception cref="UnreadableTableException">The register or the set changed so that the file no longer fits.</exception>
    /// <exception cref="RefusedException">The year has a round of the group, what follows is no longer what was shown, or somebody decided meanwhile.</exception>
    public async Task<Round> StoreAsync(ImportDraft draft, string? shown, StaffActor actor, CancellationToken cancel = default) =>
        (await Path.ApplyAsync(draft, shown, preview => StoreAsync(draft, preview, actor, cancel),
            _ => new RefusedException("Bộ tiêu chí hoặc danh mục đơn vị đã thay đổi từ lúc xem trước nên chưa lưu gì. Xem lại kết quả mới nhất dưới đây rồi lưu."), cancel))!;

    private async Task<Round> StoreAsync(ImportDraft draft, LeafPointsPreview preview, StaffActor actor, CancellationToken cancel)
    {
        var by = actor.Id;
        var authority = ImportDraftStore.RequestOf<LeafPointsRequest>(draft).Authority;
        var now = clock.GetUtcNow().UtcDateTime;
        var round = await db.Rounds.Include(round => round.Groups).FirstOrDefaultAsync(round => round.Year == preview.Set.Year && round.Authority == authority && round.State == RoundState.Closed, cancel);
        if (round is null)
        {
            round = new Round(preview.Set.Year, authority, $"Số liệu năm {preview.Set.Year}");
            round.Move(RoundState.Open, by, now, LegalBasis);
            round.Move(RoundState.Closed, by, now, LegalBasis);
            db.Add(round);
        }

        var group = round.TakeIn(preview.Group, preview.Set, preview.Rules, preview.Rows.Select(row => PastUnitOf(row, preview.Set)), LegalBasis, by, now);
        preview.Set.Lock(now);
        db.AddRange(group.Participants.Zip(preview.Rows, (participant, row) => ScorecardOf(participant, row.Points, preview.Set)));

        drafts.End(draft);
        try
        {
            await db.SaveAsync(new(actor.StaffCode, "Nhập điểm từng tiêu chí", $"năm {preview.Set.Year}, khối {preview.Set.GroupSlug}"), cancel);
        }
        catch (Exception failure) when (SaveConflict.Is(failure))
        {
            throw new RefusedException("Bảng điểm này vừa được người khác xử lý, hoặc kỳ đánh giá hay bộ tiêu chí vừa thay đổi. Hãy mở lại trang để xem hiện trạng.");
        }

        return round;
    }

    private static PastUnit PastUnitOf(LeafPointsRow row, CriteriaSet set) => new(
        row.Points.Unit,
        row.Result.Totals.IsSpecialCase,
        [.. set.Leaves.Where(leaf => row.Points.States[leaf.Code] is LeafState.NotApplicable).Select(leaf => (leaf, ((LeafState.NotApplicable)row.Points.States[leaf.Code]).Reason))]);

    private static Scorecard ScorecardOf(Participant participant, UnitPoints points, CriteriaSet set)
    {
        var leaves = set.Leaves.ToDictionary(leaf => leaf.Id);
        var scorecard = new Scorecard(participant);
        foreach (var stage in leaves.Values.GroupBy(leaf => ScorecardRules.StageOf(leaf, ScoreStage.SecondAppraisal)))
        {
            scorecard.Open(stage.Key, stage);
        }

        foreach (var cell in scorecard.Cells)
        {
            var leaf = leaves[cell.CriterionId];
            if (points.States[leaf.Code] is LeafState.Scored scored)
            {
                cell.Score(leaf, scored.Points);
            }
        }

        scorecard.Settle();
        return scorecard;
    }

    private async Task<LeafPointsPreview> PreviewAsync(ImportSource source, LeafPointsRequest request, CancellationToken cancel)
    {
        var set = await db.CriteriaSets.Include(set => set.Criteria).FirstOrDefaultAsync(set => set.Id == request.CriteriaSetId, cancel)
            ?? throw new RefusedException("Bộ tiêu chí đã chọn không còn.");
        var group = await db.UnitGroups.FirstOrDefaultAsync(group => group.Slug == set.GroupSlug, cancel)
            ?? throw new RefusedException($"Không có nhóm đơn vị “{set.GroupSlug}” của bộ tiêu chí.");
        if (DateWriter.VietnameseDay(clock.GetUtcNow().UtcDateTime).Year is var thisYear && set.Year > thisYear)
        {
            throw new RefusedException($"Năm {set.Year} chưa tới; chỉ nhập số liệu cho năm đã qua.");
        }

        await RefuseTakenAsync(set, group, request.Authority, cancel);
        if (set.Leaves.Count == 0)
        {
            throw new RefusedException($"Bộ tiêu chí “{set.Title}” chưa có tiêu chí nào.");
        }

        var table = LeafPointsReader.Read(source.Content, source.FileName, set, await db.Units.ToListAsync(cancel));
        var rules = new GroupRules { Ratings = request.Ratings, Ranking = new(request.Ranking, RankNumbering.Competition) };
        var special = SpecialCases(request, table, set.Year);
        var results = IndexCalculator.Calculate(table.Units.Select(unit => unit.SheetOf(set).Totals(unit.Unit.Code, special.Contains(unit.Unit.Id))), rules);
        return new(set, group, rules, [.. table.Units.Zip(results, (points, result) => new LeafPointsRow(points, result))], table.Remarks);
    }

    private async Task RefuseTakenAsync(CriteriaSet set, UnitGroup group, string authority, CancellationToken cancel)
    {
        var rounds = await db.Rounds.AsNoTracking().Include(round => round.Groups).Where(round => round.Year == set.Year && round.Authority == authority && round.State != RoundState.Cancelled).ToListAsync(cancel);
        if (rounds.Exists(round => round.Groups.Any(other => other.UnitGroupId == group.Id)))
        {
            throw new RefusedException($"Năm {set.Year} đã có kỳ đánh giá của nhóm “{group.Name}”; số liệu nhập vào không ghi đè kỳ đã có.");
        }

        if (rounds.Exists(round => round.State != RoundState.Closed))
        {
            throw new RefusedException($"Năm {set.Year} đang có kỳ đánh giá chưa kết thúc; chỉ nhập số liệu cho năm đã qua.");
        }
    }

    private static HashSet<Guid> SpecialCases(LeafPointsRequest request, LeafPointsTable table, int year)
    {
        var found = new HashSet<Guid>();
        var problems = new List<ReadingProblem>();
        foreach (var name in request.SpecialCases)
        {
            if (table.Units.FirstOrDefault(unit => unit.Unit.Code == name || unit.Unit.IsCalledIn(year, name)) is { } unit)
            {
                found.Add(unit.Unit.Id);
            }
            else
            {
                problems.Add(new(LeafPointsWords.SpecialCaseUnknown(name), Place: null));
            }
        }

        return problems.Count == 0 ? found : throw new UnreadableTableException(problems);
    }
}
