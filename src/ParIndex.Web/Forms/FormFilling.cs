using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using ParIndex.Web.Security;

namespace ParIndex.Web.Forms;

/// <summary>
/// Puts what was typed back into the form of a page, as a browser does when one goes back: boxes, choices, and the
/// versions the form carried, so that what others changed meanwhile is still met. Buttons are for the person to press.
/// </summary>
internal static class FormFilling
{
    private const string Anchor = "noi-dung-da-nhap";

    /// <summary>The page with its form filled in and a word about it on top.</summary>
    /// <param name="html">The page.</param>
    /// <param name="path">Its address, where forms without one are sent.</param>
    /// <param name="sent">What was typed.</param>
    /// <param name="words">Why it stands there.</param>
    public static string Fill(string html, PathString path, SentForm sent, string words)
    {
        var page = new HtmlParser().ParseDocument(html);
        var form = FormOf(page, path, sent);
        var notice = page.CreateElement("div");
        (notice.ClassName, notice.TextContent) = ("notice", words + (sent.HadFiles ? " Tệp đính kèm phải chọn lại." : ""));
        notice.SetAttribute("role", "alert");
        if (form is not null)
        {
            Fill(form, sent, whole: true);
            form.Id ??= Anchor;
            var link = page.CreateElement("a");
            link.SetAttribute("href", "#" + form.Id);
            link.TextContent = "Đến biểu mẫu";
            notice.Append(page.CreateTextNode(" "), link);
        }
        else
        {
            notice.Append(Listed(page, sent));
        }

        (page.QuerySelector("main .wrap") ?? page.QuerySelector("main") ?? page.Body)?.Prepend(notice);
        return page.ToHtml();
    }

    /// <summary>
    /// The page that refuses the form, with what was typed in the boxes that it left empty. Versions, and what the page shows
    /// in a box instead, stay as they are: it may have something to say there.
    /// </summary>
    public static string Refill(string html, PathString path, SentForm sent)
    {
        var page = new HtmlParser().ParseDocument(html);
        if (FormOf(page, path, sent) is not { } form)
        {
            return html;
        }

        Fill(form, sent, whole: false);
        return page.ToHtml();
    }

    private static IHtmlFormElement? FormOf(IHtmlDocument page, PathString path, SentForm sent) => page.Forms.Where(form => IsSentTo(form, path, sent))
        .OrderByDescending(form => SameHidden(form, sent)).ThenByDescending(form => form.Elements.Count(element => NameOf(element) is { } name && sent.Fields.ContainsKey(name))).FirstOrDefault();

    private static void Fill(IHtmlFormElement form, SentForm sent, bool whole)
    {
        var ticked = form.Elements.OfType<IHtmlInputElement>().Where(input => input.Type is "checkbox" or "radio").Select(input => input.Name).ToHashSet(StringComparer.Ordinal);
        var taken = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var element in form.Elements)
        {
            switch (element)
            {
                case IHtmlInputElement { Type: "checkbox" or "radio" } box when NameOf(box) is { } name:
                    box.IsDefaultChecked = (!whole && box.IsDefaultChecked) || (sent.Fields.TryGetValue(name, out var chosen) && chosen.Contains(box.Value));
                    break;
                case IHtmlInputElement { Type: not ("submit" or "button" or "image" or "reset" or "file" or "password") } input when !(input.Type == "hidden" && (!whole || ticked.Contains(input.Name))) && input.GetAttribute("autocomplete") != "one-time-code" && Next(NameOf(input)) is { } text && (whole || string.IsNullOrEmpty(input.GetAttribute("value"))):
                    input.SetAttribute("value", text);
                    break;
                case IHtmlTextAreaElement area when Next(NameOf(area)) is { } text && (whole || area.TextContent.Length == 0):
                    area.TextContent = text;
                    break;
                case IHtmlSelectElement select when NameOf(select) is { } name && sent.Fields.TryGetValue(name, out var values) && select.Options.Any(option => values.Contains(option.Value)) && (whole || string.IsNullOrEmpty(select.Value)):
                    select.Options.ToList().ForEach(option => option.IsDefaultSelected = values.Contains(option.Value));
                    break;
            }
        }

        // Rows of one name follow each other in the form as they were sent.
        string? Next(string? name)
        {
            if (name is null || name.StartsWith("__", StringComparison.Ordinal) || !sent.Fields.TryGetValue(name, out var values))
            {
                return null;
            }

            var place = taken[name] = taken.GetValueOrDefault(name, -1) + 1;
            return place < values.Count ? values[place] : null;
        }
    }

    private static bool IsSentTo(IHtmlFormElement form, PathString path, SentForm sent)
    {
        var action = form.GetAttribute("action") ?? "";
        var (target, query) = action.Split('?', 2) is [var before, var after] ? (before, after.Split('#')[0]) : (action.Split('#')[0], "");
        return string.Equals(form.Method, "post", StringComparison.OrdinalIgnoreCase)
            && string.Equals(target.Length == 0 ? path.Value : Uri.UnescapeDataString(target), sent.Path, StringComparison.OrdinalIgnoreCase)
            && string.Equals(query.Split('&').FirstOrDefault(part => part.StartsWith("handler=", StringComparison.OrdinalIgnoreCase))?[8..] ?? "", sent.Handler, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Of several forms that are sent to one place, the one about the same thing carries the same keys.</summary>
    private static int SameHidden(IHtmlFormElement form, SentForm sent) => form.Elements.OfType<IHtmlInputElement>()
        .Count(input => input.Type == "hidden" && NameOf(input) is { } name && sent.Fields.TryGetValue(name, out var values) && values.Contains(input.Value));

    /// <summary>The page has no such form any more: what was typed is listed, to be copied.</summary>
    private static IElement Listed(IDocument page, SentForm sent)
    {
        var list = page.CreateElement("ul");
        foreach (var text in sent.Fields.Values.SelectMany(values => values).Where(text => !string.IsNullOrWhiteSpace(text) && !Guid.TryParse(text, out _)))
        {
            var line = page.CreateElement("li");
            line.TextContent = text!;
            list.Append(line);
        }

        return list;
    }

    private static string? NameOf(IElement element) => element.GetAttribute("name") is { Length: > 0 } name ? name : null;
}
