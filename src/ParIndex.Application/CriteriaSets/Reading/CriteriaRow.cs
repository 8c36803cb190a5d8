using ParIndex.Application.Reading;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Numbers;

namespace ParIndex.Application.CriteriaSets.Reading;

/// <summary>A node while its rows are being read.</summary>
internal sealed class CriteriaRow(string code, string name, AnnexRow row)
{
    public string Code { get; } = code;

    public string Name { get; } = name;

    /// <summary>Where it stands in the annex.</summary>
    public AnnexRow Row { get; } = row;

    public CellPlace Place { get; } = row.Place;

    public decimal? MaxScore { get; set; }

    /// <summary>What its own cell says; what it inherits is found when the tree is known.</summary>
    public Component? Component { get; set; }

    public int Decimals { get; set; } = 2;

    /// <summary>The node above where its code does not say it; <c>null</c> where it does.</summary>
    public string? ParentCode { get; set; }

    /// <summary>Everything said of its scoring, in its cell and on lines and rows below, in the order of the annex.</summary>
    public List<WordedLine> Scoring { get; } = [];

    /// <summary>The decision's own text, where a column of its own has it.</summary>
    public string ScoringText { get; set; } = "";

    /// <summary>What its raw figures count.</summary>
    public string FigureNoun { get; set; } = "";

    /// <summary>Decimals of its raw figures.</summary>
    public int FigureDecimals { get; set; }

    /// <summary>Remarks that say nothing of the part of the total.</summary>
    public string Remark { get; private set; } = "";

    /// <summary>What stands in the column of special-case units; <c>null</c> where there is none.</summary>
    public string? Special { get; set; }

    /// <summary>The maximum as printed where it has the sign of what is added or taken off; otherwise <c>null</c>.</summary>
    public SourceCell? SignedMaximum { get; set; }

    /// <summary>The rule a person gave instead of the annex's words, or <c>null</c>.</summary>
    public LeafRule? GivenRule { get; set; }

    /// <summary>The lines of its scoring as one text.</summary>
    public string Worded => string.Join('\n', Scoring.Select(line => line.Points is { } points ? $"{line.Text}: {NumberWriter.VietnameseTrimmed(points)}" : line.Text));

    /// <summary>The node above, or <c>null</c> of a field.</summary>
    public string? Parent => ParentCode ?? CriterionCode.ParentOf(Code);

    public string Evidence { get; set; } = "";

    public string Body { get; set; } = "";

    public string NameEn { get; set; } = "";

    public void AddRemark(string text) => Remark = Remark.Length == 0 ? text : $"{Remark}; {text}";
}
