using System.Text.RegularExpressions;
using ParIndex.Application.CriteriaSets;
using ParIndex.Application.CriteriaSets.Reading;
using ParIndex.Application.Reading;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Numbers;

namespace ParIndex.Application.Tests.CriteriaSets;

/// <summary>
/// Goes through every cell of an annex that holds anything: it has to be accounted for, and its text has to stand in what
/// it is said to have become.
/// </summary>
internal static partial class AnnexLedger
{
    /// <summary>Checks every cell.</summary>
    /// <returns>The texts that were not used, in the order of the table.</returns>
    internal static IReadOnlyList<string> Unused(SourceTable table, CriteriaDraft draft)
    {
        Assert.Equal(Enumerable.Range(0, table.Rows.Count), draft.Rows.Select(row => row.Index));
        var nodes = draft.Nodes.ToDictionary(node => node.Content.Code);
        var lost = new List<string>();
        var unused = new List<string>();
        foreach (var row in draft.Rows)
        {
            Assert.Same(table.Rows[row.Index], row.Cells);
            foreach (var (column, cell) in row.Cells.Index().Where(entry => entry.Item is { Text.Length: > 0, IsRepeated: false }))
            {
                var uses = row.Uses.Where(use => use.Column == column).ToList();
                if (uses.Exists(use => use.Role == CellRole.Unused))
                {
                    Assert.All(uses.Where(use => use.Role == CellRole.Unused), use => Assert.NotEmpty(use.Why!.Text));
                    unused.Add(cell.Text);
                }
                else if (uses.Count == 0 || !Stands(cell, uses, draft, row, row.Code is { } code ? nodes.GetValueOrDefault(code) : null))
                {
                    lost.Add($"{cell.Place}: “{cell.Text}” as {string.Join(", ", uses.Select(use => use.Role))}");
                }
            }
        }

        Assert.Empty(lost);
        return unused;
    }

    private static bool Stands(SourceCell cell, List<CellUse> uses, CriteriaDraft draft, RowAccount row, DraftNode? node) => uses[0].Role switch
    {
        CellRole.Absent => cell.Text is "-" or "–" or "—",
        CellRole.Heading => draft.Columns.Any(column => column.Header.Contains(cell.Text, StringComparison.Ordinal)),
        CellRole.ColumnNumber => cell.Text.Any(char.IsLetterOrDigit),
        CellRole.Sum => Points(cell.Text) is not { } points ? cell.Text.StartsWith("tổng", StringComparison.OrdinalIgnoreCase) || cell.Text.StartsWith("cộng", StringComparison.OrdinalIgnoreCase) : draft.Nodes.Any(of => of.Content.MaxScore == points) || draft.ToSet(2026, "", "?").MaxScore == points || draft.Rows.Where(of => of.Role == RowRole.Leaf).Sum(of => Points(of.Cells[uses[0].Column].Text) ?? 0) == points,
        _ when node is null => false,
        _ => InNode(cell, [.. uses.Select(use => use.Role)], draft, row, node!),
    };

    private static bool InNode(SourceCell cell, List<CellRole> roles, CriteriaDraft draft, RowAccount row, DraftNode node)
    {
        var content = node.Content;
        return roles[0] switch
        {
            CellRole.MaxScore => Points(cell.Text) == content.MaxScore,
            CellRole.SpecialMaxScore => Points(cell.Text) is var special && (special == content.MaxScore
                || Says(content.Remark, special is null or 0 ? "Không áp dụng đối với đơn vị đặc thù" : $"Đơn vị đặc thù: tối đa {NumberWriter.VietnameseTrimmed(special.Value)} điểm")),
            CellRole.Component => ComponentWords.Read(cell.Text) == content.Component,
            CellRole.Decimals => cell.Text == NumberWriter.VietnameseTrimmed(content.Decimals) || cell.Text == NumberWriter.VietnameseTrimmed(content.FigureDecimals),
            CellRole.Evidence => Says(content.EvidenceAsked, cell.Text),
            CellRole.Body => Says(content.AppraisingBody, cell.Text),
            CellRole.NameEn => Says(content.NameEn, cell.Text),
            CellRole.FigureNoun => Says(content.FigureNoun, cell.Text),
            CellRole.Remark => Says(content.Remark, cell.Text),
            CellRole.Parent => CriterionCode.Read(cell.Text) is { } parent && (parent == node.ParentCode || parent == CriterionCode.ParentOf(content.Code)),
            CellRole.LinePoints => Points(cell.Text) is { } points ? Says(content.ScoringText, NumberWriter.VietnameseTrimmed(points)) : Says(content.ScoringText, cell.Text),
            CellRole.Code when roles.Count == 1 => IsCode(cell.Text, content.Code) || draft.Problems.Any(problem => problem.Row == row.Index && problem.Finding.Arguments.TryGetValue("typed", out var typed) && (string)typed == cell.Text && (string)problem.Finding.Arguments["criterion"] == content.Code),
            _ => InLines(cell, roles.Contains(CellRole.Code), content),
        };
    }

    /// <summary>Whether each line stands whole in the name or in the scoring text, the first behind its code.</summary>
    private static bool InLines(SourceCell cell, bool hasCode, CriterionContent content)
    {
        var lines = cell.Lines.Split('\n');
        if (lines.All(line => In(line, content)) || IsTheRule(cell.Lines, content))
        {
            return true;
        }

        return hasCode && lines.Skip(1).All(line => In(line, content)) && Enumerable.Range(1, lines[0].Length).Any(at => IsCode(lines[0][..at], content.Code) && In(lines[0][at..].TrimStart(' ', '.', ')', ':', '-', '–'), content));
    }

    private static bool In(string line, CriterionContent content) => Says(content.Name, line) || Says(content.ScoringText, line);

    private static bool IsTheRule(string text, CriterionContent content)
    {
        try
        {
            return LeafRule.Parse(text) == content.Rule;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    /// <summary>The one number of a text; <c>null</c> where there is none.</summary>
    private static decimal? Points(string text) => Number().Matches(text) is [var only] ? ScoreText.Read(only.Value, new NumberFormat(Decimals: 4)).Value : null;

    private static bool IsCode(string printed, string code) => CriterionCode.Read(printed) is { } read && (read == code || code.EndsWith("." + read, StringComparison.Ordinal));

    private static bool Says(string? kept, string text) => kept?.Replace('\n', ' ').Contains(text.Replace('\n', ' '), StringComparison.Ordinal) == true;

    [GeneratedRegex(@"\d+(?:[.,]\d+)?", RegexOptions.None, 1000)]
    private static partial Regex Number();
}
