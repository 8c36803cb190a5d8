using System.Security.Cryptography;
using System.Text;
using FluentValidation;
using ParIndex.Web.Configuration;

namespace ParIndex.Web.Security;

/// <summary>What opens the keys in the database, section <c>Keys</c>.</summary>
public sealed class KeyOptions
{
    public const string Section = "Keys";

    /// <summary>A random text that all nodes share. Without one it is the file `keys/secret` in the data folder, made at the first start.</summary>
    public string? Secret { get; set; }
}

public sealed class KeyOptionsValidator : AbstractValidator<KeyOptions>
{
    public KeyOptionsValidator() =>
        RuleFor(keys => keys.Secret).Must(KeySecret.IsStrong).When(keys => !string.IsNullOrWhiteSpace(keys.Secret))
            .WithMessage($"cần ít nhất {KeySecret.LeastCharacters} ký tự ngẫu nhiên, ví dụ kết quả của lệnh openssl rand -hex 32.");
}

/// <summary>
/// The secret that encrypts the keys of cookies and second factors where they are stored. It is in no database and no
/// backup, and never changes: who reads those without it can make neither a session nor a code.
/// </summary>
internal sealed class KeySecret
{
    public const int LeastCharacters = 32;

    private const int LeastDifferent = 8;

    public const string FileName = "secret";

    private readonly byte[] _key;

    public KeySecret(string text) => _key = HKDF.DeriveKey(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(text.Trim()), outputLength: 32, info: "ParIndex.Keys"u8.ToArray());

    public static bool IsStrong(string? text) => text?.Trim() is { Length: >= LeastCharacters } random && random.Distinct().Count() >= LeastDifferent;

    /// <summary>The secret that the folder keeps, made when it keeps none.</summary>
    /// <exception cref="SettingsException">The folder cannot be used, or what it keeps is no secret.</exception>
    public static KeySecret Of(string folder)
    {
        var file = Path.Combine(PrivateFolder.Open(folder).FullName, FileName);
        try
        {
            if (!File.Exists(file))
            {
                Make(file);
            }

            var text = File.ReadAllText(file);
            return IsStrong(text) ? new(text) : throw SettingsException.For([$"tệp {file} không chứa bí mật của các khoá; chép lại tệp này từ bản lưu riêng."]);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw SettingsException.For([$"DataFolder không dùng được tệp {file} ({failure.Message}); chương trình phải được phép đọc và ghi tệp này."]);
        }
    }

    public byte[] Seal(byte[] plain)
    {
        var sealedBytes = new byte[AesGcm.NonceByteSizes.MaxSize + AesGcm.TagByteSizes.MaxSize + plain.Length];
        var (nonce, tag, text) = Parts(sealedBytes);
        RandomNumberGenerator.Fill(nonce.Span);
        using var cipher = new AesGcm(_key, tag.Length);
        cipher.Encrypt(nonce.Span, plain, text.Span, tag.Span);
        return sealedBytes;
    }

    /// <exception cref="CryptographicException">It was sealed with another secret, or is damaged.</exception>
    public byte[] Open(byte[] sealedBytes)
    {
        if (sealedBytes.Length < AesGcm.NonceByteSizes.MaxSize + AesGcm.TagByteSizes.MaxSize)
        {
            throw new CryptographicException("Too short to be sealed.");
        }

        var (nonce, tag, text) = Parts(sealedBytes);
        var plain = new byte[text.Length];
        using var cipher = new AesGcm(_key, tag.Length);
        cipher.Decrypt(nonce.Span, text.Span, tag.Span, plain);
        return plain;
    }

    private static (Memory<byte> Nonce, Memory<byte> Tag, Memory<byte> Text) Parts(Memory<byte> bytes)
    {
        var (nonce, tag) = (AesGcm.NonceByteSizes.MaxSize, AesGcm.TagByteSizes.MaxSize);
        return (bytes[..nonce], bytes.Slice(nonce, tag), bytes[(nonce + tag)..]);
    }

    /// <summary>Whole and on the disk before it has its name: what is encrypted with it would be lost with it.</summary>
    private static void Make(string file)
    {
        var partial = $"{file}.{Guid.NewGuid():N}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var stream = new FileStream(partial, options))
        {
            stream.Write(Encoding.ASCII.GetBytes(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32))));
            stream.Flush(flushToDisk: true);
        }

        try
        {
            File.Move(partial, file, overwrite: false);
        }
        catch (IOException) when (File.Exists(file))
        {
            // Another process of this portal was faster.
            File.Delete(partial);
        }
    }
}
