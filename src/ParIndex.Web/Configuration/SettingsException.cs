namespace ParIndex.Web.Configuration;

/// <summary>A setting is wrong, so the program does not start. The message is for the operator, without a trace.</summary>
public sealed class SettingsException(string message) : Exception(message)
{
    /// <summary>One line per refusal, each naming the key and what is accepted.</summary>
    public static SettingsException For(IEnumerable<string> refusals) =>
        new(string.Join(Environment.NewLine, refusals.Select(refusal => "Cài đặt không hợp lệ: " + refusal)));
}
