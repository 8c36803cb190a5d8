using System.Text;
using ParIndex.Application.Accounts;
using ParIndex.Domain.Staff;

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

    /// <summary>Fewest letters of a name that count as a word of a password.</summary>
    internal const int ShortestWord = 4;

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
    /// <param name="province">The province with its type, or empty.</param>
    /// <param name="units">Names of its units, which an attacker knows too.</param>
    public static string? Refuse(string password, StaffAccount account, string province, IEnumerable<string> units)
    {
        ArgumentNullException.ThrowIfNull(password);
        ArgumentNullException.ThrowIfNull(account);
        ArgumentNullException.ThrowIfNull(province);
        var least = LeastFor(account);
        var length = password.Normalize(NormalizationForm.FormC).EnumerateRunes().Count();
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

        var readings = GuessableText.Readings(password);
        if (readings[0].Variety < 4 || readings.Any(reading => reading.IsMadeOf(Common.Value)))
        {
            return "Mật khẩu này nằm trong danh sách mật khẩu phổ biến. Hãy chọn một cụm từ khác, chỉ mình mình biết.";
        }

        var place = GuessableText.WithoutType(province);
        var known = Common.Value.Concat(Words([account.StaffCode, account.FullName, province, place, .. units.SelectMany(unit => new[] { unit, GuessableText.WithoutType(unit) })])).ToHashSet(StringComparer.Ordinal);
        if (readings.Any(reading => reading.IsMadeOf(known)))
        {
            return "Mật khẩu chỉ gồm mã cán bộ, họ tên, tên đơn vị, tên tỉnh hoặc cụm từ quen thuộc thêm vài ký tự nên dễ đoán. Hãy chọn một cụm từ khác.";
        }

        return readings.Any(reading => reading.LengthBeside(GuessableText.Letters(place)) < least)
            ? $"Mật khẩu có tên tỉnh thì phần còn lại, không kể số ở đầu và cuối, cần ít nhất {least} ký tự. Hãy chọn một cụm từ khác."
            : null;
    }

    private static IEnumerable<string> Words(IEnumerable<string> names) => names.Select(GuessableText.Letters).Where(name => name.Length >= ShortestWord);

    private static HashSet<string> ReadCommon()
    {
        using var stream = typeof(PasswordRules).Assembly.GetManifestResourceStream("common-passwords.txt")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(line => !line.StartsWith('#')).Select(GuessableText.Letters)];
    }
}
