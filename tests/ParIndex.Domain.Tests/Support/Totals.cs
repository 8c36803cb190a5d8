using ParIndex.Domain.Criteria;
using ParIndex.Domain.Scoring;

namespace ParIndex.Domain.Tests.Support;

/// <summary>Totals of a unit as tests need them: by its points and its scale.</summary>
internal static class Totals
{
    public static UnitTotals Of(string unitCode, decimal appraisal, decimal scale = 100, decimal? bonus = null, decimal? penalty = null)
    {
        List<Addend> addends = [new("1", Component.Appraisal, appraisal)];
        if (bonus is { } added)
        {
            addends.Add(new("B", Component.Bonus, added));
        }

        if (penalty is { } taken)
        {
            addends.Add(new("P", Component.Penalty, taken));
        }

        return new() { UnitCode = unitCode, Addends = addends, Scale = new(scale, ScaleSource.Derived) };
    }
}
