namespace ParIndex.Web.Pages.Public;

/// <summary>A sentence to cite, with the address that will always answer with the same figures.</summary>
/// <param name="Sentence">The sentence with its source.</param>
/// <param name="Path">The address of the version.</param>
/// <param name="Digest">The results digest, lower-case hexadecimal.</param>
public sealed record Citing(string Sentence, string Path, string Digest)
{
    /// <summary>Letters of the digest that tell releases apart in print; the whole stands on the release's page.</summary>
    public const int DigestLetters = 16;

    /// <summary>The beginning of the digest.</summary>
    public string ShortDigest => Digest[..Math.Min(DigestLetters, Digest.Length)];
}
