using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace ParIndex.Web.Security;

/// <summary>Encrypts what is secret in a key before it is stored.</summary>
internal sealed class KeyEncryptor(KeySecret secret) : IXmlEncryptor
{
    public EncryptedXmlInfo Encrypt(XElement plaintextElement) =>
        new(new XElement("encryptedKey", new XElement("value", Convert.ToBase64String(secret.Seal(Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting)))))), typeof(KeyDecryptor));
}

/// <summary>Decrypts it again. Stored keys name this class with its assembly: it keeps both names.</summary>
internal sealed class KeyDecryptor : IXmlDecryptor
{
    private readonly KeySecret _secret;

    /// <summary>As the framework makes it.</summary>
    public KeyDecryptor(IServiceProvider services) => _secret = services.GetRequiredService<KeySecret>();

    public XElement Decrypt(XElement encryptedElement) =>
        XElement.Parse(Encoding.UTF8.GetString(_secret.Open(Convert.FromBase64String(encryptedElement.Element("value")!.Value))));
}
