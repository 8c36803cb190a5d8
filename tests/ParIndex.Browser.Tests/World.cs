using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Archives;
using ParIndex.Application.Data;
using ParIndex.Application.Reading;
using ParIndex.Application.Releases;
using ParIndex.Application.Seeding;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Ratings;
using ParIndex.Testing;

namespace ParIndex.Browser.Tests;

/// <summary>What the portal publishes when a test looks at it.</summary>
public enum World
{
    /// <summary>Lai Châu's tables of 2020, as printed.</summary>
    LaiChau,

    /// <summary>The largest and oddest that provinces have: see <see cref="LargeProvince"/>.</summary>
    Large,

    /// <summary>A province on its first day: nothing published, no unit known.</summary>
    Empty,

    /// <summary>Lai Châu's register and release, before anybody has an account: where a round is set up.</summary>
    Register,

    /// <summary>
    /// The fictional Tỉnh Mẫu, its years published down to each leaf, with all that its staff may meet: see
    /// <see cref="StaffWork"/>.
    /// </summary>
    Staff,
}

/// <summary>The program as in production, on a port of its own, on a database filled for one <see cref="World"/>.</summary>
internal sealed class RunningWorld : IAsyncDisposable
{
    private readonly Dictionary<string, string> _sessions = new(StringComparer.Ordinal);

    private RunningWorld(TestDatabase database, StaffWork? work)
    {
        (Database, Work) = (database, work);
        App = new TestApp(database)
            .With("Proxies", "127.0.0.1")
            .With("Site:GoverningBody", "Ủy ban nhân dân tỉnh Lai Châu")
            .With("Site:ContentOwner", "Giám đốc Sở Nội vụ tỉnh Lai Châu")
            .With("Site:Address", "Tầng 4, nhà B, Trung tâm Hành chính - Chính trị tỉnh, phường Tân Phong, tỉnh Lai Châu")
            .With("Site:Phone", "0213 3876 000")
            .With("Site:Email", "sonoivu@laichau.gov.vn");
        Home = App.Listen();
    }

    public Uri Home { get; }

    public TestDatabase Database { get; }

    public TestApp App { get; }

    /// <summary>What lies on the desks of <see cref="World.Staff"/>.</summary>
    public StaffWork? Work { get; }

    public static async Task<RunningWorld> StartAsync(World world)
    {
        var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        StaffWork? work = null;
        await using (var db = database.NewContext())
        {
            var import = new TableImport(db, new PublicReleases(db), TimeProvider.System);
            await (world switch
            {
                World.LaiChau or World.Register => new LaiChauSeed(db, import).SeedAsync(),
                World.Large => LargeProvince.PublishAsync(import),
                _ => Task.CompletedTask,
            });
            work = world == World.Staff ? await StaffWork.AddAsync(db) : null;
        }

        return new(database, work);
    }

    /// <summary>The session of the person with this staff code, past the sign-in page.</summary>
    public async Task<string> SessionAsync(string staffCode)
    {
        if (!_sessions.TryGetValue(staffCode, out var session))
        {
            await using var db = Database.NewContext();
            var account = await db.StaffAccounts.AsNoTracking().SingleAsync(account => account.UserName == staffCode);
            _sessions[staffCode] = session = (await SignedIn.SessionAsync(App, account)).ToString();
        }

        return session;
    }

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        await Database.DisposeAsync();
    }
}

/// <summary>
/// A made-up province of 2025: 150 communes in five ranking lists with six rating bands, some with very long names; and
/// a group without rating bands, in which some units have no scale.
/// </summary>
internal static class LargeProvince
{
    public const int Communes = 150;

    /// <summary>A name longer than a line of a phone, and of a table on a desk.</summary>
    public const string LongName = "Xã Nghĩa Lộ Thượng - Mường Khương Hạ và khu vực cửa khẩu quốc tế Ma Lù Thàng mở rộng";

    private static readonly string[] Lists = ["Thang điểm 100", "Thang điểm 98,5", "Thang điểm 96", "Thang điểm 91,5", "Thang điểm 88"];

    private static readonly decimal[] Scales = [100, 98.5m, 96, 91.5m, 88];

    private static readonly string[] First = ["Nghĩa", "Mường", "Tân", "Phong", "Bản", "Khổng", "Nậm", "Thượng", "Tủa", "Huổi", "Chiềng", "Hưng", "Quỳnh", "Đường", "Lộc"];

    private static readonly string[] Second = ["Lộ", "Khương", "Uyên", "Thổ", "Bo", "Lào", "Nhùn", "Sàng", "Chùa", "Luông"];

    public static async Task PublishAsync(TableImport import)
    {
        await PublishAsync(import, CommuneTable(), "Xuất sắc=92,Tốt=85,Khá=75,Trung bình=65,Yếu=50,Kém=0");
        await PublishAsync(import, EnterpriseTable(), ratings: null);
    }

    private static async Task PublishAsync(TableImport import, string table, string? ratings)
    {
        var read = PublishedTableReader.Read(SourceTableReader.Read(Encoding.UTF8.GetBytes(table), "bang.csv"), new ReadingOptions());
        var request = new ImportRequest
        {
            Province = LaiChauSeed.Province,
            Year = 2025,
            DecisionNumber = "2486/QĐ-UBND",
            DecisionDate = new DateOnly(2026, 1, 12),
            AnnouncedOn = new DateOnly(2026, 1, 16),
            Ratings = ratings is null ? null : RatingScheme.Parse(ratings),
            CreateUnits = true,
        };
        await import.PublishAsync(await import.ReconcileAsync(read, request), confirmInconsistent: false, "test");
    }

    private static string CommuneTable()
    {
        var table = new StringBuilder("group,subgroup,no,unit,appraisal_score,survey_score,total_score,published_index_percent\n");
        for (var i = 0; i < Communes; i++)
        {
            var list = i * Lists.Length / Communes;
            var place = i - (list * Communes / Lists.Length);
            var name = i == 3 ? LongName : $"{(i % 5 == 0 ? "Phường" : "Xã")} {First[i / 10]} {Second[i % 10]}";
            var total = Rounding.HalfAwayFromZero(Scales[list] * (0.97m - (place * 0.0171m)), 2);
            var survey = Rounding.HalfAwayFromZero(total * 0.27m, 2);
            var index = Rounding.HalfAwayFromZero(100 * total / Scales[list], 2);
            table.AppendLine(CultureInfo.InvariantCulture, $"\"Xã, phường\",\"{Lists[list]}\",{place + 1},{name},{total - survey},{survey},{total},{index}");
        }

        return table.ToString();
    }

    private static string EnterpriseTable() => """
        group,no,unit,total_score,published_index_percent
        Đơn vị sự nghiệp công lập trực thuộc tỉnh,1,Ban Quản lý dự án đầu tư xây dựng các công trình dân dụng và công nghiệp,81.20,
        Đơn vị sự nghiệp công lập trực thuộc tỉnh,2,Trường Cao đẳng Cộng đồng Lai Châu,79.45,
        Đơn vị sự nghiệp công lập trực thuộc tỉnh,3,Vườn quốc gia Hoàng Liên - Phân khu bảo tồn nghiêm ngặt phía Tây,74.10,
        Đơn vị sự nghiệp công lập trực thuộc tỉnh,4,Đài Phát thanh - Truyền hình tỉnh,,80.05
        """;
}
