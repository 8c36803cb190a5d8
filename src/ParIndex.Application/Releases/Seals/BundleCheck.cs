using System.IO.Compression;
using System.Text;
using ParIndex.Application.Tables;
using ParIndex.Domain.Seals;

namespace ParIndex.Application.Releases.Seals;

/// <summary>Something in a bundle that is not as it was sealed.</summary>
/// <param name="Item">The file in the bundle, or <see cref="BundleCheck.Structure"/>.</param>
/// <param name="What">What does not agree, in Vietnamese.</param>
public sealed record BundleDifference(string Item, string What)
{
    /// <inheritdoc />
    public override string ToString() => $"{Item}: {What}.";
}

/// <summary>Verifies a release's ZIP by itself, without a database: every byte of it counts.</summary>
public static class BundleCheck
{
    /// <summary>The files that the manifest does not list.</summary>
    public const string ManifestFile = "ban-ke.json", CheckpointFile = "diem-kiem-soat.txt", SignatureFile = "diem-kiem-soat.sig";

    /// <summary>The name of what is of no file.</summary>
    public const string Structure = "Cấu trúc ZIP";

    private const int MostBytes = 500_000_000;

    /// <summary>What is not as it was sealed; nothing when all is.</summary>
    /// <param name="zip">The ZIP.</param>
    /// <param name="keys">The public keys whose signatures count, as PEM by their fingerprint.</param>
    public static IReadOnlyList<BundleDifference> Of(byte[] zip, IReadOnlyList<(string Fingerprint, string Pem)> keys)
    {
        ArgumentNullException.ThrowIfNull(zip);
        ArgumentNullException.ThrowIfNull(keys);
        var found = new List<BundleDifference>();
        if (Read(zip, found) is not { } files)
        {
            return found;
        }

        var contents = files.GroupBy(file => file.Path, StringComparer.Ordinal).ToDictionary(same => same.Key, same => same.First().Content, StringComparer.Ordinal);
        var manifestText = TextOf(contents, ManifestFile);
        if (manifestText is null || ReleaseManifest.Read(manifestText) is not { } manifest)
        {
            found.Add(new(ManifestFile, manifestText is null ? "không có trong gói" : "không đọc được, hoặc khác dạng chuẩn"));
            return found;
        }

        found.AddRange(FilesOf(manifest, contents));
        found.AddRange(CheckpointOf(manifest, manifestText, contents, keys));
        if (found.Count == 0 && !StoredZip.Write(files).AsSpan().SequenceEqual(zip))
        {
            var same = StoredZip.Write(files).AsSpan().CommonPrefixLength(zip);
            found.Add(new(Structure, $"byte thứ {same + 1} khác lúc niêm phong"));
        }

        return found;
    }

    /// <summary>The manifest of a bundle, or <c>null</c> when it is none.</summary>
    public static ReleaseManifest? ManifestOf(byte[] zip)
    {
        ArgumentNullException.ThrowIfNull(zip);
        var files = Read(zip, []);
        return files?.FirstOrDefault(file => file.Path == ManifestFile).Content is { } content ? ReleaseManifest.Read(Encoding.UTF8.GetString(content)) : null;
    }

    private static IEnumerable<BundleDifference> FilesOf(ReleaseManifest manifest, Dictionary<string, byte[]> contents)
    {
        foreach (var listed in manifest.Files)
        {
            if (!contents.TryGetValue(listed.Path, out var content))
            {
                yield return new(listed.Path, "thiếu trong gói");
            }
            else if (SealedFile.Of(listed.Path, content) != listed)
            {
                yield return new(listed.Path, "nội dung khác lúc niêm phong");
            }
        }

        foreach (var path in contents.Keys.Except([.. manifest.Files.Select(file => file.Path), ManifestFile, CheckpointFile, SignatureFile], StringComparer.Ordinal))
        {
            yield return new(path, "không có trong bản kê");
        }

        if (manifest.Files.All(file => file.Sha256 != manifest.ResultsDigest))
        {
            yield return new(ManifestFile, "không có tệp nào mang mã kết quả của bản kê");
        }
    }

    private static IEnumerable<BundleDifference> CheckpointOf(ReleaseManifest manifest, string manifestText, Dictionary<string, byte[]> contents, IReadOnlyList<(string Fingerprint, string Pem)> keys)
    {
        if (TextOf(contents, CheckpointFile) is not { } text || CheckpointText.Read(text) is not { } checkpoint)
        {
            yield return new(CheckpointFile, "không có trong gói, không đọc được, hoặc khác dạng chuẩn");
            yield break;
        }

        if (checkpoint.Seal != ReleaseManifest.SealOf(manifestText) || checkpoint.Releases != manifest.Number || checkpoint.Province != manifest.Province)
        {
            yield return new(CheckpointFile, "không phải của bản kê này: dấu niêm phong, số thứ tự hoặc tỉnh không khớp");
        }

        if (WhyNotSigned(text, contents.GetValueOrDefault(SignatureFile) ?? [], checkpoint.Key, keys) is { } why)
        {
            yield return new(SignatureFile, why);
        }
    }

    /// <summary>Why a signature does not count, in Vietnamese; <c>null</c> when it does.</summary>
    internal static string? WhyNotSigned(string text, byte[] signature, string fingerprint, IReadOnlyList<(string Fingerprint, string Pem)> keys)
    {
        var pem = keys.FirstOrDefault(key => key.Fingerprint == fingerprint).Pem;
        return pem is null ? $"ký bằng khoá có vân tay {fingerprint}, không phải khoá được công nhận"
            : SealKeys.Verifies(pem, Encoding.UTF8.GetBytes(text), signature) ? null : "chữ ký không đúng";
    }

    private static string? TextOf(Dictionary<string, byte[]> contents, string path)
    {
        if (!contents.TryGetValue(path, out var content))
        {
            return null;
        }

        var text = Encoding.UTF8.GetString(content);
        // Bytes that are no UTF-8 are not the text they seem to be.
        return Encoding.UTF8.GetBytes(text).AsSpan().SequenceEqual(content) ? text : "";
    }

    private static List<(string Path, byte[] Content)>? Read(byte[] zip, List<BundleDifference> found)
    {
        try
        {
            using var archive = new ZipArchive(new MemoryStream(zip), ZipArchiveMode.Read);
            var files = new List<(string, byte[])>();
            long left = MostBytes;
            foreach (var entry in archive.Entries)
            {
                left -= entry.Length;
                if (left < 0)
                {
                    found.Add(new(Structure, "quá lớn"));
                    return null;
                }

                using var content = new MemoryStream();
                using var stream = entry.Open();
                stream.CopyTo(content);
                files.Add((entry.FullName, content.ToArray()));
            }

            return files;
        }
        catch (Exception failure) when (failure is InvalidDataException or IOException or ArgumentException or NotSupportedException or OverflowException)
        {
            found.Add(new(Structure, "không đọc được: tệp hỏng hoặc không phải gói của bản công bố"));
            return null;
        }
    }
}
