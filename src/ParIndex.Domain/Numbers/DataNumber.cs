using System.Globalization;

namespace ParIndex.Domain.Numbers;

/// <summary>The one reader of numbers this software wrote itself, as <see cref="NumberWriter.DataTrimmed"/> does. What people type is read by <see cref="ScoreText"/>.</summary>
public static class DataNumber
{
    /// <summary>Reads digits with at most a leading minus and a dot, whatever the culture; <c>null</c> for anything else.</summary>
    public static decimal? Read(string? text) =>
        text is not ['+', ..] && decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, NumberFormatInfo.InvariantInfo, out var value) ? value : null;
}
