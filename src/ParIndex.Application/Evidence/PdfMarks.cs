using System.IO.Compression;
using System.Text;
using ParIndex.Domain.Evidence;

namespace ParIndex.Application.Evidence;

/// <summary>
/// The marks of a PDF, by the names it uses: wherever they stand, also written with <c>#</c> escapes, also inside object
/// streams packed with Flate. A name in a comment or a text marks the file too; nothing is lost by care.
/// </summary>
internal static class PdfMarks
{
    /// <summary>Most bytes of all object streams together; more is not unpacked, and said.</summary>
    private const int MostUnpacked = 64 * 1024 * 1024;

    private const int LongestName = 32;

    /// <summary>So far before its bytes the dictionary of a stream is looked for.</summary>
    private const int LongestDictionary = 8192;

    private static readonly Dictionary<string, FileMarks> Meanings = new(StringComparer.Ordinal)
    {
        ["JavaScript"] = FileMarks.Script,
        ["Rendition"] = FileMarks.Script,
        ["Launch"] = FileMarks.Launch,
        ["EmbeddedFile"] = FileMarks.EmbeddedFiles,
        ["EmbeddedFiles"] = FileMarks.EmbeddedFiles,
        ["FileAttachment"] = FileMarks.EmbeddedFiles,
        ["RichMedia"] = FileMarks.EmbeddedFiles,
        ["GoToE"] = FileMarks.EmbeddedFiles,
        ["GoToR"] = FileMarks.ExternalLinks,
        ["XFA"] = FileMarks.Form,
        ["SubmitForm"] = FileMarks.Form,
        ["ImportData"] = FileMarks.Form,
        ["Encrypt"] = FileMarks.Unchecked,
    };

    public static FileMarks Of(byte[] pdf)
    {
        var found = new Mark();
        found.Read(pdf);
        var left = MostUnpacked;
        foreach (var (dictionary, start) in Streams(pdf))
        {
            if (!IsObjectStream(dictionary))
            {
                continue;
            }

            switch (FilterOf(dictionary))
            {
                case "":
                    // Not packed: it was read with the rest.
                    break;
                case "FlateDecode" or "Fl" when !dictionary.Contains("Predictor", StringComparer.Ordinal) && Inflate(pdf, start, left) is { } objects:
                    left -= objects.Length;
                    found.Read(objects);
                    break;
                default:
                    found.Marks |= FileMarks.Unchecked;
                    break;
            }
        }

        return found.Marks | found.Form;
    }

    /// <summary>Each stream: the names of its dictionary, and where its bytes begin.</summary>
    private static IEnumerable<(IReadOnlyList<string> Dictionary, int Start)> Streams(byte[] pdf)
    {
        for (var at = pdf.AsSpan().IndexOf("stream"u8); at >= 0;)
        {
            var after = at + "stream".Length;
            var start = after < pdf.Length && pdf[after] == '\r' ? after + 1 : after;
            start = start < pdf.Length && pdf[start] == '\n' ? start + 1 : start;
            if (start > after && !pdf.AsSpan(0, at).EndsWith("end"u8))
            {
                yield return (DictionaryBefore(pdf, at), start);
            }

            var next = pdf.AsSpan(after).IndexOf("stream"u8);
            at = next < 0 ? -1 : after + next;
        }
    }

    private static List<string> DictionaryBefore(byte[] pdf, int at)
    {
        var text = pdf.AsSpan(Math.Max(0, at - LongestDictionary)..at);
        var begin = text.LastIndexOf(" obj"u8);
        return [.. Names(begin < 0 ? text.ToArray() : text[begin..].ToArray()).Select(name => name.Text)];
    }

    private static bool IsObjectStream(IReadOnlyList<string> dictionary) =>
        dictionary.Contains("ObjStm", StringComparer.Ordinal) || (dictionary.Contains("First", StringComparer.Ordinal) && dictionary.Contains("N", StringComparer.Ordinal));

    /// <summary>The one filter of a stream, nothing when it has none, and something unknown for a chain or a reference.</summary>
    private static string FilterOf(IReadOnlyList<string> dictionary)
    {
        var at = dictionary.ToList().FindIndex(name => name is "Filter" or "F");
        if (at < 0)
        {
            return "";
        }

        var chain = dictionary.Skip(at + 1).TakeWhile(name => name.EndsWith("Decode", StringComparison.Ordinal) || name is "Fl" or "LZW" or "AHx" or "A85" or "RL" or "Crypt").ToList();
        return chain.Count == 1 ? chain[0] : "?";
    }

    private static byte[]? Inflate(byte[] pdf, int start, int most)
    {
        try
        {
            using var packed = new ZLibStream(new MemoryStream(pdf, start, pdf.Length - start, writable: false), CompressionMode.Decompress);
            using var unpacked = new MemoryStream();
            var buffer = new byte[81_920];
            int read;
            while ((read = packed.Read(buffer)) > 0)
            {
                unpacked.Write(buffer, 0, read);
                if (unpacked.Length > most)
                {
                    return null;
                }
            }

            return unpacked.ToArray();
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    /// <summary>Every name with its escapes undone, and the first byte that follows it and is no blank.</summary>
    private static IEnumerable<(string Text, byte Follows)> Names(byte[] bytes)
    {
        var name = new StringBuilder(LongestName);
        for (var at = Array.IndexOf(bytes, (byte)'/'); at >= 0; at = Array.IndexOf(bytes, (byte)'/', at))
        {
            name.Clear();
            for (at++; at < bytes.Length && !IsDelimiter(bytes[at]); at++)
            {
                var letter = bytes[at];
                if (letter == '#' && at + 2 < bytes.Length && char.IsAsciiHexDigit((char)bytes[at + 1]) && char.IsAsciiHexDigit((char)bytes[at + 2]))
                {
                    letter = Convert.ToByte(Encoding.ASCII.GetString(bytes, at + 1, 2), 16);
                    at += 2;
                }

                if (name.Length <= LongestName)
                {
                    name.Append((char)letter);
                }
            }

            var next = at;
            while (next < bytes.Length && IsBlank(bytes[next]))
            {
                next++;
            }

            if (name.Length <= LongestName)
            {
                yield return (name.ToString(), next < bytes.Length ? bytes[next] : (byte)0);
            }

            if (at >= bytes.Length)
            {
                yield break;
            }
        }
    }

    private static bool IsBlank(byte letter) => letter is 0 or (byte)'\t' or (byte)'\n' or (byte)'\f' or (byte)'\r' or (byte)' ';

    private static bool IsDelimiter(byte letter) => IsBlank(letter) || "()<>[]{}/%".Contains((char)letter, StringComparison.Ordinal);

    /// <summary>What was found so far.</summary>
    private sealed class Mark
    {
        private bool _hasForm;
        private bool _hasFields;
        private bool _hasSignature;

        public FileMarks Marks { get; set; }

        /// <summary>A form that holds nothing but signatures is a signed paper, not a form to fill in.</summary>
        public FileMarks Form => _hasFields || (_hasForm && !_hasSignature) ? FileMarks.Form : FileMarks.None;

        public void Read(byte[] bytes)
        {
            var before = "";
            foreach (var (name, follows) in Names(bytes))
            {
                Marks |= Meanings.GetValueOrDefault(name);
                // Names so short stand in packed pictures by chance: what follows tells.
                Marks |= (name, follows) switch
                {
                    ("JS", (byte)'(' or (byte)'<' or >= (byte)'0' and <= (byte)'9') => FileMarks.Script,
                    ("EF", (byte)'<' or >= (byte)'0' and <= (byte)'9') => FileMarks.EmbeddedFiles,
                    _ => FileMarks.None,
                };
                _hasForm |= name == "AcroForm";
                _hasSignature |= before == "FT" && name == "Sig";
                _hasFields |= before == "FT" && name is ("Tx" or "Btn" or "Ch");
                before = name;
            }
        }
    }
}
