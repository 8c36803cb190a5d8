using ParIndex.Application.Imports.Reading;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Scoring;

namespace ParIndex.Application.CriteriaSets.Reading;

/// <summary>A node while its rows are being read.</summary>
internal sealed class CriteriaRow(string code, string name, CellPlace place)
{
    public string Code { get; } = code;

    public string Name { get; } = name;

    public CellPlace Place { get; } = place;

    public decimal? MaxScore { get; set; }

    /// <summary>What its own cell says; what it inherits is found when the tree is known.</summary>
    public Component? Component { get; set; }

    public int Decimals { get; set; } = 2;

    /// <summary>The text of its rule cells, line by line.</summary>
    public string RuleText { get; set; } = "";

    /// <summary>Statements on lines and rows of their own.</summary>
    public List<Level> Levels { get; } = [];

    public string Evidence { get; set; } = "";

    public string Body { get; set; } = "";

    public string NameEn { get; set; } = "";
}
