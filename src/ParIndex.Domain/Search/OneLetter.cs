namespace ParIndex.Domain.Search;

/// <summary>Words of which one letter is wrong: another one, one too many or too few, or two the other way round.</summary>
internal static class OneLetter
{
    /// <summary>Whether two different words become one by one such change.</summary>
    public static bool IsBetween(string one, string other)
    {
        if (Math.Abs(one.Length - other.Length) > 1 || one == other)
        {
            return false;
        }

        var start = 0;
        while (start < one.Length && start < other.Length && one[start] == other[start])
        {
            start++;
        }

        var left = one.AsSpan(start);
        var right = other.AsSpan(start);
        return left.Length > right.Length ? left[1..].SequenceEqual(right)
            : left.Length < right.Length ? right[1..].SequenceEqual(left)
            : left[1..].SequenceEqual(right[1..]) || (left.Length > 1 && left[0] == right[1] && left[1] == right[0] && left[2..].SequenceEqual(right[2..]));
    }
}
