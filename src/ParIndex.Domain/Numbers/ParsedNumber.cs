namespace ParIndex.Domain.Numbers;

/// <summary>Why a typed number was refused.</summary>
public enum NumberProblem
{
    /// <summary>Something other than the digits 0–9 and one separator.</summary>
    NotANumber,

    /// <summary>More decimals than the field allows. Covers <c>6.230</c> typed for 6 230.</summary>
    TooManyDecimals,

    /// <summary>A sign where none is allowed.</summary>
    Sign,

    /// <summary>A percent sign where the field is not a percentage.</summary>
    Percent,

    /// <summary>More than five digits before the separator, or a count of more than nine digits.</summary>
    TooLarge,
}

/// <summary>The outcome of reading a typed number: a value, nothing (the field was left empty), or a refusal.</summary>
/// <param name="Value">The number, or <c>null</c> when the field was empty or refused. Absent is never 0.</param>
/// <param name="Problem">The reason for a refusal, or <c>null</c>.</param>
public readonly record struct ParsedNumber(decimal? Value, NumberProblem? Problem)
{
    /// <summary>Whether nothing was typed.</summary>
    public bool IsEmpty => Value is null && Problem is null;

    internal static ParsedNumber Of(decimal value) => new(value, Problem: null);

    internal static ParsedNumber Refused(NumberProblem problem) => new(Value: null, problem);
}
