namespace ParIndex.Web.Pages.Public;

/// <summary>
/// Five lines each that read a ranking into the programs people work with. They name the list a place is counted in: a group
/// with special cases has several, each with a first place.
/// </summary>
/// <param name="Table">The whole address of a ranking as CSV.</param>
/// <param name="Results">The whole address of the same in the API.</param>
public sealed record ApiExamples(string Table, string Results)
{
    /// <summary>For the advanced editor of Power Query in Excel.</summary>
    public string PowerQuery => $"""
        let
          Nguon = Json.Document(Web.Contents("{Results}")),
          Bang = Table.FromRecords(Nguon[results]),
          KetQua = Table.ExpandRecordColumn(Bang, "unit", ["code", "name"])
        in KetQua
        """.Replace("[\"code\", \"name\"]", "{\"code\", \"name\"}", StringComparison.Ordinal);

    /// <summary>For R, without any package.</summary>
    public string R => $"""
        address <- "{Table}"
        ranking <- read.csv(url(address, encoding = "UTF-8"), fileEncoding = "UTF-8-BOM")
        ranking <- ranking[order(ranking$ranking_list, ranking$rank), ]
        print(ranking[, c("rank", "unit_name", "index", "rating", "ranking_list")])
        print(unique(ranking$results_digest))
        """;

    /// <summary>For Python, without any package.</summary>
    public string Python => $"""
        import csv, io, urllib.request
        answer = urllib.request.urlopen("{Table}")
        rows = list(csv.DictReader(io.TextIOWrapper(answer, encoding="utf-8-sig")))
        for row in rows:
            print(row["rank"], row["unit_name"], row["index"], row["rating"], row["ranking_list"])
        """;
}
