using ParIndex.Application.Accounts;
using ParIndex.Application.Data;
using ParIndex.Application.Imports;
using ParIndex.Application.NationalIndices;
using ParIndex.Application.Reading;
using ParIndex.Domain;
using ParIndex.Domain.NationalIndices;
using ParIndex.Domain.Staff;
using ParIndex.Domain.Units;
using ParIndex.Testing;

namespace ParIndex.Application.Tests.NationalIndices;

/// <summary>Figures beside the index: what is typed is understood or refused with its reason, and what goes out in a workbook comes back.</summary>
public sealed class IndexSeriesTests
{
    private const string Own = "Lai Châu";

    private static StaffAccount Actor { get; } = new("NV01", "Nguyễn Văn An", StaffRoles.Coordinator, unitId: null);

    private static readonly HashSet<string> Units = ["so-noi-vu"];

    private static readonly NationalIndex[] Series =
    [
        new(Own, "", "PAR INDEX", 2025, new(86.5m, 100, 20, 34, "trung bình cao", 5, 9, "Quyết định 1/QĐ-BNV")),
        new(Own, "", "PAPI", 2024, new(43.5711m, 80, null, 63, Source: "papi.org.vn", IsDerived: true)),
        new(Own, "so-noi-vu", "SIPAS", 2025, new(91.2m, 100, 2, 14)),
        new("Điện Biên", "", "PCI", 2019, new(Rank: 27)),
    ];

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Workbook_ThatGoesOut_ComesBackWithoutADifference(DatabaseKind kind)
    {
        await using var database = await FilledAsync(kind);
        await using var db = database.NewContext();
        var rows = await new NationalIndexRegister(db).WholeAsync();

        var (read, remarks) = IndexWorkbook.Read(IndexWorkbook.Write(rows), Own, Units, rows);

        Assert.Equal(Series.Length, read.Count);
        Assert.All(read, row => Assert.False(row.Changes, $"{row.Key} {row.Figures} {row.Was?.Figures}"));
        // Which sheet was read is said; nothing of it was left out.
        Assert.All(remarks, remark => Assert.StartsWith("table.", remark.Code, StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Workbook_WithAChangedAndANewRow_TakesBothOnce(DatabaseKind kind)
    {
        await using var database = await FilledAsync(kind);
        byte[] file = new Workbook().Sheet("Chỉ số", [["Chỉ số", "Năm", "Mã đơn vị", "Điểm", "Thứ hạng", "Số tỉnh, thành phố được xếp hạng", "Nguồn", "Ghi chú"], ["PAR INDEX", 2025, "", "87,25", 18, 34, "Quyết định 2/QĐ-BNV", "xem lại"], ["DDCI", 2025, "so-noi-vu", 70.5, 3, 20, "", ""]]).Bytes();

        await using var db = database.NewContext();
        var import = new IndexImport(new(db), new ImportDraftStore(db, TimeProvider.System));
        var draft = await import.KeepAsync(Own, "chi-so.xlsx", file, Actor);
        var compared = await import.CompareAsync(Own, draft);
        Assert.Equal(2, await import.ApplyAsync(Own, draft, compared.Stamp, Actor));

        Assert.Contains(compared.Remarks, remark => remark.Text.Contains("Ghi chú", StringComparison.Ordinal));
        var rows = await new NationalIndexRegister(db).WholeAsync();
        Assert.Equal(Series.Length + 1, rows.Count);
        Assert.Equal(new IndexFigures(87.25m, Rank: 18, RankedProvinces: 34, Source: "Quyết định 2/QĐ-BNV"), rows.Single(row => (row.Name, row.Year, row.UnitCode) == ("PAR INDEX", 2025, "")).Figures);
        Assert.Equal(70.5m, Assert.Single(rows, row => row.Name == "DDCI").Score);
        await Assert.ThrowsAsync<RefusedException>(() => import.ApplyAsync(Own, draft, compared.Stamp, Actor));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Correction_FromAnOldPage_AndASecondRowOfTheSame_AreRefused(DatabaseKind kind)
    {
        await using var database = await FilledAsync(kind);
        await using var db = database.NewContext();
        var register = new NationalIndexRegister(db);
        var id = (await register.WholeAsync()).Single(one => IndexKey.Of(one) == IndexKey.Of(Series[0])).Id;
        var row = (await register.FindAsync(id))!;

        await Assert.ThrowsAsync<RefusedException>(() => register.CorrectAsync(row, Guid.NewGuid(), new(Rank: 1), Actor));
        await Assert.ThrowsAsync<RefusedException>(() => register.AddAsync(new(Own, "", "PAR INDEX", 2025, new(Rank: 3)), Actor));

        await using var again = database.NewContext();
        Assert.Equal(Series[0].Figures, (await new NationalIndexRegister(again).WholeAsync()).Single(one => one.Id == id).Figures);
    }

    [Theory]
    [InlineData(nameof(TypedIndex.Score), "6.230,5", "không phải là số hợp lệ")]
    [InlineData(nameof(TypedIndex.Score), "101", "lớn hơn thang điểm 100")]
    [InlineData(nameof(TypedIndex.Score), "1,23456", "quá 4 chữ số thập phân")]
    [InlineData(nameof(TypedIndex.Rank), "0", "từ 1")]
    [InlineData(nameof(TypedIndex.Rank), "35", "lớn hơn tổng số 34")]
    [InlineData(nameof(TypedIndex.Rank), "3,5", "không phải là số nguyên")]
    [InlineData(nameof(TypedIndex.RegionalRank), "10", "lớn hơn tổng số 9")]
    [InlineData(nameof(TypedIndex.Year), "25", "bốn chữ số")]
    [InlineData(nameof(TypedIndex.Year), "1999", "từ 2000")]
    [InlineData(nameof(TypedIndex.Name), " ", "Ghi tên chỉ số")]
    [InlineData(nameof(TypedIndex.Unit), "so-khac", "Không có đơn vị mã")]
    [InlineData(nameof(TypedIndex.Derived), "maybe", "Có hoặc Không")]
    public void Typed_ThatCannotBe_IsToldBesideItsField(string field, string typed, string said)
    {
        var problems = new List<(string Field, string Text)>();

        var read = Typed(field, typed).Read(Own, Units, (name, problem) => problems.Add((name, problem.Text)));

        Assert.Null(read);
        var problem = Assert.Single(problems);
        Assert.Equal(field, problem.Field);
        Assert.Contains(said, problem.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Typed_ThatSaysNothing_IsRefused()
    {
        var problems = new List<string>();

        Assert.Null(new TypedIndex { Name = "PCI", Year = "2025", Source = "Báo" }.Read(Own, Units, (_, problem) => problems.Add(problem.Code)));

        Assert.Equal(["series.nothing-said"], problems);
    }

    [Theory]
    [InlineData("86,50%", 86.5)]
    [InlineData("86.5", 86.5)]
    [InlineData("43,5711", 43.5711)]
    public void Typed_AsPeopleWriteIt_IsUnderstood(string typed, double score)
    {
        var read = Typed(nameof(TypedIndex.Score), typed).Read(Own, Units, (name, problem) => Assert.Fail($"{name}: {problem}"));

        Assert.Equal((decimal)score, read!.Value.Figures.Score);
    }

    private static TypedIndex Typed(string field, string text)
    {
        var typed = new TypedIndex { Name = "PAR INDEX", Year = "2025", Unit = "so-noi-vu", Score = "86,5", Scale = "100", Rank = "20", RankedProvinces = "34", RegionalRank = "5", RankedInRegion = "9", Derived = "Không" };
        return field switch
        {
            nameof(TypedIndex.Score) => typed with { Score = text },
            nameof(TypedIndex.Rank) => typed with { Rank = text },
            nameof(TypedIndex.RegionalRank) => typed with { RegionalRank = text },
            nameof(TypedIndex.Year) => typed with { Year = text },
            nameof(TypedIndex.Name) => typed with { Name = text },
            nameof(TypedIndex.Unit) => typed with { Unit = text },
            _ => typed with { Derived = text },
        };
    }

    private static async Task<TestDatabase> FilledAsync(DatabaseKind kind)
    {
        var database = await TestDatabase.CreateAsync(kind);
        await using var db = database.NewContext();
        db.AddRange(new Unit("Sở Nội vụ", UnitKind.Department), Actor);
        db.AddRange(Series.Select(row => new NationalIndex(row.Province, row.UnitCode, row.Name, row.Year, row.Figures)));
        await db.SetUpAsync();
        return database;
    }
}
