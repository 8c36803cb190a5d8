using FluentValidation;
using ParIndex.Domain.Rounds;

namespace ParIndex.Web.Pages.Workspace.Rounds;

/// <summary>A move of the round.</summary>
public sealed record MoveInput
{
    /// <summary>The state to reach.</summary>
    public RoundState? To { get; set; }

    /// <summary>Why.</summary>
    public string? Note { get; set; }
}

/// <summary>Giving the round up: the year is typed, so that no other round is meant.</summary>
public sealed record CancelInput
{
    /// <summary>The year assessed, as typed.</summary>
    public string? Year { get; set; }

    /// <summary>Why.</summary>
    public string? Reason { get; set; }
}

/// <summary>Taking the round back.</summary>
public sealed record RestoreInput
{
    /// <summary>Why.</summary>
    public string? Reason { get; set; }
}

/// <summary>What giving up needs.</summary>
public sealed class CancelValidator : AbstractValidator<CancelInput>
{
    public CancelValidator() => RuleFor(input => input.Reason).Reason();
}

/// <summary>What taking back needs.</summary>
public sealed class RestoreValidator : AbstractValidator<RestoreInput>
{
    public RestoreValidator() => RuleFor(input => input.Reason).Reason();
}

/// <summary>What a move needs.</summary>
public sealed class MoveValidator : AbstractValidator<MoveInput>
{
    public MoveValidator()
    {
        RuleFor(input => input.To).NotNull().WithMessage("Chọn việc cần thực hiện.");
        RuleFor(input => input.Note).Reason();
    }
}

/// <summary>What a reason must be, wherever a round is moved.</summary>
internal static class ReasonRule
{
    /// <summary>Longest reason a person can type; a little more than that is kept, with the second person's name.</summary>
    private const int Longest = 900;

    public static void Reason<T>(this IRuleBuilder<T, string?> reason) => reason
        .NotEmpty().WithMessage("Ghi lý do hoặc căn cứ.")
        .MaximumLength(Longest).WithMessage($"Lý do dài tối đa {Longest} ký tự.");
}
