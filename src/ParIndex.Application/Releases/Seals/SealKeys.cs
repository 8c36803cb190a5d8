using System.Security.Cryptography;
using System.Text;

namespace ParIndex.Application.Releases.Seals;

/// <summary>
/// The key that signs checkpoints, ECDSA on P-256, and the public keys whose signatures count. The private key lies in a file
/// beside the database and never in it, so that who changes the database cannot sign; it is made when it is first needed.
/// </summary>
public sealed class SealKeys
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private const string PublicLabel = "PUBLIC KEY";

    private readonly string _file, _knownFile;

    private readonly Lock _lock = new();

    /// <param name="file">Where the private key lies or will lie, a PEM file.</param>
    /// <param name="knownFile">Public keys whose signatures count as well, one PEM block after the other; it need not be there.</param>
    public SealKeys(string file, string knownFile) => (_file, _knownFile) = (file, knownFile);

    /// <summary>Whether the private key is there already.</summary>
    public bool IsThere => File.Exists(_file);

    /// <summary>Signs a text; makes the key when there is none yet.</summary>
    /// <param name="textOf">What is signed, by the fingerprint of the key.</param>
    /// <returns>The text and the signature of its UTF-8 bytes: SHA-256, DER, as <c>openssl dgst</c> takes it.</returns>
    public (string Text, byte[] Signature) Sign(Func<string, string> textOf)
    {
        ArgumentNullException.ThrowIfNull(textOf);
        using var key = OpenOrMake();
        var text = textOf(Fingerprint(key));
        return (text, key.SignData(Encoding.UTF8.GetBytes(text), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence));
    }

    /// <summary>The public key as PEM; <c>null</c> while nothing was signed.</summary>
    public string? PublicPem()
    {
        if (!IsThere)
        {
            return null;
        }

        using var key = OpenOrMake();
        return PemOf(key);
    }

    /// <summary>Every key whose signature counts: its fingerprint and its PEM, this machine's own first.</summary>
    public IReadOnlyList<(string Fingerprint, string Pem)> Known()
    {
        var known = PublicPem() is { } own ? new List<string> { own } : [];
        if (File.Exists(_knownFile))
        {
            known.AddRange(BlocksOf(File.ReadAllText(_knownFile)));
        }

        return [.. known.Select(pem => (FingerprintOf(pem), pem)).DistinctBy(key => key.Item1)];
    }

    /// <summary>Lets the signatures of another key count: after a move to another machine.</summary>
    /// <param name="pem">The public key.</param>
    /// <exception cref="CryptographicException">The text is no public key on P-256.</exception>
    public void Trust(string pem)
    {
        var fingerprint = FingerprintOf(pem);
        lock (_lock)
        {
            if (Known().All(key => key.Fingerprint != fingerprint))
            {
                Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(_knownFile))!);
                File.AppendAllText(_knownFile, pem.Trim() + "\n");
            }
        }
    }

    /// <summary>Whether a signature is of the text and by the key.</summary>
    public static bool Verifies(string pem, byte[] text, byte[] signature)
    {
        using var key = Read(pem);
        return key.VerifyData(text, signature, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
    }

    /// <summary>The SHA-256 of a public key's DER form, lower-case hexadecimal.</summary>
    /// <exception cref="CryptographicException">The text is no public key on P-256.</exception>
    public static string FingerprintOf(string pem)
    {
        using var key = Read(pem);
        return Fingerprint(key);
    }

    /// <summary>The public keys in a text of PEM blocks.</summary>
    public static IEnumerable<string> BlocksOf(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var rest = text.AsMemory();
        while (PemEncoding.TryFind(rest.Span, out var fields))
        {
            if (rest.Span[fields.Label].SequenceEqual(PublicLabel))
            {
                yield return rest[fields.Location].ToString() + "\n";
            }

            rest = rest[fields.Location.End.Value..];
        }
    }

    private static ECDsa Read(string pem)
    {
        var key = ECDsa.Create();
        try
        {
            key.ImportFromPem(pem);
            return key.KeySize == 256 ? key : throw new CryptographicException("The key is not on P-256.");
        }
        catch (Exception failure) when (failure is ArgumentException or CryptographicException)
        {
            key.Dispose();
            throw failure as CryptographicException ?? new CryptographicException("The text is no public key.", failure);
        }
    }

    private static string Fingerprint(ECDsa key) => Convert.ToHexStringLower(SHA256.HashData(key.ExportSubjectPublicKeyInfo()));

    private static string PemOf(ECDsa key) => key.ExportSubjectPublicKeyInfoPem() + "\n";

    private ECDsa OpenOrMake()
    {
        lock (_lock)
        {
            if (!IsThere)
            {
                Make();
            }

            return Read(File.ReadAllText(_file));
        }
    }

    private void Make()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(_file))!);
        var beside = $"{_file}.{Guid.NewGuid():N}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        using (var stream = new FileStream(beside, options))
        {
            stream.Write(Encoding.ASCII.GetBytes(key.ExportPkcs8PrivateKeyPem() + "\n"));
            stream.Flush(flushToDisk: true);
        }

        try
        {
            // Whoever is first wins: another process may make one at the same time.
            File.Move(beside, _file, overwrite: false);
        }
        catch (IOException) when (IsThere)
        {
            File.Delete(beside);
        }
    }
}
