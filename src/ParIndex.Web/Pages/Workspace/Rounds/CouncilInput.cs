using FluentValidation;
using ParIndex.Application.Council;
using ParIndex.Domain.Council;

namespace ParIndex.Web.Pages.Workspace.Rounds;

/// <summary>A meeting as typed.</summary>
public sealed record MeetingInput
{
    /// <summary>Whether by vote in writing.</summary>
    public bool IsWritten { get; set; }

    /// <summary>Its day, as typed.</summary>
    public string? HeldOn { get; set; }

    /// <summary>Where.</summary>
    public string? Place { get; set; }

    /// <summary>The account of who presides.</summary>
    public Guid Presider { get; set; }

    /// <summary>The accounts of those present.</summary>
    public IList<Guid> Present { get; set; } = [];

    /// <summary>The entry; ask <see cref="MeetingValidator"/> first.</summary>
    internal MeetingEntry Entry => new(IsWritten ? MeetingForm.Written : MeetingForm.Session, DecisionValidator.Day(HeldOn)!.Value, Place, Presider, [.. Present]);
}

/// <summary>What a meeting needs.</summary>
public sealed class MeetingValidator : AbstractValidator<MeetingInput>
{
    public MeetingValidator()
    {
        RuleFor(input => input.HeldOn).Must(text => DecisionValidator.Day(text) is not null).WithMessage("Ngày họp: nhập dạng 15/12/2026.");
        RuleFor(input => input.Presider).NotEmpty().WithMessage("Chọn người chủ trì.");
    }
}

/// <summary>A proposal as typed.</summary>
public sealed record ProposalInput
{
    /// <summary>The meeting.</summary>
    public Guid Meeting { get; set; }

    /// <summary>The scorecard.</summary>
    public Guid Card { get; set; }

    /// <summary>The leaf.</summary>
    public Guid Leaf { get; set; }

    /// <summary>Points, as typed.</summary>
    public string? Points { get; set; }

    /// <summary>Why.</summary>
    public string? Reason { get; set; }

    /// <summary>What was typed for a leaf, or nothing.</summary>
    internal ProposalInput Of(Guid card, Guid leaf) => (Card, Leaf) == (card, leaf) ? this : new();
}
