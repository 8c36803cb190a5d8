namespace ParIndex.Web.Texts;

/// <inheritdoc />
public sealed class EnglishFailureTexts : FailureTexts
{
    public override string Status(int status) => $"Status {status}";

    public override string Home => "First page";

    public override string Units => "All units";

    public override string Releases => "All releases";

    public override string RequestId => "Request:";

    public override string Published => "Years and groups that were published";

    public override (string Title, string What, string Next)? InsteadOf(int status) => status switch
    {
        404 => ("Page not found", "There is no such address here, or nothing was published for this year and group.", "Check the address, search for the unit, or choose a year and group below."),
        414 => ("Address too long", "The address is longer than the server takes.", "Search for fewer words."),
        429 => ("Too many requests", "The server takes no requests from this network address for a moment, as there were too many.", "Wait about a minute and try again; for remarks on figures, an hour."),
        503 => ("Not available for the moment", "The site is being maintained or is starting.", "Try again in a few minutes."),
        >= 500 => ("Something went wrong", "The request was not answered because of an error of the system, which was recorded.", "Try again in a few minutes; if it fails again, tell the contact below and quote the request."),
        _ => ("This could not be done", "The server could not do what was asked.", "Go back to the page before and try again."),
    };
}
