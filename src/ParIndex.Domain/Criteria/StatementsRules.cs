using ParIndex.Domain.Numbers;
using ParIndex.Domain.Text;

namespace ParIndex.Domain.Criteria;

/// <summary>One statement of several, each with fixed points; a statement may say that the leaf does not apply.</summary>
/// <param name="Statement">The statement.</param>
/// <param name="Points">Its points, or <c>null</c> for “Không áp dụng”, which proposes an exemption and scores nothing.</param>
/// <exception cref="ArgumentException">A blank statement, or points no rule can hold.</exception>
public sealed record Level(string Statement, decimal? Points)
{
    /// <summary>The statement in one line, NFC. It may hold any sign; the text of the rule escapes <c>;</c> and <c>=</c>.</summary>
    public string Statement { get; } = LeafRuleText.CheckedStatement(Statement);

    /// <summary>Its points, 0…99 999,9999, or <c>null</c> for “Không áp dụng”.</summary>
    public decimal? Points { get; } = Points is { } points ? LeafRuleText.CheckedNumber(points) : null;
}

/// <summary>A rule of statements with fixed points, of which one or some are chosen; a choice is one whole number.</summary>
public abstract record StatementsRule : LeafRule
{
    private protected StatementsRule(IReadOnlyList<Level> levels) => Levels = LeafRuleText.CheckedList(levels);

    /// <summary>The statements in the order of the decision, at least one.</summary>
    public IReadOnlyList<Level> Levels { get; }

    /// <summary>Whether the rule knows the choice.</summary>
    public abstract bool Has(int choice);

    /// <summary>The points of a choice the rule knows, 0…<paramref name="maxScore"/>; <c>null</c> where it proposes an exemption.</summary>
    /// <param name="choice">The choice.</param>
    /// <param name="maxScore">The leaf's maximum, points.</param>
    public abstract decimal? PointsOf(int choice, decimal maxScore);

    /// <summary>The statements of a choice in words; empty for a choice the rule does not know.</summary>
    public abstract string WordsOf(int choice);

    /// <summary>The choices that give exactly these points, in their order; more than one leaves open which is meant.</summary>
    /// <param name="points">Points.</param>
    /// <param name="maxScore">The leaf's maximum, points.</param>
    public abstract IReadOnlyList<int> ChoicesOf(decimal points, decimal maxScore);

    /// <summary>Whether two statements are the same by <see cref="NameIdentity"/>.</summary>
    private protected bool HasTwins => Levels.DistinctBy(level => NameIdentity.Key(level.Statement)).Count() < Levels.Count;
}

/// <summary>One of several statements. A choice is the position of the statement, from 0.</summary>
/// <param name="Levels">The statements in the order of the decision, at least one.</param>
public sealed record LevelsRule(IReadOnlyList<Level> Levels) : StatementsRule(Levels)
{
    /// <summary>
    /// The position of the statement a person wrote: the same one, or else the only one that reads alike without accents.
    /// Of two such neither is guessed: <c>null</c>.
    /// </summary>
    public int? PositionOf(string statement)
    {
        var same = Levels.Index().Where(level => NameIdentity.Same(level.Item.Statement, statement)).ToList();
        var alike = same.Count > 0 ? same : Levels.Index().Where(level => VietnameseText.Fold(level.Item.Statement) == VietnameseText.Fold(statement)).ToList();
        return alike.Count == 1 ? alike[0].Index : null;
    }

    /// <inheritdoc />
    public override IEnumerable<string> Problems(decimal maxScore)
    {
        if (Levels.Count < 2)
        {
            yield return "phải có ít nhất hai mức";
        }

        if (HasTwins)
        {
            yield return "có hai mức trùng nội dung";
        }

        if (Levels.Max(level => level.Points) is not { } highest)
        {
            yield return "không mức nào có điểm";
        }
        else if (highest != maxScore)
        {
            yield return $"mức cao nhất là {NumberWriter.VietnameseTrimmed(highest)}, khác điểm tối đa {NumberWriter.VietnameseTrimmed(maxScore)}";
        }
    }

    /// <inheritdoc />
    public override bool Has(int choice) => choice >= 0 && choice < Levels.Count;

    /// <inheritdoc />
    public override decimal? PointsOf(int choice, decimal maxScore) => Levels[choice].Points;

    /// <inheritdoc />
    public override string WordsOf(int choice) => Has(choice) ? Levels[choice].Statement : "";

    /// <inheritdoc />
    public override IReadOnlyList<int> ChoicesOf(decimal points, decimal maxScore) => [.. Enumerable.Range(0, Levels.Count).Where(choice => Levels[choice].Points == points)];

    /// <inheritdoc />
    public bool Equals(LevelsRule? other) => other is not null && Levels.SequenceEqual(other.Levels);

    /// <inheritdoc />
    public override int GetHashCode() => Levels.Count;
}

/// <summary>
/// Statements that add up as they are ticked, up to the maximum. A choice holds one bit for each statement, the lowest for
/// the first: 5 is the first and the third, 0 says that none holds.
/// </summary>
/// <param name="Levels">The statements in the order of the decision, at least one.</param>
public sealed record CumulativeRule(IReadOnlyList<Level> Levels) : StatementsRule(Levels)
{
    /// <summary>Most statements of a rule.</summary>
    public const int MostStatements = 12;

    /// <summary>How a choice is written where it is typed: <c>1+3</c>, the numbers of the statements from 1; <c>0</c> for none.</summary>
    public static string TextOf(int choice)
    {
        var numbers = Enumerable.Range(0, MostStatements).Where(position => IsTicked(choice, position)).Select(position => NumberWriter.VietnameseTrimmed(position + 1)).ToList();
        return numbers.Count == 0 ? "0" : string.Join('+', numbers);
    }

    /// <summary>Whether a choice holds the statement at a position from 0.</summary>
    public static bool IsTicked(int choice, int position) => (choice >> position & 1) == 1;

    /// <summary>Reads what <see cref="TextOf"/> writes, also with blanks, commas or semicolons between; <c>null</c> for anything else.</summary>
    public int? Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var numbers = text.Split(['+', ',', ';', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(number => CountText.Read(number).Value).ToList();
        if (numbers.Count == 0 || numbers.Exists(number => number is null || number > Levels.Count) || numbers.Distinct().Count() < numbers.Count)
        {
            return null;
        }

        return !numbers.Contains(0) ? numbers.Sum(number => 1 << ((int)number!.Value - 1)) : numbers.Count == 1 ? 0 : null;
    }

    /// <inheritdoc />
    public override IEnumerable<string> Problems(decimal maxScore)
    {
        if (Levels.Count is < 2 or > MostStatements)
        {
            yield return $"phải có từ hai đến {MostStatements} nội dung cộng dồn";
        }

        if (HasTwins)
        {
            yield return "có hai nội dung trùng nhau";
        }

        if (Levels.Any(level => level.Points is null))
        {
            yield return "mỗi nội dung cộng dồn phải có điểm";
        }
        else if (Levels.Sum(level => level.Points) < maxScore)
        {
            yield return $"các nội dung cộng lại là {NumberWriter.VietnameseTrimmed(Levels.Sum(level => level.Points) ?? 0)}, chưa đến điểm tối đa {NumberWriter.VietnameseTrimmed(maxScore)}";
        }
    }

    /// <inheritdoc />
    public override bool Has(int choice) => choice >= 0 && choice < 1 << Math.Min(Levels.Count, MostStatements);

    /// <inheritdoc />
    public override decimal? PointsOf(int choice, decimal maxScore) => Math.Min(Ticked(choice).Sum(level => level.Points ?? 0), maxScore);

    /// <inheritdoc />
    public override string WordsOf(int choice) => !Has(choice) ? "" : choice == 0 ? "không nội dung nào" : string.Join("; ", Ticked(choice).Select(level => level.Statement));

    /// <inheritdoc />
    public override IReadOnlyList<int> ChoicesOf(decimal points, decimal maxScore) =>
        [.. Enumerable.Range(0, 1 << Math.Min(Levels.Count, MostStatements)).Where(choice => PointsOf(choice, maxScore) == points)];

    /// <inheritdoc />
    public bool Equals(CumulativeRule? other) => other is not null && Levels.SequenceEqual(other.Levels);

    /// <inheritdoc />
    public override int GetHashCode() => Levels.Count;

    private IEnumerable<Level> Ticked(int choice) => Levels.Where((_, position) => IsTicked(choice, position));
}
