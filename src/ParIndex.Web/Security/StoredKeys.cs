using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Data;
using ParIndex.Web.Configuration;

namespace ParIndex.Web.Security;

/// <summary>
/// The keys in the database, made ready before the first request: those an earlier version kept in a folder are taken over,
/// all must open, and there is one to protect with.
/// </summary>
/// <param name="folder">Where an earlier version kept them.</param>
/// <param name="secret">What they are encrypted with.</param>
/// <param name="keys">Reads them.</param>
/// <param name="protection">Makes the first.</param>
internal sealed class StoredKeys(KeyFolder folder, KeySecret secret, IKeyManager keys, IDataProtectionProvider protection)
{
    /// <summary>The number two nodes lock that start at once; of no meaning.</summary>
    private const long Lock = 0x5061_7249_4b65_7973;

    private static readonly XNamespace Names = "http://schemas.asp.net/2015/03/dataProtection";

    /// <summary>Takes over, checks and loads. One node at a time: two that each made a first key would not read each other's cookies.</summary>
    /// <exception cref="SettingsException">A stored key does not open with this secret; going on would make new keys, which open nobody's second factor.</exception>
    public async Task OpenAsync(ParIndexDb db, CancellationToken cancel)
    {
        if (db is not PostgresParIndexDb)
        {
            await OpenAloneAsync(db, cancel);
            return;
        }

        await db.Database.OpenConnectionAsync(cancel);
        try
        {
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_lock({Lock})", cancel);
            await OpenAloneAsync(db, cancel);
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_unlock({Lock})", cancel);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    /// <summary>Removes the keys whose secret is lost. What they protected is lost with them: people sign in again, with a recovery code.</summary>
    /// <returns>How many there were.</returns>
    public async Task<int> ForgetLostAsync(ParIndexDb db, CancellationToken cancel)
    {
        var lost = Lost().ConvertAll(Name);
        var rows = await db.DataProtectionKeys.Where(key => lost.Contains(key.FriendlyName!)).ToListAsync(cancel);
        db.RemoveRange(rows);
        if (rows.Count > 0)
        {
            await db.SaveAsync(new("forget-keys", "Bỏ các khoá bảo vệ dữ liệu không còn mở được", string.Join(", ", lost)), cancel);
        }

        return rows.Count;
    }

    private async Task OpenAloneAsync(ParIndexDb db, CancellationToken cancel)
    {
        await TakeOverAsync(db, cancel);
        if (Lost() is { Count: > 0 } lost)
        {
            throw SettingsException.For([$"Keys:Secret không mở được {lost.Count} khoá bảo vệ dữ liệu trong cơ sở dữ liệu. Dùng đúng bí mật của các nút khác và của máy cũ: giá trị Keys:Secret, hoặc tệp {folder.Secret}. Nếu bí mật đó đã mất, chạy lệnh forget-keys: mọi người đăng nhập lại bằng mã dự phòng của xác thực hai bước."]);
        }

        protection.CreateProtector("ParIndex.Start").Protect([]);
    }

    private async Task TakeOverAsync(ParIndexDb db, CancellationToken cancel)
    {
        var found = folder.Keys();
        var known = found.Count == 0 ? [] : await db.DataProtectionKeys.Select(key => key.FriendlyName!).ToListAsync(cancel);
        var news = found.Where(key => !known.Contains(key.Name)).ToList();
        db.DataProtectionKeys.AddRange(news.Select(key => new DataProtectionKey { FriendlyName = key.Name, Xml = Encrypted(key.Xml).ToString(SaveOptions.DisableFormatting) }));
        if (news.Count > 0)
        {
            await db.SaveAsync(new("system", "Chuyển khoá bảo vệ dữ liệu từ thư mục keys vào cơ sở dữ liệu", string.Join(", ", news.Select(key => key.Name))), cancel);
        }
    }

    /// <summary>As the framework stores a key: what is marked as secret, encrypted. In the folder it lay open.</summary>
    private XElement Encrypted(XElement key)
    {
        var encryptor = new KeyEncryptor(secret);
        foreach (var open in key.DescendantsAndSelf().Where(element => (bool?)element.Attribute(Names + "requiresEncryption") == true).ToList())
        {
            var closed = encryptor.Encrypt(new XElement(open));
            open.ReplaceWith(new XElement(Names + "encryptedSecret", new XAttribute("decryptorType", closed.DecryptorType.AssemblyQualifiedName!), closed.EncryptedElement));
        }

        return key;
    }

    private List<IKey> Lost() => [.. keys.GetAllKeys().Where(key => !Opens(key))];

    private static bool Opens(IKey key)
    {
        try
        {
            return key.CreateEncryptor() is not null;
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            // The framework wraps what went wrong in many ways; each means that this key protects and opens nothing here.
            return false;
        }
    }

    private static string Name(IKey key) => $"key-{key.KeyId:D}";
}

/// <summary>The folder beside the database that holds what must not lie in it; earlier versions kept all keys there, and those stay, for who goes back to one of them.</summary>
/// <param name="path">Its path; there may be none.</param>
internal sealed class KeyFolder(string path)
{
    /// <summary>The file of the secret, where no setting gives it.</summary>
    public string Secret => FileOf(KeySecret.FileName);

    /// <summary>A file in it.</summary>
    public string FileOf(string name) => Path.Combine(path, name);

    /// <summary>The keys and revocations in it, by the names of their files.</summary>
    public IReadOnlyList<(string Name, XElement Xml)> Keys() =>
        Directory.Exists(path)
            ? [.. Directory.EnumerateFiles(path, "*.xml").Order(StringComparer.Ordinal).Select(file => (Path.GetFileNameWithoutExtension(file), XElement.Load(file)))]
            : [];
}
