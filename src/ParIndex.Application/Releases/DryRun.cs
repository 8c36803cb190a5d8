using ParIndex.Domain.Releases;

namespace ParIndex.Application.Releases;

/// <summary>
/// The release that would come next, while somebody who may looks at it before it is published. In every other request
/// it is empty.
/// </summary>
public sealed class DryRun
{
    /// <summary>The release as it would be published, or <c>null</c>.</summary>
    public Release? Release { get; private set; }

    /// <summary>The round whose results it holds.</summary>
    public Guid RoundId { get; private set; }

    /// <summary>Shows the results of a round to this request.</summary>
    public void Show(Guid roundId, Release release) => (RoundId, Release) = (roundId, release);
}
