namespace ParIndex.Application.Data;

/// <summary>From where what is being done is done.</summary>
/// <param name="request">The address of the request at hand, or <c>null</c> when there is none.</param>
public sealed class ActSource(Func<string?> request)
{
    /// <summary>Verbs of the command line.</summary>
    public const string CommandLine = "dòng lệnh";

    /// <summary>What the program does without anybody asking.</summary>
    public const string Program = "máy chủ";

    /// <summary>The address of the request at hand, or <see cref="Program"/>.</summary>
    public string Now => request() ?? Program;
}
