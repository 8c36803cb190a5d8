namespace ParIndex.Domain.Criteria;

/// <summary>What a component means for sums: whether it stands in the scale, and what its points do to a total.</summary>
public static class ComponentRules
{
    /// <summary>Whether points of the component stand in the scale; bonus and penalty lie outside it.</summary>
    public static bool IsInScale(this Component component) => component is Component.Appraisal or Component.Survey;

    /// <summary>What points do to the total they enter: those of a penalty are taken off.</summary>
    /// <param name="component">The component.</param>
    /// <param name="points">Points as the rule gives them, ≥ 0.</param>
    public static decimal Effect(this Component component, decimal points) => component == Component.Penalty ? -points : points;

    /// <summary>
    /// The leaves below a node that are summed for it: of a node of the scale, also when it holds a bonus or a penalty, those
    /// in the scale alone, as the scale is; of a node with nothing but bonus and penalty below it, all.
    /// </summary>
    /// <param name="leaves">Every leaf below the node, whether it applies or not.</param>
    /// <param name="component">The component of a leaf.</param>
    public static IReadOnlyList<T> Summed<T>(this IEnumerable<T> leaves, Func<T, Component> component)
    {
        ArgumentNullException.ThrowIfNull(leaves);
        var byScale = leaves.ToLookup(leaf => component(leaf).IsInScale());
        return [.. byScale[byScale.Contains(true)]];
    }
}
