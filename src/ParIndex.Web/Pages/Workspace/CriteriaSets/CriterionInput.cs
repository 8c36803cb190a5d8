using FluentValidation;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Numbers;

namespace ParIndex.Web.Pages.Workspace.CriteriaSets;

/// <summary>What is typed of a criterion.</summary>
public sealed record CriterionInput
{
    public string? Code { get; init; }

    public string? Name { get; init; }

    public string? NameEn { get; init; }

    public string? MaxScore { get; init; }

    public string? Rule { get; init; }

    public Component Component { get; init; }

    public string? Decimals { get; init; } = "2";

    public string? ScoringText { get; init; }

    public string? FigureNoun { get; init; }

    public string? FigureDecimals { get; init; } = "0";

    public string? Remark { get; init; }

    public string? EvidenceAsked { get; init; }

    public string? AppraisingBody { get; init; }

    /// <summary>Figures to try the rule with; nothing of the criterion.</summary>
    public string? Figures { get; init; }

    public Guid Version { get; init; }

    public static CriterionInput Of(CriteriaSet set, Criterion node) => new()
    {
        Code = node.Code,
        Name = node.Name,
        NameEn = node.NameEn,
        MaxScore = NumberWriter.VietnameseTrimmed(node.MaxScore),
        Rule = node.Rule.ToString(),
        Component = node.Component,
        Decimals = NumberWriter.VietnameseTrimmed(node.Decimals),
        ScoringText = node.ScoringText,
        FigureNoun = node.FigureNoun,
        FigureDecimals = NumberWriter.VietnameseTrimmed(node.FigureDecimals),
        Remark = node.Remark,
        EvidenceAsked = node.EvidenceAsked,
        AppraisingBody = node.AppraisingBody,
        Version = set.Version,
    };

    public static CriterionInput Below(CriteriaSet set, Criterion? parent) => new()
    {
        Code = $"{(parent is null ? "" : parent.Code + ".")}{set.Criteria.Count(criterion => criterion.ParentId == parent?.Id) + 1}",
        Component = parent?.Component ?? Component.Appraisal,
        Rule = LeafRule.Default.ToString(),
        Version = set.Version,
    };

    public CriterionContent Content() => new(CriterionCode.Read(Code)!, Name!, ScoreText.Read(MaxScore, CriterionInputValidator.Max).Value!.Value)
    {
        NameEn = NameEn,
        Rule = LeafRule.Parse(Rule ?? ""),
        Component = Component,
        Decimals = (int)CountText.Read(Decimals).Value!.Value,
        ScoringText = ScoringText,
        FigureNoun = FigureNoun,
        FigureDecimals = (int)CountText.Read(FigureDecimals).Value!.Value,
        Remark = Remark,
        EvidenceAsked = EvidenceAsked,
        AppraisingBody = AppraisingBody,
    };
}

/// <summary>The rules of what is typed of a criterion.</summary>
public sealed class CriterionInputValidator : AbstractValidator<CriterionInput>
{
    internal static readonly NumberFormat Max = new(Decimals: 4);

    public CriterionInputValidator()
    {
        RuleFor(form => form.Code).Must(code => CriterionCode.Read(code) is not null).WithMessage($"Mã: {CriterionCode.Accepted}.");
        RuleFor(form => form.Name).NotEmpty().WithMessage("Nhập tên tiêu chí.").MaximumLength(CriterionContent.MostName).WithMessage("Tên tiêu chí tối đa 1000 ký tự.");
        RuleFor(form => form.NameEn).MaximumLength(CriterionContent.MostName).WithMessage("Tên tiếng Anh tối đa 1000 ký tự.");
        RuleFor(form => form.MaxScore).Custom((text, form) =>
        {
            var read = ScoreText.Read(text, Max);
            if (read.Value is not > 0)
            {
                form.AddFailure("Điểm tối đa " + (read.Problem is { } problem ? NumberMessages.ForScore(problem, Max) : "phải lớn hơn 0") + ".");
            }
        });
        RuleFor(form => form.Rule).MaximumLength(CriterionContent.MostRule).WithMessage("Cách chấm tối đa 4000 ký tự.").Custom((text, form) =>
        {
            try
            {
                LeafRule.Parse(text ?? "");
            }
            catch (FormatException refused)
            {
                form.AddFailure(refused.Message);
            }
        });
        RuleFor(form => form.Component).IsInEnum().WithMessage("Chọn thành phần điểm.");
        RuleFor(form => form.Decimals).Must(text => CountText.Read(text).Value is >= 0 and <= 4).WithMessage("Số chữ số thập phân từ 0 đến 4.");
        RuleFor(form => form.ScoringText).MaximumLength(CriterionContent.MostScoringText).WithMessage("Nguyên văn hướng dẫn chấm tối đa 4000 ký tự.");
        RuleFor(form => form.FigureNoun).MaximumLength(CriterionContent.MostNoun).WithMessage("Đơn vị tính tối đa 60 ký tự.");
        RuleFor(form => form.FigureDecimals).Must(text => CountText.Read(text).Value is >= 0 and <= 4).WithMessage("Số lẻ của số liệu từ 0 đến 4.");
        RuleFor(form => form.Remark).MaximumLength(CriterionContent.MostRemark).WithMessage("Ghi chú tối đa 2000 ký tự.");
        RuleFor(form => form.EvidenceAsked).MaximumLength(CriterionContent.MostEvidence).WithMessage("Tài liệu kiểm chứng tối đa 2000 ký tự.");
        RuleFor(form => form.AppraisingBody).MaximumLength(CriterionContent.MostBody).WithMessage("Cơ quan thẩm định tối đa 200 ký tự.");
    }
}
