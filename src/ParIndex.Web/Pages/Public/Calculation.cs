using System.Text.Json.Serialization;
using FluentValidation;
using FluentValidation.Results;
using ParIndex.Domain;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Ratings;
using ParIndex.Domain.Scoring;
using ParIndex.Web.Forms;

namespace ParIndex.Web.Pages.Public;

/// <summary>
/// Figures typed to recompute an index, as text: a form, a query, JSON and the page all reach the one reader of
/// numbers with what was typed.
/// </summary>
/// <param name="AppraisalScore">Appraisal points.</param>
/// <param name="SurveyScore">Survey points.</param>
/// <param name="Bonus">Bonus points.</param>
/// <param name="Penalty">Penalty points.</param>
/// <param name="Scale">The unit's scale, points.</param>
public sealed record Calculation(
    [property: JsonConverter(typeof(RawNumberTextConverter))] string? AppraisalScore,
    [property: JsonConverter(typeof(RawNumberTextConverter))] string? SurveyScore,
    [property: JsonConverter(typeof(RawNumberTextConverter))] string? Bonus,
    [property: JsonConverter(typeof(RawNumberTextConverter))] string? Penalty,
    [property: JsonConverter(typeof(RawNumberTextConverter))] string? Scale)
{
    /// <summary>
    /// The text of a field of a form or query. One sent twice is no number: the framework's own comma between the two
    /// would make 62 and 30 into 62,30.
    /// </summary>
    public static string? Typed(string?[]? values) => values is null or [] ? null : string.Join(" & ", values);

    /// <summary>Whether nothing was typed.</summary>
    [JsonIgnore]
    public bool IsEmpty => new[] { AppraisalScore, SurveyScore, Bonus, Penalty, Scale }.All(string.IsNullOrWhiteSpace);

    /// <summary>The result, or the refusals by field.</summary>
    public (IndexResult? Result, IReadOnlyDictionary<string, Finding> Refusals) Compute(RatingScheme? ratings)
    {
        var validation = new CalculationValidator().Validate(this);
        if (!validation.IsValid)
        {
            return (null, validation.Errors.DistinctBy(failure => failure.PropertyName).ToDictionary(failure => failure.PropertyName, failure => (Finding)failure.CustomState));
        }

        var addends = new (string Source, Component Component, decimal? Points)[]
        {
            ("Điểm thẩm định", Component.Appraisal, Read(AppraisalScore)), ("Điểm điều tra xã hội học", Component.Survey, Read(SurveyScore)),
            ("Điểm cộng", Component.Bonus, Read(Bonus)), ("Điểm trừ", Component.Penalty, Read(Penalty)),
        };
        var totals = new UnitTotals
        {
            UnitCode = "",
            Addends = [.. addends.Where(addend => addend.Points is not null).Select(addend => new Addend(addend.Source, addend.Component, addend.Points!.Value))],
            Scale = new Scale(Read(Scale)!.Value, ScaleSource.Printed),
        };
        return (IndexCalculator.Calculate(totals, new GroupRules { Ratings = ratings }), new Dictionary<string, Finding>());
    }

    private static decimal? Read(string? text) => ScoreText.Read(text, NumberFormat.Score).Value;
}

/// <summary>Says of each field what was wrong and what is accepted.</summary>
public sealed class CalculationValidator : AbstractValidator<Calculation>
{
    public CalculationValidator()
    {
        RuleFor(input => input.AppraisalScore).Custom(IsScore);
        RuleFor(input => input.SurveyScore).Custom(IsScore);
        RuleFor(input => input.Bonus).Custom(IsScore);
        RuleFor(input => input.Penalty).Custom(IsScore);
        RuleFor(input => input.Scale).Custom(IsScore);
        RuleFor(input => input.Scale)
            .Must(text => ScoreText.Read(text, NumberFormat.Score) is { Problem: not null } or { Value: > 0 })
            .WithState(_ => CalculationWords.ScaleNotPositive());
        RuleFor(input => input)
            .Must(input => !string.IsNullOrWhiteSpace(input.AppraisalScore) || !string.IsNullOrWhiteSpace(input.SurveyScore))
            .WithName(nameof(Calculation.AppraisalScore)).OverridePropertyName(nameof(Calculation.AppraisalScore))
            .WithState(_ => CalculationWords.NoPoints());
    }

    private static void IsScore(string? text, ValidationContext<Calculation> context)
    {
        if (ScoreText.Read(text, NumberFormat.Score).Problem is { } problem)
        {
            context.AddFailure(new ValidationFailure(context.PropertyPath, "") { CustomState = CalculationWords.Number(context.PropertyPath, text!, NumberMessages.ForScore(problem, NumberFormat.Score)) });
        }
    }
}
