namespace ParIndex.Domain.Imports;

/// <summary>What a person said of an annex when its set was taken over, for the next annex of the same layout.</summary>
public sealed class AnnexLayout
{
    /// <param name="fingerprint">The mark of the headings, lower-case hexadecimal.</param>
    /// <param name="said">What was said, as JSON.</param>
    public AnnexLayout(string fingerprint, string said) => (Fingerprint, Said) = (fingerprint, said);

    private AnnexLayout()
    {
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The mark of the headings, lower-case hexadecimal; one layout has one row.</summary>
    public string Fingerprint { get; private set; } = "";

    /// <summary>What was said of its columns and rows, as JSON.</summary>
    public string Said { get; private set; } = "";

    /// <summary>Takes what was said last in place of what was said before.</summary>
    public void Say(string said) => Said = said;
}
