namespace ParIndex.Domain.Numbers;

/// <summary>
/// What was wrong with a typed number and what is accepted: a code (<c>number.…</c>) and, in Vietnamese, the end of a
/// sentence whose subject is what was typed.
/// </summary>
public static class NumberMessages
{
    /// <summary>Of a refused score or percentage.</summary>
    public static Finding ForScore(NumberProblem problem, NumberFormat format)
    {
        ArgumentNullException.ThrowIfNull(format);
        var example = (format.AllowPercent, format.Decimals) switch
        {
            (true, 1) => "87,4 hoặc 87.4 hoặc 87,4%",
            (true, _) => "87,42 hoặc 87.42 hoặc 87,42%",
            (false, 1) => "62,3 hoặc 62.3",
            (false, _) => "62,30 hoặc 62.30",
        };
        var accepted = format.Decimals == 0
            ? "nhập số nguyên"
            : $"nhập số có tối đa {format.Decimals} chữ số thập phân, ví dụ {example}";
        var said = problem switch
        {
            NumberProblem.TooManyDecimals => $"có quá {format.Decimals} chữ số thập phân; {accepted}; không dùng dấu phân cách hàng nghìn",
            NumberProblem.Sign when format.AllowNegative => $"không được có dấu dương; {accepted}",
            NumberProblem.Sign => $"không được có dấu âm hoặc dấu dương; {accepted}",
            NumberProblem.Percent => $"không được có dấu %; {accepted}",
            NumberProblem.TooLarge => $"có quá 5 chữ số phần nguyên; {accepted}",
            _ => $"không phải là số hợp lệ; {accepted}",
        };
        return new(CodeOf(problem), said, ("decimals", format.Decimals));
    }

    /// <summary>Of a refused count.</summary>
    public static Finding ForCount(NumberProblem problem) => new(CodeOf(problem), problem switch
    {
        NumberProblem.TooLarge => "có quá 9 chữ số; nhập số nguyên, ví dụ 1611 hoặc 1.611",
        NumberProblem.Sign => "không được có dấu âm hoặc dấu dương; nhập số nguyên, ví dụ 1611 hoặc 1.611",
        _ => "không phải là số nguyên hợp lệ; nhập ví dụ 1611 hoặc 1.611",
    }, ("decimals", 0));

    private static string CodeOf(NumberProblem problem) => problem switch
    {
        NumberProblem.TooManyDecimals => "number.too-many-decimals",
        NumberProblem.Sign => "number.sign",
        NumberProblem.Percent => "number.percent",
        NumberProblem.TooLarge => "number.too-large",
        _ => "number.not-a-number",
    };
}
