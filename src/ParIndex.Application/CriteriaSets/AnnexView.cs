using ParIndex.Application.CriteriaSets.Reading;

namespace ParIndex.Application.CriteriaSets;

/// <summary>A kept annex as it is to be shown.</summary>
/// <param name="Request">What was said beside it.</param>
/// <param name="Tables">Its criteria tables, in the order of the file, at least one.</param>
/// <param name="Table">The table that is meant, from 0; <c>null</c> while one has to be chosen.</param>
/// <param name="Draft">What was understood of it; <c>null</c> while one has to be chosen.</param>
public sealed record AnnexView(AnnexRequest Request, IReadOnlyList<AnnexTable> Tables, int? Table, CriteriaDraft? Draft);
