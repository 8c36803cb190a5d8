using FluentValidation;

namespace ParIndex.Web.Pages.Workspace.CriteriaSets;

/// <summary>The year and group a new set is for, as typed.</summary>
public record SetName
{
    public string? Year { get; init; }

    public string? Group { get; init; }

    /// <summary>The year, once checked; the framework reads every property before, so it may not throw.</summary>
    public int YearNumber => int.TryParse(Year, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var year) ? year : 0;
}

/// <summary>A year of four digits and a group that exists.</summary>
public sealed class SetNameValidator : AbstractValidator<SetName>
{
    public SetNameValidator(IReadOnlyCollection<string> groups)
    {
        RuleFor(form => form.Year).Must(year => year is ['2', '0', >= '0' and <= '9', >= '0' and <= '9']).WithMessage("Năm có bốn chữ số, từ 2000 đến 2099, ví dụ 2026.");
        RuleFor(form => form.Group).Must(group => group is not null && groups.Contains(group)).WithMessage("Chọn nhóm đơn vị.");
    }
}
