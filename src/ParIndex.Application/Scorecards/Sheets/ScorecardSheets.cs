using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Accounts;
using ParIndex.Application.Data;
using ParIndex.Application.Imports;
using ParIndex.Application.Reading;
using ParIndex.Domain;
using ParIndex.Domain.Imports;
using ParIndex.Domain.Rounds;
using ParIndex.Domain.Text;
using ParIndex.Domain.Units;

namespace ParIndex.Application.Scorecards.Sheets;

/// <summary>What a sheet is of: one scorecard, or the work of an appraiser in a group of a round.</summary>
public sealed record SheetTarget
{
    private SheetTarget(ImportKind kind, string key) => (Kind, Key) = (kind, key);

    /// <summary>How its file is kept between preview and confirmation.</summary>
    public ImportKind Kind { get; }

    /// <summary>Tells it from others, in what is kept.</summary>
    public string Key { get; }

    internal Guid CardId { get; private init; }

    internal Guid RoundId { get; private init; }

    internal string Slug { get; private init; } = "";

    /// <summary>The sheet of a scorecard.</summary>
    public static SheetTarget Of(Guid scorecardId) => new(ImportKind.UnitSheet, $"{scorecardId:N}") { CardId = scorecardId };

    /// <summary>The sheet of an appraiser in a group.</summary>
    public static SheetTarget Of(Guid roundId, string groupSlug) => new(ImportKind.AppraisalSheet, $"{roundId:N}/{groupSlug}") { RoundId = roundId, Slug = groupSlug };
}

/// <summary>A workbook to be downloaded.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Content">Its bytes.</param>
public sealed record SheetFile(string Name, byte[] Content);

/// <summary>Where a sheet comes from and goes back to, for the head of its page.</summary>
/// <param name="Title">The unit, or the group.</param>
/// <param name="Round">The round's title.</param>
/// <param name="WhyClosed">Why nothing can be filled in now, or <c>null</c>.</param>
public sealed record SheetHead(string Title, string Round, string? WhyClosed);

/// <summary>
/// Gives sheets out as workbooks and takes them back: compared cell by cell, then applied whole or not at all, once.
/// </summary>
public sealed class ScorecardSheets(ParIndexDb db, ScorecardReader scorecards, ScoreEntry cells, EarlierScores earlier, ImportDraftStore drafts, TimeProvider clock)
{
    private const int MostAttempts = 5;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>The way of a sheet: its stamp is made of every cell it would change.</summary>
    private ImportPath<SheetComparison> Path(StaffAccount actor, SheetTarget target) =>
        new(drafts, (draft, cancel) => CompareAsync(actor, target, draft.Content, cancel), (_, compared) => compared.Stamp);

    /// <summary>The head of a sheet's page, or <c>null</c> when it is not there or not this person's.</summary>
    public async Task<SheetHead?> HeadAsync(StaffAccount actor, SheetTarget target, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(target);
        if (await LoadAsync(actor, target, cancel) is not { } folders)
        {
            return null;
        }

        db.ChangeTracker.Clear();
        var reasons = folders.SelectMany(folder => folder.Applicable.Where(leaf => folder.Card.Cell(folder.StageOf(leaf), leaf.Id) is not null).Select(leaf => ScorecardRights.WhyNotScore(actor, folder, leaf, folder.StageOf(leaf), Now))).ToList();
        return new(target.CardId == default ? folders[0].Group.UnitGroup.Name : UnitSheet.NameOf(folders[0]), folders[0].Round.Title, reasons.Exists(reason => reason is null) ? null : reasons.FirstOrDefault()?.Text ?? ScorecardWords.RoundNotOpen);
    }

    /// <summary>The workbook, or <c>null</c> when it is not there or not this person's.</summary>
    public async Task<SheetFile?> WriteAsync(StaffAccount actor, SheetTarget target, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(target);
        if (await LoadAsync(actor, target, cancel) is not { } folders)
        {
            return null;
        }

        var any = folders[0];
        var file = target.CardId == default
            ? new SheetFile($"tham-dinh-{any.Round.Year}-{target.Slug}.xlsx", AppraisalSheet.Write(folders, actor, Now))
            : new SheetFile($"phieu-cham-diem-{any.Round.Year}-{VietnameseText.Slug(UnitSheet.NameOf(any))}.xlsx", UnitSheet.Write(any, actor, await earlier.OfAsync(any, cancel), Now));
        db.ChangeTracker.Clear();
        return file;
    }

    /// <summary>Reads a sheet that came back; when that succeeds it is kept for the confirmation, in place of one sent before.</summary>
    /// <returns>The draft, or <c>null</c> when the sheet's page is not there or not this person's.</returns>
    /// <exception cref="UnreadableTableException">It is not this sheet as it was given out; nothing is kept.</exception>
    /// <exception cref="RefusedException">State, deadline or rights stand against it; nothing is kept.</exception>
    public async Task<Guid?> KeepAsync(StaffAccount actor, SheetTarget target, string fileName, byte[] content, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(content);
        return (await Path(actor, target).KeepAsync(drafts.Draft(target.Kind, new(fileName, content), new { }, actor.Id, target.Key), cancel))?.Id;
    }

    /// <summary>The sheet that waits for this person's confirmation, or <c>null</c>: it was applied, thrown away, or never was.</summary>
    public Task<ImportDraft?> FindAsync(StaffAccount actor, SheetTarget target, Guid draftId, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(target);
        return drafts.FindOwnAsync(draftId, target.Kind, actor.Id, target.Key, cancel);
    }

    /// <summary>Compares a kept sheet with what is stored now.</summary>
    /// <inheritdoc cref="KeepAsync" path="/exception" />
    public async Task<SheetComparison?> CompareAsync(StaffAccount actor, SheetTarget target, ImportDraft draft, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(draft);
        var compared = await Path(actor, target).CompareAsync(draft, cancel);
        db.ChangeTracker.Clear();
        return compared;
    }

    /// <summary>Throws a kept sheet away.</summary>
    /// <returns>False when it was applied or thrown away before.</returns>
    public async Task<bool> DiscardAsync(StaffAccount actor, SheetTarget target, Guid draftId, CancellationToken cancel = default)
    {
        if (await FindAsync(actor, target, draftId, cancel) is not { } draft)
        {
            return false;
        }

        try
        {
            await drafts.DiscardAsync(draft, StaffActor.Of(actor), cancel);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
    }

    /// <summary>Applies a kept sheet: every cell that changed, and of those in conflict those decided so, in one transaction; and ends the draft.</summary>
    /// <param name="actor">Who confirms.</param>
    /// <param name="target">What the sheet is of.</param>
    /// <param name="draftId">The kept sheet.</param>
    /// <param name="stamp">The comparison that was shown.</param>
    /// <param name="takesFile">Of each cell in conflict, whether the sheet's answer replaces the stored one.</param>
    /// <param name="cancel">Gives up; nothing is applied then.</param>
    /// <returns>How many cells were saved; <c>null</c> when the sheet was applied or thrown away before.</returns>
    /// <exception cref="RefusedException">Something changed since it was shown, is wrong, or is not decided; nothing is applied.</exception>
    /// <exception cref="UnreadableTableException">It fits no longer.</exception>
    public async Task<int?> ApplyAsync(StaffAccount actor, SheetTarget target, Guid draftId, string stamp, IReadOnlyDictionary<Guid, bool> takesFile, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(takesFile);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await TryApplyAsync(actor, target, draftId, stamp, takesFile, cancel);
            }
            catch (Exception failure) when (attempt < MostAttempts && SaveConflict.PassesAnew(failure))
            {
                // Somebody was faster, or the same confirmation came twice: what is there now decides.
                db.ChangeTracker.Clear();
            }
        }
    }

    private async Task<int?> TryApplyAsync(StaffAccount actor, SheetTarget target, Guid draftId, string stamp, IReadOnlyDictionary<Guid, bool> takesFile, CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        await using var held = await ScorecardLock.ShareAsync(db, await CardIdsAsync(actor, target, cancel), cancel);
        if (await FindAsync(actor, target, draftId, cancel) is not { } draft)
        {
            return null;
        }

        var saved = await Path(actor, target).ApplyAsync<int?>(draft, stamp, async compared => await ApplyAsync(actor, draft, compared, takesFile, cancel),
            _ => new RefusedException("Nội dung trong hệ thống đã thay đổi từ lúc xem trước nên chưa nhận gì. Xem lại các khác biệt mới nhất dưới đây rồi xác nhận lại."), cancel);
        if (saved is not null)
        {
            await held.CommitAsync(cancel);
        }

        return saved;
    }

    private async Task<int> ApplyAsync(StaffAccount actor, ImportDraft draft, SheetComparison compared, IReadOnlyDictionary<Guid, bool> takesFile, CancellationToken cancel)
    {
        if (!compared.CanBeTaken)
        {
            throw new RefusedException("Tệp còn ô lỗi hoặc không có gì thay đổi nên chưa nhận gì.");
        }

        if (compared.Of(DifferenceKind.Conflict).Any(cell => !takesFile.ContainsKey(cell.CellId)))
        {
            throw new RefusedException("Còn ô xung đột chưa chọn giữ nội dung nào nên chưa nhận gì.");
        }

        var taken = compared.Cells.Where(cell => cell.Kind == DifferenceKind.Changed || (cell.Kind == DifferenceKind.Conflict && takesFile[cell.CellId])).ToList();
        foreach (var card in taken.GroupBy(cell => cell.CardId))
        {
            var edits = card.Select(cell => cell.Edit! with { Key = CellEdit.KeyOf(draft.Id, cell.CellId) }).ToList();
            var answer = await cells.ApplyAsync(actor, card.Key, edits, cancel);
            if (answer?.Outcomes.FirstOrDefault(outcome => outcome.Result != CellResult.Saved) is { } refused)
            {
                throw new RefusedException(refused.Message ?? ScorecardWords.Conflict, refused.IsOfRights);
            }
        }

        drafts.End(draft);
        await db.SaveAsync(new(actor.StaffCode, $"Nhập {taken.Count} ô điểm từ tệp XLSX", $"({string.Join(", ", taken.Select(cell => cell.Unit).Distinct())})"), cancel);
        return taken.Count;
    }

    private async Task<SheetComparison?> CompareAsync(StaffAccount actor, SheetTarget target, byte[] content, CancellationToken cancel)
    {
        if (await LoadAsync(actor, target, cancel) is not { } folders)
        {
            return null;
        }

        var workbook = WorkbookReader.ReadAll(content);
        var token = SheetToken.Read(workbook);
        SheetFit.Check(token, target, folders);
        var byCard = folders.ToDictionary(folder => folder.Card.Id);
        var isUnit = target.Kind == ImportKind.UnitSheet;
        var reasons = token.Entries.Select(entry => byCard[token.Cards[entry.Card].Id] is var folder && folder.Leaf(entry.Leaf) is { } leaf ? ScorecardRights.WhyNotScore(actor, folder, leaf, entry.Stage, Now) : null).ToList();
        if (reasons.OfType<Finding>().FirstOrDefault() is { } reason && (isUnit || reasons.TrueForAll(found => found is not null)))
        {
            var isOfRights = token.Entries.Any(entry => byCard[token.Cards[entry.Card].Id] is var folder && folder.Leaf(entry.Leaf) is { } leaf && !ScorecardRights.MayEverScore(actor, folder, leaf, entry.Stage));
            throw new RefusedException(reason.Text, isOfRights);
        }

        var inputs = isUnit ? UnitSheet.Read(workbook, token, folders[0]) : AppraisalSheet.Read(workbook, token, folders[0]);
        return new(await NameAsync(SheetComparison.Of(inputs, token.Cards, byCard, actor, Now).Cells, cancel));
    }

    private async Task<IReadOnlyList<SheetDifference>> NameAsync(IReadOnlyList<SheetDifference> compared, CancellationToken cancel)
    {
        var ids = compared.Select(cell => cell.ChangedBy).OfType<Guid>().Distinct().ToList();
        if (ids.Count == 0)
        {
            return compared;
        }

        var names = await StaffNames.OfAsync(db, ids, cancel);
        return [.. compared.Select(cell => cell.ChangedBy is { } by ? cell with { Who = names.GetValueOrDefault(by) } : cell)];
    }

    private async Task<IReadOnlyList<ScorecardPlace>?> LoadAsync(StaffAccount actor, SheetTarget target, CancellationToken cancel)
    {
        var folders = (await scorecards.ForEditAsync(await CardIdsAsync(actor, target, cancel), actor.Id, cancel))
            .Where(folder => target.Kind == ImportKind.UnitSheet ? ScorecardRights.MayRead(actor, folder) : ScorecardRights.IsAssigned(actor, folder)).ToList();
        return folders.Count == 0 ? null : [.. folders.OrderBy(UnitSheet.NameOf, UnitNaming.Comparer).ThenBy(folder => folder.Unit.Unit.Code, StringComparer.Ordinal)];
    }

    private async Task<IReadOnlyList<Guid>> CardIdsAsync(StaffAccount actor, SheetTarget target, CancellationToken cancel)
    {
        if (target.Kind == ImportKind.UnitSheet)
        {
            return [target.CardId];
        }

        var (roundId, slug, accountId) = (target.RoundId, target.Slug, actor.Id);
        return await (from card in db.Scorecards
                      join participant in db.Set<Participant>() on card.ParticipantId equals participant.Id
                      join roundGroup in db.Set<RoundGroup>() on participant.RoundGroupId equals roundGroup.Id
                      join unitGroup in db.UnitGroups on roundGroup.UnitGroupId equals unitGroup.Id
                      where roundGroup.RoundId == roundId && unitGroup.Slug == slug
                          && db.AppraiserAssignments.Any(assigned => assigned.RoundGroupId == roundGroup.Id && assigned.AccountId == accountId && (assigned.ParticipantId == null || assigned.ParticipantId == participant.Id))
                      select card.Id).ToListAsync(cancel);
    }
}
