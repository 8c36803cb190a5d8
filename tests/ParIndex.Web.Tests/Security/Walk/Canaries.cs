using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace ParIndex.Web.Tests.Security.Walk;

/// <summary>Marks in hidden cells that stand nowhere else: notes, questions, points, figures, and what points add up to.</summary>
internal sealed class Canaries
{
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    private readonly Dictionary<string, (string Plain, string Words)> _marks = new(StringComparer.Ordinal);

    /// <summary>A text, found wherever it stands.</summary>
    public Canaries Text(string text)
    {
        _marks[Regex.Escape(text)] = (text, text);
        return this;
    }

    /// <summary>A number, found in each way pages and files write it, and as no part of another.</summary>
    public Canaries Number(decimal number, string what)
    {
        var forms = new[] { number.ToString("0.00", CultureInfo.InvariantCulture), number.ToString("0.####", CultureInfo.InvariantCulture), number.ToString("N2", Vietnamese), number.ToString("0.00", Vietnamese), number.ToString("#,0.####", Vietnamese), number.ToString("0.####", Vietnamese) };
        foreach (var form in forms.Distinct().Where(form => form.Length > 3))
        {
            // No part of a longer number; digits alone are also no part of a key. Behind a comma a dotted number may be the next field.
            var (point, hyphen) = form.Contains(',', StringComparison.Ordinal) ? (",", "") : (@"\.", form.Contains('.', StringComparison.Ordinal) ? "" : "-");
            _marks[$"(?<![0-9A-Za-z_{hyphen}])(?<![0-9]{point}){Regex.Escape(form)}(?![0-9A-Za-z_{hyphen}]|{point}[0-9])"] = (form, $"{form} ({what})");
        }

        return this;
    }

    /// <summary>The marks in an answer: its headers, its body, and what a workbook in it holds.</summary>
    public async Task<IReadOnlyList<string>> FindAsync(HttpResponseMessage answer)
    {
        var text = new StringBuilder(answer.Headers.ToString()).Append(answer.Content.Headers);
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        text.Append(Encoding.UTF8.GetString(bytes));
        if (bytes is [(byte)'P', (byte)'K', ..])
        {
            using var zip = new ZipArchive(new MemoryStream(bytes));
            foreach (var entry in zip.Entries)
            {
                using var content = new StreamReader(entry.Open());
                text.Append('\n').Append(await content.ReadToEndAsync());
            }
        }

        var all = text.ToString();
        return [.. _marks.Where(mark => all.Contains(mark.Value.Plain, StringComparison.Ordinal) && Regex.IsMatch(all, mark.Key, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(10))).Select(mark => mark.Value.Words)];
    }
}
