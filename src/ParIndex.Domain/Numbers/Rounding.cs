namespace ParIndex.Domain.Numbers;

/// <summary>The one place that rounds. The framework's default is banker's rounding, which published tables do not use.</summary>
public static class Rounding
{
    /// <summary>Rounds half away from zero: 82.805 to two places is 82.81, −0.005 is −0.01.</summary>
    /// <param name="value">Any value, in its own unit.</param>
    /// <param name="places">Decimal places kept, 0…28.</param>
    public static decimal HalfAwayFromZero(decimal value, int places) =>
        Math.Round(value, places, MidpointRounding.AwayFromZero);

    /// <summary>Half a unit of the last printed place: 0.005 for a table printed with two decimals.</summary>
    public static decimal HalfUnit(int places) => 0.5m / PowerOfTen(places);

    private static decimal PowerOfTen(int places)
    {
        var power = 1m;
        for (var i = 0; i < places; i++)
        {
            power *= 10;
        }

        return power;
    }
}
