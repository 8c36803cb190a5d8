using Microsoft.AspNetCore.Mvc;
using ParIndex.Application.Rounds;
using ParIndex.Application.Scorecards;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Rounds;
using ParIndex.Domain.Text;

namespace ParIndex.Web.Pages.Workspace.Scorecards;

/// <summary>Which units of a matrix are shown, as its address says.</summary>
public sealed record MatrixView
{
    /// <summary>What can be asked about a cell, by the word of the address.</summary>
    public static readonly IReadOnlyList<(string Key, string Name, Func<MatrixCell, bool> Holds)> Filters =
    [
        ("", "Tất cả", cell => cell.Exemption is null),
        ("chua-tham-dinh", "Chưa thẩm định", cell => cell.IsWaiting),
        ("chenh-lech", "Có chênh lệch", cell => cell.IsDifferent),
        ("thieu-tai-lieu", "Thiếu tài liệu", cell => cell.LacksProof),
        ("da-hoi", "Đã hỏi", cell => cell.IsAsked),
    ];

    /// <summary>The filter; all by default.</summary>
    public string? Filter { get; init; }

    /// <summary>A part of the units' names; all by default.</summary>
    public string? Find { get; init; }

    /// <summary>The cell whose documents are open, or <c>null</c>.</summary>
    public string? Open { get; init; }

    /// <summary>Whether what accepting all that remains would do is shown.</summary>
    public bool Accepts { get; init; }

    /// <summary>The units shown.</summary>
    public IReadOnlyList<MatrixUnit> Of(AppraisalMatrix matrix)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        var (holds, find) = (Filters.FirstOrDefault(filter => filter.Key == (Filter ?? "")).Holds, VietnameseText.Fold(Find ?? ""));
        return [.. matrix.Units.Where(unit => (string.IsNullOrEmpty(Filter) || holds is null || unit.Cells.Values.Any(holds)) && VietnameseText.Fold(unit.Place.Unit.Name).Contains(find, StringComparison.Ordinal))];
    }

    /// <summary>The address of the matrix so shown.</summary>
    public string Address(IUrlHelper url, AppraisalMatrix matrix, string? at = null)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        return url.Matrix(matrix.Round, matrix.Group, matrix.Node, new { loc = Text(Filter), tim = Text(Find), o = Open, nhan = Accepts ? "con-lai" : null }) + (at is null ? "" : "#o-" + at);
    }

    private static string? Text(string? word) => string.IsNullOrEmpty(word) ? null : word;
}

/// <summary>Where a field or criterion across units is.</summary>
public static class MatrixAddresses
{
    /// <summary>The page, or its file.</summary>
    /// <param name="url">Of the request.</param>
    /// <param name="round">The round.</param>
    /// <param name="group">The group.</param>
    /// <param name="node">The field or criterion.</param>
    /// <param name="query">What else the address says.</param>
    public static string Matrix(this IUrlHelper url, Round round, GroupSetup group, Criterion node, object? query = null)
    {
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(group);
        ArgumentNullException.ThrowIfNull(node);
        return url.To("/Workspace/Scorecards/Matrix", new RouteValueDictionary(query) { ["round"] = round.Id, ["group"] = group.UnitGroup.Slug, ["field"] = node.Code });
    }
}
