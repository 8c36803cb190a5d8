using FluentValidation;
using ParIndex.Domain.Scorecards;

namespace ParIndex.Web.Pages.Workspace.Scorecards;

/// <summary>A question about one cell.</summary>
public sealed record MatrixQuestion
{
    /// <summary>The key of the cell.</summary>
    public string? Key { get; set; }

    /// <summary>Version of the exchange as shown; empty when there was none.</summary>
    public Guid? Version { get; set; }

    /// <summary>The question, as typed.</summary>
    public string? Text { get; set; }

    /// <summary>A question asked before, where none was typed.</summary>
    public string? Used { get; set; }

    /// <summary>What is asked.</summary>
    public string? Words => string.IsNullOrWhiteSpace(Text) ? Used : Text;
}

/// <summary>What a question needs.</summary>
public sealed class MatrixQuestionValidator : AbstractValidator<MatrixQuestion>
{
    public MatrixQuestionValidator()
    {
        RuleFor(input => input.Words).Must(words => !string.IsNullOrWhiteSpace(words)).OverridePropertyName(nameof(MatrixQuestion.Text)).WithMessage("Ghi nội dung đề nghị giải trình và lý do, hoặc chọn một nội dung đã dùng.");
        RuleFor(input => input.Words).MaximumLength(Explanation.MostText).OverridePropertyName(nameof(MatrixQuestion.Text)).WithMessage($"Nội dung dài tối đa {Explanation.MostText} ký tự.");
    }
}
