using ParIndex.Domain.Numbers;

namespace ParIndex.Domain.Tables;

/// <summary>A value of a table with the way it is written. Absent is <see cref="Nothing"/>, never 0.</summary>
public abstract record Cell
{
    private Cell()
    {
    }

    /// <summary>No value.</summary>
    public static readonly Cell Nothing = new Empty();

    /// <summary>Text, or nothing.</summary>
    public static Cell Of(string? text) => text is null ? Nothing : new Text(text);

    /// <summary>A number published with so many places, or nothing.</summary>
    public static Cell Of(decimal? value, int places) => value is { } known ? new Number(known, places) : Nothing;

    /// <summary>A number without trailing zeros, or nothing.</summary>
    public static Cell Trimmed(decimal? value) => value is { } known ? new Number(known, Places: null) : Nothing;

    /// <summary>A whole number, or nothing.</summary>
    public static Cell Of(int? value) => value is { } known ? new Number(known, 0) : Nothing;

    /// <summary>A yes or no, or nothing.</summary>
    public static Cell Of(bool? value) => value is { } known ? new YesNo(known) : Nothing;

    /// <summary>A day, or nothing.</summary>
    public static Cell Of(DateOnly? value) => value is { } known ? new Day(known) : Nothing;

    /// <summary>No value.</summary>
    public sealed record Empty : Cell;

    /// <summary>Text.</summary>
    public sealed record Text(string Value) : Cell;

    /// <summary>A number with exactly so many places; <c>null</c> for no trailing zeros.</summary>
    public sealed record Number(decimal Value, int? Places) : Cell
    {
        /// <summary>With a dot, as data files and the API have it.</summary>
        public string AsData => Places is { } places ? NumberWriter.Data(Value, places) : NumberWriter.DataTrimmed(Value);

        /// <summary>With a decimal comma.</summary>
        public string AsVietnamese => Places is { } places ? NumberWriter.Vietnamese(Value, places) : NumberWriter.VietnameseTrimmed(Value);
    }

    /// <summary>Yes or no.</summary>
    public sealed record YesNo(bool Value) : Cell;

    /// <summary>A day.</summary>
    public sealed record Day(DateOnly Value) : Cell;
}
