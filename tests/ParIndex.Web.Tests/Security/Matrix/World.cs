using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using ParIndex.Application.Accounts;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Staff;
using ParIndex.Domain.Units;
using ParIndex.Testing;

namespace ParIndex.Web.Tests.Security.Matrix;

/// <summary>What all scenes share: one program, its register, and a signed-in person of each role.</summary>
internal sealed class World : IDisposable
{
    public const string Password = "một câu dài chỉ mình tôi biết";

    private static readonly Who[] Everybody = [.. Enum.GetValues<Who>().Where(who => int.PopCount((int)who) == 1)];

    private readonly Dictionary<Who, Poster> _posters = [];
    private int _number;

    private World(TestDatabase database, TestApp app, string passwordHash)
    {
        (Database, App, PasswordHash) = (database, app, passwordHash);
        (Group, HomeAffairs, Justice, Office, Finance) = (new("so-nganh", "Sở, ban, ngành", "Departments", UnitKind.Department, 0), Department("Sở Nội vụ"), Department("Sở Tư pháp"), Department("Văn phòng UBND tỉnh"), Department("Sở Tài chính"));
        FirstAppraiser = new("TD01", "Lê Văn Cường", StaffRoles.Appraiser, HomeAffairs.Id);
        SecondAppraiser = new("TD02", "Phạm Thị Dung", StaffRoles.Appraiser, Office.Id);
    }

    public TestDatabase Database { get; }

    public TestApp App { get; }

    /// <summary>The clock the program runs by.</summary>
    public TimeProvider Clock => App.Services.GetRequiredService<TimeProvider>();

    /// <summary>Of <see cref="Password"/>, made once: it costs its time.</summary>
    public string PasswordHash { get; }

    public UnitGroup Group { get; }

    /// <summary>The unit of the coordinator; it takes part in every round, as the next two do.</summary>
    public Unit HomeAffairs { get; }

    public Unit Justice { get; }

    public Unit Office { get; }

    /// <summary>Takes part in no round.</summary>
    public Unit Finance { get; }

    public StaffAccount FirstAppraiser { get; }

    public StaffAccount SecondAppraiser { get; }

    /// <summary>Who posts, one by one.</summary>
    public static IEnumerable<Who> Each(Who among) => Everybody.Where(who => (who & among) != Who.None);

    public static async Task<World> MakeAsync(TestDatabase database, TestApp app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var hash = scope.ServiceProvider.GetRequiredService<IPasswordHasher<StaffAccount>>().HashPassword(new("-", "-", StaffRoles.None, unitId: null), Password);
        var world = new World(database, app, hash);
        await using (var db = database.NewContext())
        {
            db.AddRange(world.Group, world.HomeAffairs, world.Justice, world.Office, world.Finance, world.FirstAppraiser, world.SecondAppraiser);
            foreach (var unit in new[] { world.HomeAffairs, world.Justice, world.Office })
            {
                db.Add(new StaffAccount("CB-" + unit.Code, "Cán bộ " + unit.CurrentName.Name, StaffRoles.UnitOfficer, unit.Id));
            }

            db.Add(TestRound.NewSet(2025));
            await db.SetUpAsync();
        }

        foreach (var who in Everybody)
        {
            world._posters[who] = await world.PosterAsync(who);
        }

        return world;
    }

    /// <summary>A number nobody else has.</summary>
    public int Next() => ++_number;

    /// <summary>The session of a role, which all rows share.</summary>
    public Poster Of(Who who) => _posters[who];

    public StaffAccount Account(Who who) => Of(who).Account!;

    /// <summary>A session of its own.</summary>
    public async Task<Poster> PosterAsync(Who who)
    {
        // Every client has an address of its own, so that rate limits count people and not the test.
        var number = Next();
        return await Poster.MakeAsync(App, RolesOf(who), UnitOf(who).Id, $"198.51.{number / 250}.{(number % 250) + 1}");
    }

    public void Dispose() => _posters.Values.ToList().ForEach(poster => poster.Dispose());

    private static Unit Department(string name) => new(name, UnitKind.Department);

    private static StaffRoles RolesOf(Who who) => who switch
    {
        Who.Nobody => StaffRoles.None,
        Who.OtherCoordinator => StaffRoles.Coordinator,
        Who.OtherOfficer => StaffRoles.UnitOfficer,
        Who.OtherAppraiser or Who.IdleAppraiser => StaffRoles.Appraiser,
        _ => Enum.Parse<StaffRoles>(who.ToString()),
    };

    private Unit UnitOf(Who who) => who switch
    {
        Who.UnitOfficer or Who.Appraiser or Who.Coordinator => HomeAffairs,
        Who.OtherCoordinator or Who.OtherOfficer or Who.UnitHead => Justice,
        _ => Office,
    };
}
