using System.Globalization;
using ParIndex.Application.Tables;

namespace ParIndex.Web.Endpoints;

/// <summary>A part of a long list: how many rows at most, after how many; with links to the parts before and after (RFC 8288).</summary>
/// <param name="Limit">Rows at most, 1 to <see cref="Most"/>.</param>
/// <param name="Offset">Rows passed over, at least 0.</param>
internal sealed record DataPage(int Limit, int Offset)
{
    /// <summary>As many rows as one answer holds.</summary>
    public const int Most = 1000;

    /// <summary>As many rows as are given to who asks for no number: the communes of a province and more.</summary>
    public const int Usual = 200;

    /// <summary>The answer to numbers that are none.</summary>
    public static IResult Unfit => PublishedData.BadRequest(PublishedWords.PageUnfit(Most));

    /// <summary>The part that is asked for, or <c>null</c> where there can be no such.</summary>
    public static DataPage? Of(int? limit, int? offset) =>
        limit is < 1 or > Most || offset < 0 ? null : new(limit ?? Usual, offset ?? 0);

    /// <summary>The rows of this part.</summary>
    public IReadOnlyList<T> Of<T>(IReadOnlyList<T> rows) => [.. rows.Skip(Offset).Take(Limit)];

    /// <summary>What the answer says of the whole.</summary>
    public ListPart Total(int rows) => new(rows, Limit, Offset);

    /// <summary>Names the parts before and after, where there are any.</summary>
    public void WriteLinks(HttpResponse response, int rows)
    {
        List<string> links = [];
        if (Offset + Limit < rows)
        {
            links.Add(Link(response.HttpContext.Request, Offset + Limit, "next"));
        }

        if (Offset > 0)
        {
            links.Add(Link(response.HttpContext.Request, Math.Max(0, Offset - Limit), "prev"));
        }

        if (links.Count > 0)
        {
            response.Headers.Link = string.Join(", ", links);
        }
    }

    private string Link(HttpRequest request, int offset, string relation)
    {
        var query = QueryString.Create(request.Query.Where(part => part.Key is not ("limit" or "offset")))
            .Add("limit", Limit.ToString(CultureInfo.InvariantCulture)).Add("offset", offset.ToString(CultureInfo.InvariantCulture));
        return $"<{request.PathBase.Add(request.Path).ToUriComponent()}{query.ToUriComponent()}>; rel=\"{relation}\"";
    }
}
