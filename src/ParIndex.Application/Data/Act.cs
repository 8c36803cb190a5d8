namespace ParIndex.Application.Data;

/// <summary>Who does what: said with every save of what the audit log tells.</summary>
/// <param name="Who">Staff code, or the name of a command or job; at most 80 characters.</param>
/// <param name="Verb">What is done, in Vietnamese: “Đổi tên”.</param>
/// <param name="Subject">To what, where the verb does not say it: a code, a name; or <c>null</c>.</param>
public sealed record Act(string Who, string Verb, string? Subject = null)
{
    /// <summary>What is done and to what, as the audit log tells it.</summary>
    public string Words => Subject is null ? Verb : $"{Verb} {Subject}";
}
