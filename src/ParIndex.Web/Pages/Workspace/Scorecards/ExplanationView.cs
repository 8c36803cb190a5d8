using FluentValidation;
using ParIndex.Application.Scorecards;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Scorecards;

namespace ParIndex.Web.Pages.Workspace.Scorecards;

/// <summary>What <c>_ExplanationOf</c> shows: the exchange about one leaf, and what this person may say of it.</summary>
/// <param name="Desk">The scorecard and who is at work.</param>
/// <param name="Leaf">The leaf.</param>
/// <param name="Typed">What was typed and not sent, or refused; or <c>null</c>.</param>
public sealed record ExplanationView(ScorecardDesk Desk, Criterion Leaf, ExplanationText? Typed = null)
{
    /// <summary>What was asked and answered, or <c>null</c>.</summary>
    public Explanation? Known => SeenStages.Of(Desk.Actor, Desk.Folder).HasQuestions ? Desk.Folder.ExplanationOf(Leaf) : null;

    /// <summary>Whether the person may ask, or word the question anew.</summary>
    public bool MayAsk => Known is not { IsOpen: false } && ScorecardRights.WhyNotScore(Desk.Actor, Desk.Folder, Leaf, ScoreStage.FirstAppraisal, Desk.Now) is null;

    /// <summary>Whether the person may answer, or explain unasked.</summary>
    public bool MayAnswer => ScorecardRights.WhyNotExplain(Desk.Actor, Desk.Folder, Desk.Now) is null && (Known is not null || ExplanationExchange.Differs(Desk.Folder, Leaf));

    /// <summary>Where the person's form goes: those of the unit answer, those who appraise ask.</summary>
    public static string AddressOf(ScorecardDesk desk)
    {
        ArgumentNullException.ThrowIfNull(desk);
        return $"{ScorecardAddresses.Of(desk.Folder, "giai-trinh")}?handler={(ScorecardRights.IsOfficer(desk.Actor, desk.Folder) ? "Answer" : "Ask")}";
    }

    /// <summary>Under which name the browser keeps what this person types about the scorecard.</summary>
    public static string DraftsOf(ScorecardDesk desk)
    {
        ArgumentNullException.ThrowIfNull(desk);
        return $"{desk.Actor.Id}.{desk.Folder.Card.Id}.{desk.Folder.Card.State}";
    }

    /// <summary>What the leaf's fields are called.</summary>
    public string Prefix => PrefixOf(Leaf.Id);

    /// <summary>What the fields of a leaf are called in the one form of all.</summary>
    public static string PrefixOf(Guid leaf) => $"Input.Said[{leaf}].";
}

/// <summary>
/// Questions or answers about several leaves, of which one is sent: all stand in one form, so that what is typed about
/// the others comes along and is shown again.
/// </summary>
public sealed record ExplanationInput
{
    /// <summary>The leaf that is sent.</summary>
    public Guid Leaf { get; set; }

    /// <summary>What is typed, by leaf.</summary>
    public Dictionary<Guid, ExplanationText> Said { get; set; } = [];

    /// <summary>Whether it was sent from the leaf's own page.</summary>
    public bool FromLeaf { get; set; }

    /// <summary>What is sent.</summary>
    public ExplanationText Sent => Said.GetValueOrDefault(Leaf) ?? new();
}

/// <summary>A question or an answer about one leaf.</summary>
public sealed record ExplanationText
{
    /// <summary>Version of the exchange as shown; empty when there was none.</summary>
    public Guid? Version { get; set; }

    /// <summary>The question, or the answer.</summary>
    public string? Text { get; set; }

    /// <summary>Whether the unit keeps its own score.</summary>
    public bool? Keeps { get; set; }
}

/// <summary>What a question needs.</summary>
public sealed class ExplanationValidator : AbstractValidator<ExplanationText>
{
    public ExplanationValidator(bool isAnswer)
    {
        RuleFor(input => input.Text).Must(text => !string.IsNullOrWhiteSpace(text)).WithMessage(isAnswer ? "Ghi nội dung giải trình." : "Ghi nội dung đề nghị giải trình và lý do.");
        RuleFor(input => input.Text).MaximumLength(Explanation.MostText).WithMessage($"Nội dung dài tối đa {Explanation.MostText} ký tự.");
        RuleFor(input => input.Keeps).Must(keeps => !isAnswer || keeps is not null).WithMessage("Chọn giữ điểm tự chấm hay đồng ý với điểm thẩm định.");
    }
}
