using ParIndex.Application.Reading;
using ParIndex.Domain;

namespace ParIndex.Web.Commands;

/// <summary>A file named on the command line, or standard input for <c>-</c>.</summary>
/// <param name="Name">Its name without folders, for messages.</param>
/// <param name="Content">Its bytes; one more than the limit when it is larger, for the reader to refuse.</param>
internal sealed record InputFile(string Name, byte[] Content)
{
    public const string StandardInput = "-";

    /// <exception cref="UnreadableTableException">There is no such file, or it cannot be read.</exception>
    public static async Task<InputFile> ReadAsync(string typed, CancellationToken cancellationToken, int mostBytes = SourceTableReader.MostBytes)
    {
        if (typed == StandardInput)
        {
            await using var input = Console.OpenStandardInput();
            return new("(đầu vào chuẩn)", await ReadAsync(input, mostBytes, cancellationToken));
        }

        var path = CallerPath.Resolve(typed);
        var name = Path.GetFileName(path);
        try
        {
            if (Directory.Exists(path))
            {
                throw Refused(typed, ArgumentWords.IsFolder(typed));
            }

            await using var stream = File.OpenRead(path);
            return new(name, await ReadAsync(stream, mostBytes, cancellationToken));
        }
        catch (Exception failure) when (failure is FileNotFoundException or DirectoryNotFoundException)
        {
            throw Refused(name, ArgumentWords.NoFile(path));
        }
        catch (UnauthorizedAccessException)
        {
            throw Refused(name, ArgumentWords.MayNotRead(path));
        }
        catch (IOException failure)
        {
            throw Refused(name, ArgumentWords.CannotRead(path, failure.Message));
        }
    }

    private static async Task<byte[]> ReadAsync(Stream stream, int mostBytes, CancellationToken cancellationToken)
    {
        var content = new byte[(stream.CanSeek ? Math.Min(stream.Length, mostBytes) : mostBytes) + 1];
        var length = await stream.ReadAtLeastAsync(content, content.Length, throwOnEndOfStream: false, cancellationToken);
        return content[..length];
    }

    private static UnreadableTableException Refused(string name, Finding why) =>
        new([new ReadingProblem(why, Place: null) { File = name }]);
}
