using ParIndex.Domain;

namespace ParIndex.Application.Scorecards;

/// <summary>What was typed cannot be read, or is no answer of the leaf.</summary>
/// <param name="problem">Which criterion and field, and what is accepted.</param>
public sealed class UnreadableAnswerException(Finding problem) : Exception(problem.Text)
{
    /// <summary>Which criterion and field, and what is accepted.</summary>
    public Finding Problem { get; } = problem;
}
