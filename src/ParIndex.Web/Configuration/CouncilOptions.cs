using FluentValidation;
using ParIndex.Domain.Council;

namespace ParIndex.Web.Configuration;

/// <summary>By which shares of its members the council decides, section <c>Council</c>. A meeting keeps those of its day.</summary>
public sealed class CouncilOptions
{
    public const string Section = "Council";

    /// <summary>The share that must take part, at least: numerator.</summary>
    public int QuorumOf { get; set; } = CouncilRules.Default.QuorumOf;

    /// <summary>Its denominator.</summary>
    public int QuorumIn { get; set; } = CouncilRules.Default.QuorumIn;

    /// <summary>The share that those in favour must exceed: numerator.</summary>
    public int MajorityOf { get; set; } = CouncilRules.Default.MajorityOf;

    /// <summary>Its denominator.</summary>
    public int MajorityIn { get; set; } = CouncilRules.Default.MajorityIn;

    /// <summary>The same as the domain takes it.</summary>
    internal CouncilRules Rules => new(QuorumOf, QuorumIn, MajorityOf, MajorityIn);
}

public sealed class CouncilOptionsValidator : AbstractValidator<CouncilOptions>
{
    private const int MostDenominator = 1000;

    public CouncilOptionsValidator()
    {
        RuleFor(council => council.QuorumIn).InclusiveBetween(1, MostDenominator).WithMessage($"phải từ 1 đến {MostDenominator}.");
        RuleFor(council => council.MajorityIn).InclusiveBetween(2, MostDenominator).WithMessage($"phải từ 2 đến {MostDenominator}.");
        RuleFor(council => council.Rules).Must(rules => rules.AreShares).OverridePropertyName(nameof(CouncilOptions.QuorumOf))
            .WithMessage("QuorumOf/QuorumIn phải lớn hơn 0 và không quá 1; MajorityOf/MajorityIn phải từ 1/2 đến dưới 1.");
    }
}
