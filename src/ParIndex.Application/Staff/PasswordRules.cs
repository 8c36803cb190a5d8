using System.Text;
using ParIndex.Domain.Text;

namespace ParIndex.Application.Staff;

/// <summary>
/// What a password must be: long, and not one an attacker tries first. No rule about its signs. (NIST SP 800-63B,
/// ASVS 5.0 6.2.)
/// </summary>
public static class PasswordRules
{
    /// <summary>Fewest characters when a second factor is asked too.</summary>
    public const int WithSecondFactor = 12;

    /// <summary>Fewest characters when the password stands alone.</summary>
    public const int Alone = 15;

    /// <summary>Most characters: what a person may paste, not what makes the server work for nothing.</summary>
    public const int Most = 200;

    private const int ShortestWord = 4;

    private static readonly Lazy<IReadOnlySet<string>> Common = new(ReadCommon);

    /// <summary>Fewest characters for the account.</summary>
    public static int LeastFor(StaffAccount account)
    {
        ArgumentNullException.ThrowIfNull(account);
        return account.TwoFactorEnabled || account.Has(RoleWords.WithSecondFactor) ? WithSecondFactor : Alone;
    }

    /// <summary>Why the password is refused, in a Vietnamese sentence, or <c>null</c>.</summary>
    /// <param name="password">As typed.</param>
    /// <param name="account">Whose it will be.</param>
    /// <param name="localWords">Names an attacker knows: the province, the unit.</param>
    public static string? Refuse(string password, StaffAccount account, IEnumerable<string> localWords)
    {
        ArgumentNullException.ThrowIfNull(password);
        ArgumentNullException.ThrowIfNull(account);
        var least = LeastFor(account);
        var length = password.EnumerateRunes().Count();
        if (length < least)
        {
            return least == WithSecondFactor
                ? $"Mật khẩu cần ít nhất {least} ký tự; mật khẩu vừa nhập có {length} ký tự."
                : $"Mật khẩu cần ít nhất {least} ký tự (hoặc {WithSecondFactor} ký tự nếu tài khoản có xác thực hai bước); mật khẩu vừa nhập có {length} ký tự.";
        }

        if (length > Most)
        {
            return $"Mật khẩu dài nhất {Most} ký tự.";
        }

        var letters = Letters(password);
        return IsCommon(letters) ? "Mật khẩu này nằm trong danh sách mật khẩu phổ biến. Hãy chọn một cụm từ khác, chỉ mình mình biết."
            : Names(account, localWords).FirstOrDefault(name => IsMadeOf(letters, name)) is not null
                ? "Mật khẩu chỉ gồm mã cán bộ, họ tên, tên đơn vị hoặc tên tỉnh thêm vài ký tự nên dễ đoán. Hãy chọn một cụm từ khác."
                : null;
    }

    private static IEnumerable<string> Names(StaffAccount account, IEnumerable<string> localWords) =>
        localWords.Append(account.StaffCode).Append(account.FullName).Select(Letters).Where(name => name.Length >= ShortestWord);

    /// <summary>A common word, also repeated, or with a few digits around: “matkhau2026”, “123456123456”.</summary>
    private static bool IsCommon(string letters) =>
        letters.Length == 0 || letters.Distinct().Count() < 4 || Common.Value.Any(word => IsMadeOf(letters, word));

    /// <summary>Whether nothing but digits of a year or a few letters is left when the word is taken out.</summary>
    private static bool IsMadeOf(string letters, string word) =>
        letters.Contains(word, StringComparison.Ordinal)
        && letters.Replace(word, "", StringComparison.Ordinal) is var rest
        && (rest.Length <= 4 || (rest.Length <= 8 && rest.All(char.IsAsciiDigit)));

    private static string Letters(string text) => string.Concat(VietnameseText.Fold(text).Where(char.IsLetterOrDigit));

    private static HashSet<string> ReadCommon()
    {
        using var stream = typeof(PasswordRules).Assembly.GetManifestResourceStream("common-passwords.txt")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(line => !line.StartsWith('#')).Select(Letters)];
    }
}
