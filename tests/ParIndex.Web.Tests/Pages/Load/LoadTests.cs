using System.Net;
using System.Text.RegularExpressions;
using ParIndex.Application.Data;
using ParIndex.Testing;
using ParIndex.Web.Tests.Security;

namespace ParIndex.Web.Tests.Pages.Load;

/// <summary>Pages load what they show, in so many questions whatever the number of units.</summary>
public sealed partial class LoadTests
{
    private const int Few = 5;

    private const int Many = 150;

    /// <summary>More than this no page asks: a scorecard as a workbook, for whose cells the sheet asks by itself, and whose download is counted.</summary>
    private const int Most = 46;

    private const string OnePerson = "which accounts are one person shows only among all of them";

    /// <summary>What reads a table whole, and why it must: by address and table.</summary>
    private static readonly Dictionary<string, (string Reason, string[] Addresses)> Whole = new(StringComparer.Ordinal)
    {
        ["units"] = ("shows or offers every unit, or finds units by their names or their reorganisations", ["don-vi", "don-vi.csv", "don-vi.xlsx", "don-vi.json", "api/v1/units", "sitemap.xml", "tim-kiem", "tim-kiem.json", "so-sanh.csv", "so-sanh.xlsx", "so-sanh.json", "lam-viec/don-vi", "quan-tri/tai-khoan/them", "quan-tri/tai-khoan/{id}/sua", "lam-viec/nhap-so-lieu/bang/{id}", "lam-viec/chi-so-ben-canh/ghi"]),
        ["criteria"] = ("says points and leaves of every set", ["lam-viec/bo-tieu-chi"]),
        ["staff_accounts"] = ($"shows every account, or {OnePerson}", ["quan-tri/tai-khoan", .. OfPersons]),
        ["staff_events"] = (OnePerson, [.. OfPersons]),
    };

    /// <summary>Where a second person is asked for; of scorecards, those that wait for an agreement, as the one measured.</summary>
    private static string[] OfPersons =>
    [
        "quan-tri/tai-khoan/{id}", "lam-viec", "lam-viec/gop-y/{id}", "lam-viec/de-nghi", "lam-viec/de-nghi.xlsx", "lam-viec/tai-lieu/{doc}/tep", "lam-viec/ky-danh-gia/{id}/tien-do/hang-loat",
        "lam-viec/ky-danh-gia/{id}/ket-qua", "lam-viec/ky-danh-gia/{id}/ket-qua.xlsx", "lam-viec/ky-danh-gia/{id}/ket-qua/phu-luc.docx", "lam-viec/ky-danh-gia/{id}/ket-qua/thong-bao.docx", "lam-viec/ky-danh-gia/{id}/ket-qua/quyet-dinh", "lam-viec/ky-danh-gia/{id}/ket-qua/thong-qua", "lam-viec/ky-danh-gia/{id}/ket-qua/cong-bo", "lam-viec/ky-danh-gia/{id}/ket-qua/tam-dung", "lam-viec/ky-danh-gia/{id}/ket-qua/tom-tat",
        "lam-viec/ky-danh-gia/{id}/nhom/{slug}/thu-tu-dong-hang",
        "lam-viec/ky-danh-gia/{id}/y-kien", "lam-viec/ky-danh-gia/{id}/hoi-dong", "lam-viec/ky-danh-gia/{id}/hoi-dong/bien-ban", "lam-viec/ky-danh-gia/{id}/hoi-dong/bien-ban.docx",
        "lam-viec/phieu-cham-diem/{id}", "lam-viec/phieu-cham-diem/{id}.xlsx", "lam-viec/phieu-cham-diem/{id}/nhap-xlsx", "lam-viec/phieu-cham-diem/{id}/tieu-chi/{leaf}", "lam-viec/phieu-cham-diem/{id}/tieu-chi/{leaf}/minh-chung", "lam-viec/phieu-cham-diem/{id}/tieu-chi/{leaf}/ben-canh",
        "lam-viec/phieu-cham-diem/{id}/trong-don-vi", "lam-viec/phieu-cham-diem/{id}/tieu-chi/{leaf}/noi-bo",
        "lam-viec/phieu-cham-diem/{id}/nop", "lam-viec/phieu-cham-diem/{id}/tai-lieu", "lam-viec/phieu-cham-diem/{id}/bao-cao", "lam-viec/phieu-cham-diem/{id}/bao-cao.docx", "lam-viec/phieu-cham-diem/{id}/phieu.docx", "lam-viec/phieu-cham-diem/{id}/giay-xac-nhan.docx", "lam-viec/phieu-cham-diem/{id}/noi-dung-da-nop.txt", "lam-viec/phieu-cham-diem/{id}/giai-trinh", "lam-viec/phieu-cham-diem/{id}/qua-trinh",
    ];

    /// <summary>Addresses of rows that the world lacks, or whose file does.</summary>
    private static readonly string[] MayBeMissing =
    [
        "lam-viec/nhap-so-lieu/diem-tieu-chi/{id}", "lam-viec/tai-len/{upload}", "lam-viec/phieu-cham-diem/{id}/bao-cao/{file}", "lam-viec/ky-danh-gia/{id}/ket-qua/{file}", "lam-viec/ky-danh-gia/{id}/hoi-dong/bien-ban.docx", "lam-viec/ky-danh-gia/{id}/ket-qua/phu-luc.docx", "lam-viec/ky-danh-gia/{id}/ket-qua/thong-bao.docx", "lam-viec/phieu-cham-diem/{id}/giay-xac-nhan.docx", "lam-viec/phieu-cham-diem/{id}/noi-dung-da-nop.txt", "lam-viec/tai-lieu/{doc}/tep",
    ];

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task EveryPage_AsksAsOften_WithFewUnitsAsWithMany(DatabaseKind kind)
    {
        var many = (await Measurement.OfAsync(kind, Many)).ToDictionary(visit => visit.Page);

        var few = await Measurement.OfAsync(kind, Few);

        Assert.All(few, visit => Assert.True(visit.Commands.Count == many[visit.Page].Commands.Count, Difference(visit, many[visit.Page])));
        Assert.All(few, visit => Assert.True(visit.Commands.Count <= Most, $"{visit.Page}: {visit.Commands.Count} commands, more than once: " + string.Join("; ", visit.Commands.GroupBy(command => command).Where(same => same.Count() > 1).Select(same => $"{same.Count()} × {same.Key.ReplaceLineEndings(" ")}"))));
    }

    /// <summary>How often each command was asked more or less than the other time.</summary>
    private static string Difference(Visit few, Visit many) => $"{few.Page}: {few.Commands.Count} commands with {Few} units, {many.Commands.Count} with {Many}: " + string.Join("; ",
        few.Commands.Concat(many.Commands).Distinct(StringComparer.Ordinal)
            .Select(command => (Command: command, Few: few.Commands.Count(asked => asked == command), Many: many.Commands.Count(asked => asked == command)))
            .Where(asked => asked.Few != asked.Many).Select(asked => $"{asked.Few}/{asked.Many} × {asked.Command.ReplaceLineEndings(" ")}"));

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task EveryPage_WasSeen(DatabaseKind kind)
    {
        var visits = await Measurement.OfAsync(kind, Many);

        Assert.All(visits.Where(visit => visit.Reader.Length > 0 && !MayBeMissing.Contains(visit.Pattern)), visit => Assert.True(visit.Status == HttpStatusCode.OK, $"{visit.Page}: {visit.Status}"));
        Assert.True(visits.Count(visit => visit.Commands.Count > 2) > 200);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task NoPage_ReadsATableWhole_ThatItDoesNotShow(DatabaseKind kind)
    {
        var visits = await Measurement.OfAsync(kind, Many);

        var whole = (from visit in visits
                     from command in visit.Commands
                     where !command.Contains("WHERE", StringComparison.Ordinal)
                     from table in Table().Matches(command).Select(match => match.Groups["name"].Value)
                     where Whole.ContainsKey(table)
                     select (visit.Pattern, Table: table)).Distinct().ToList();
        Assert.Empty(whole.Where(read => !Whole[read.Table].Addresses.Contains(read.Pattern)).Select(read => $"{read.Pattern} reads {read.Table} whole"));
        Assert.Empty(Whole.SelectMany(table => table.Value.Addresses.Except(whole.Where(read => read.Table == table.Key).Select(read => read.Pattern)).Select(address => $"{address} no longer reads {table.Key} whole")));
    }

    /// <summary>What public pages read is what `PublicRowsWatch` looks at: a page that read more would be kept when it is out of date.</summary>
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task PublicPages_ReadReleasesAndRegisters_AndNothingElse(DatabaseKind kind)
    {
        string[] watched =
        [
            "releases", "release_groups", "release_results", "release_references", "release_criteria", "release_scores", "release_seals", "release_bundles",
            "units", "unit_names", "unit_aliases", "successions", "unit_groups", "national_indices", "public_remarks",
        ];
        // The first of all asks whether the database is ready.
        var visits = (await Measurement.OfAsync(kind, Few)).Where(visit => visit.Reader.Length == 0 && !visit.Pattern.StartsWith("health", StringComparison.Ordinal)).Skip(1).ToList();

        Assert.True(visits.Count > 20);
        Assert.Empty(visits.SelectMany(visit => visit.Commands.SelectMany(command => Table().Matches(command)).Select(match => match.Groups["name"].Value).Except(watched).Select(table => $"{visit.Pattern} reads {table}")));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Search_OfPeopleAndDocuments_IsLeftToTheDatabase(DatabaseKind kind)
    {
        var asked = new AskedCommands();
        await using var database = await TestDatabase.CreateAsync(kind);
        var world = await ScorecardWorld.CreateAsync(database);
        await using var app = new TestApp(database) { Jobs = false, Asked = asked };
        foreach (var (reader, address, table) in new[] { ("administrator", "/quan-tri/tai-khoan?q=ai+do", "staff_accounts"), ("officer", "/lam-viec/tai-lieu?q=gi+do", "evidence_documents") })
        {
            using var person = await SignedIn.OfAsync(app, world[reader]);
            asked.Take();

            using var answer = await person.GetAsync(address);

            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Contains(asked.Take(), command => Table().Match(command).Groups["name"].Value == table && command.Split("WHERE").Skip(1).Any(condition => condition.Contains("search_text", StringComparison.Ordinal)));
        }
    }

    /// <summary>A table that a statement reads, as both databases write it.</summary>
    [GeneratedRegex(@"(FROM|JOIN) ""?(?<name>[a-z_]+)""?", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Table();
}
