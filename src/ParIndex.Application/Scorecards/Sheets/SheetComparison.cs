using System.Security.Cryptography;
using System.Text;
using ParIndex.Application.Accounts;
using ParIndex.Application.Reading;
using ParIndex.Application.Tables;
using ParIndex.Domain;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Scorecards;

namespace ParIndex.Application.Scorecards.Sheets;

/// <summary>What a sheet that came back says of one cell.</summary>
/// <param name="Entry">The cell as it was given out.</param>
/// <param name="Fields">Its fields, where they stand, and whether a person touched them.</param>
internal sealed record SheetInput(TokenEntry Entry, IReadOnlyList<(CellField Field, SourceCell Cell, bool IsTouched)> Fields);

/// <summary>How a cell of a sheet compares with what is stored.</summary>
public enum DifferenceKind
{
    /// <summary>Nothing was typed, or what stands there already.</summary>
    Unchanged,

    /// <summary>Something was typed, erased or chosen.</summary>
    Changed,

    /// <summary>Somebody saved the cell since the sheet was given out.</summary>
    Conflict,

    /// <summary>What was typed cannot be taken; nothing of the sheet is, until it is mended.</summary>
    Error,
}

/// <summary>A field that differs.</summary>
/// <param name="Name">What it is called: “Điểm”.</param>
/// <param name="Place">Its cell on the sheet, <c>D17</c>; <c>null</c> when it follows from others.</param>
/// <param name="Stored">What is stored; empty for nothing.</param>
/// <param name="Typed">What it would become; empty when it is erased.</param>
public sealed record FieldDifference(string Name, string? Place, string Stored, string Typed)
{
    /// <summary>Whether something that stands would be taken away.</summary>
    public bool Erases => Typed.Length == 0 && Stored.Length > 0;
}

/// <summary>A cell of a sheet against what is stored.</summary>
/// <param name="Kind">How it compares.</param>
/// <param name="CellId">Key of the stored cell.</param>
/// <param name="Unit">The unit's name.</param>
/// <param name="Leaf">The leaf.</param>
/// <param name="Fields">What differs.</param>
/// <param name="Problem">Of an error: where, what is wrong, what is accepted.</param>
public sealed record SheetDifference(DifferenceKind Kind, Guid CellId, string Unit, Criterion Leaf, IReadOnlyList<FieldDifference> Fields, Finding? Problem)
{
    /// <summary>Of an error: the sentence.</summary>
    public string? Message => Problem?.Text;

    /// <summary>The edit it amounts to, or <c>null</c> when nothing is to be saved.</summary>
    internal CellEdit? Edit { get; init; }

    /// <summary>The scorecard.</summary>
    internal Guid CardId { get; init; }

    /// <summary>Of a conflict: the account that saved meanwhile.</summary>
    internal Guid? ChangedBy { get; init; }

    /// <summary>Of a conflict: who saved meanwhile, by name and unit.</summary>
    public string? Who { get; init; }

    /// <summary>Of a conflict: when, UTC.</summary>
    public DateTime? ChangedAt { get; init; }
}

/// <summary>A sheet that came back against what is stored, cell by cell.</summary>
public sealed class SheetComparison
{
    internal SheetComparison(IReadOnlyList<SheetDifference> cells) => Cells = cells;

    /// <summary>Every open cell of the sheet.</summary>
    public IReadOnlyList<SheetDifference> Cells { get; }

    /// <summary>Whether it can be taken: no cell is wrong, and some differ.</summary>
    public bool CanBeTaken => Of(DifferenceKind.Error).Count == 0 && Of(DifferenceKind.Changed).Count + Of(DifferenceKind.Conflict).Count > 0;

    /// <summary>Differs as soon as a cell that would be saved, or what would be saved in it, is another: what is confirmed is what was shown.</summary>
    public string Stamp => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', Cells.Where(cell => cell.Kind != DifferenceKind.Unchanged)
        .Select(cell => $"{cell.CellId:N} {cell.Kind} {cell.Edit?.Version:N} {cell.Problem?.Code} {string.Join('\u001f', cell.Fields.Select(part => $"{part.Name}={part.Stored}>{part.Typed}"))}")))).AsSpan(0, 16));

    /// <summary>The cells of a kind.</summary>
    public IReadOnlyList<SheetDifference> Of(DifferenceKind kind) => [.. Cells.Where(cell => cell.Kind == kind)];

    /// <summary>Compares what was read with the scorecards as they are now.</summary>
    internal static SheetComparison Of(IReadOnlyList<SheetInput> inputs, IReadOnlyList<TokenCard> cards, IReadOnlyDictionary<Guid, ScorecardPlace> folders, StaffAccount actor, DateTime now) =>
        new([.. inputs.Select(input => Compare(input, folders[cards[input.Entry.Card].Id], actor, now))]);

    private static SheetDifference Compare(SheetInput input, ScorecardPlace place, StaffAccount actor, DateTime now)
    {
        var entry = input.Entry;
        var leaf = place.Leaf(entry.Leaf)!;
        var cell = place.Card.Cell(entry.Stage, leaf.Id);
        var unchanged = new SheetDifference(DifferenceKind.Unchanged, cell?.Id ?? leaf.Id, UnitSheet.NameOf(place), leaf, [], Problem: null) { CardId = place.Card.Id };
        var touched = input.Fields.Where(field => field.IsTouched).ToList();
        if (touched.Count == 0)
        {
            return unchanged;
        }

        if (cell is null || place.Unit.NotApplicable.Contains(leaf))
        {
            return Wrong(CellWords.NotApplicable(leaf.Code));
        }

        if (ScorecardRights.WhyNotScore(actor, place, leaf, entry.Stage, now) is { } reason)
        {
            return Wrong(reason);
        }

        TypedAnswer typed;
        CellAnswer answer;
        try
        {
            typed = SheetCellText.Typed(leaf, input.Fields);
            answer = typed.Read(leaf, cell.Answer);
        }
        catch (UnreadableAnswerException wrong)
        {
            return Wrong(wrong.Problem);
        }

        if (answer == cell.Answer)
        {
            return unchanged;
        }

        if (answer.Problem(leaf) is { } problem)
        {
            return Wrong(problem);
        }

        var isConflict = cell.Version != entry.Version;
        return unchanged with
        {
            Kind = isConflict ? DifferenceKind.Conflict : DifferenceKind.Changed,
            Fields = [.. Differences(leaf, cell.Answer, answer, input.Fields)],
            Edit = new(Guid.Empty, leaf.Code, entry.Stage, cell.Version, typed),
            ChangedBy = isConflict ? cell.ChangedBy : null,
            ChangedAt = isConflict ? cell.ChangedAt : null,
        };

        SheetDifference Wrong(Finding problem) => unchanged with
        {
            Kind = DifferenceKind.Error,
            Problem = SheetWords.InCells([.. touched.Select(field => NameOf(field.Cell.Place))], problem),
            Fields = [.. touched.Select(field => new FieldDifference(AnswerText.NameOf(field.Field, leaf), NameOf(field.Cell.Place), SeenStages.Of(actor, place).Of(cell) is not { } seen ? "" : AnswerText.Of(field.Field, leaf, seen.Answer), field.Cell.Text))],
        };
    }

    private static IEnumerable<FieldDifference> Differences(Criterion leaf, CellAnswer stored, CellAnswer typed, IReadOnlyList<(CellField Field, SourceCell Cell, bool IsTouched)> fields)
    {
        foreach (var field in SheetText.Columns)
        {
            var (before, after) = (AnswerText.Of(field, leaf, stored), AnswerText.Of(field, leaf, typed));
            if (before != after)
            {
                var own = fields.Where(other => other.IsTouched && (other.Field == field || (other.Field == CellField.PointsOrStatement && field == CellField.Points))).Select(other => NameOf(other.Cell.Place)).FirstOrDefault();
                yield return new(AnswerText.NameOf(field, leaf), own, before, after);
            }
        }
    }

    private static string NameOf(CellPlace place) => WorkbookForm.CellName(place.Line, place.Column - 1);
}

/// <summary>What was typed into the fields of a sheet, as the one reader of typed answers takes it.</summary>
internal static class SheetCellText
{
    /// <summary>The fields a person touched.</summary>
    /// <exception cref="UnreadableAnswerException">A field that the leaf does not have, no whole number, no statement of the leaf.</exception>
    public static TypedAnswer Typed(Criterion leaf, IReadOnlyList<(CellField Field, SourceCell Cell, bool IsTouched)> fields)
    {
        var isSingle = fields.Any(field => field.Field == CellField.PointsOrStatement);
        var touched = fields.Where(field => field.IsTouched).ToDictionary(field => field.Field, field => field.Cell);
        foreach (var field in touched.Keys.Where(field => !isSingle && !AnswerText.FieldsOf(leaf).Contains(field)))
        {
            throw new UnreadableAnswerException(CellWords.FieldUnused(leaf.Code, field, AnswerText.NameOf(field, leaf)));
        }

        var typed = new TypedAnswer
        {
            Achieved = Figure(leaf, CellField.Achieved, touched),
            Required = Figure(leaf, CellField.Required, touched),
            Points = touched.GetValueOrDefault(isSingle ? CellField.PointsOrStatement : CellField.Points)?.Text,
            Note = touched.GetValueOrDefault(CellField.Note)?.Text,
        };
        return leaf.Rule is StatementsRule rule && !isSingle ? WithLevel(leaf, rule, typed, touched, fields) : typed;
    }

    /// <summary>A number of a workbook has a decimal dot, never groups: 1.611 is not one thousand six hundred and eleven.</summary>
    private static string? Figure(Criterion leaf, CellField field, Dictionary<CellField, SourceCell> touched) => touched.GetValueOrDefault(field) switch
    {
        null => null,
        { IsNumber: true } cell when leaf.Rule is not SurveyRule { LikertTop: not null } && leaf.FigureDecimals == 0 && cell.Text.Contains('.', StringComparison.Ordinal) =>
            throw new UnreadableAnswerException(CellWords.NoWhole(leaf.Code, field, AnswerText.NameOf(field, leaf), cell.Text)),
        var cell => cell.Text,
    };

    private static TypedAnswer WithLevel(Criterion leaf, StatementsRule rule, TypedAnswer typed, Dictionary<CellField, SourceCell> touched, IReadOnlyList<(CellField Field, SourceCell Cell, bool IsTouched)> fields)
    {
        if (touched.GetValueOrDefault(CellField.Level) is not { } chosen)
        {
            var stands = fields.First(field => field.Field == CellField.Level).Cell.Text.Length > 0;
            return typed.Points is { Length: 0 } && stands ? throw new UnreadableAnswerException(CellWords.LevelWithoutPoints(leaf.Code)) : typed;
        }

        if (chosen.Text.Length == 0)
        {
            return string.IsNullOrEmpty(typed.Points) ? typed with { Level = "", Points = null } : typed;
        }

        var level = Chosen(leaf, rule, chosen.Text);

        // Points beside the statement must be its own; those that stood there before follow it.
        var worth = new TypedAnswer { Level = level }.Read(leaf, CellAnswer.Blank).Points;
        if (!string.IsNullOrEmpty(typed.Points) && new TypedAnswer { Points = typed.Points }.Read(leaf, CellAnswer.Blank).Points != worth)
        {
            throw new UnreadableAnswerException(CellWords.PointsOfOtherLevel(leaf.Code, typed.Points, chosen.Text));
        }

        return typed with { Level = level, Points = null };
    }

    /// <summary>The choice as <see cref="TypedAnswer.Level"/> takes it.</summary>
    private static string Chosen(Criterion leaf, StatementsRule rule, string text)
    {
        if (rule is CumulativeRule)
        {
            return text;
        }

        return rule is LevelsRule levels && levels.PositionOf(text) is { } position
            ? AnswerText.Figure(position)
            : throw new UnreadableAnswerException(CellWords.LevelUnknown(leaf.Code, text, [.. rule.Levels.Select(level => level.Statement)]));
    }
}
