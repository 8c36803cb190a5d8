using Microsoft.EntityFrameworkCore.Migrations;

namespace ParIndex.Application.Data;

/// <summary>
/// Folds the texts that accounts, documents and files are found by, in one statement a table of the migration that adds the
/// column. It says what <see cref="Domain.Text.VietnameseText.Fold"/> said on that day of Vietnamese letters, composed or
/// not, digits and the usual signs, and does not change when that does.
/// </summary>
internal static class SearchTexts
{
    /// <summary>Letters with marks, small and capital, by the bare one.</summary>
    private static readonly (string Letters, string Bare)[] Letters =
    [
        ("àáảãạăằắẳẵặâầấẩẫậÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬ", "a"),
        ("èéẻẽẹêềếểễệÈÉẺẼẸÊỀẾỂỄỆ", "e"),
        ("ìíỉĩịÌÍỈĨỊ", "i"),
        ("òóỏõọôồốổỗộơờớởỡợÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢ", "o"),
        ("ùúủũụưừứửữựÙÚỦŨỤƯỪỨỬỮỰ", "u"),
        ("ỳýỷỹỵỲÝỶỸỴ", "y"),
        ("đĐ", "d"),
        ("\u0300\u0301\u0302\u0303\u0306\u0309\u031B\u0323", ""),
        ("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~\u00A0§«°±·»×–—‘’“”•…№≤≥", " "),
    ];

    public static void Fill(MigrationBuilder migration)
    {
        Fill(migration, "staff_accounts", "user_name || ' ' || full_name || ' ' || COALESCE(post, '')");
        Fill(migration, "evidence_documents", "title || ' ' || COALESCE(number, '') || ' ' || COALESCE(issuer, '')");
        Fill(migration, "stored_files", "file_name");
    }

    private static void Fill(MigrationBuilder migration, string table, string text) =>
        migration.Sql($"UPDATE {table} SET search_text = {OneBlank(Folded($"lower({text})"))};");

    private static string Folded(string text) =>
        Letters.SelectMany(row => row.Letters.Select(letter => (letter, row.Bare)))
            .Aggregate(text, (sql, pair) => $"replace({sql}, '{(pair.letter == '\'' ? "''" : pair.letter)}', '{pair.Bare}')");

    /// <summary>A run of blanks becomes one by way of two signs that no folded text holds.</summary>
    private static string OneBlank(string folded) =>
        $"trim(replace(replace(replace({folded}, ' ', '<>'), '><', ''), '<>', ' '))";
}
