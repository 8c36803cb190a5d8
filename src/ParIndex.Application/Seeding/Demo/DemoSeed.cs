using Microsoft.AspNetCore.Identity;
using ParIndex.Application.Accounts;
using ParIndex.Application.Data;
using ParIndex.Application.Evidence;
using ParIndex.Domain.Audit;
using ParIndex.Domain.Evidence;
using ParIndex.Domain.NationalIndices;
using ParIndex.Domain.Releases;
using ParIndex.Domain.Rounds;
using ParIndex.Domain.Scorecards;
using ParIndex.Domain.Units;

namespace ParIndex.Application.Seeding.Demo;

/// <summary>
/// Fills an empty database with the fictional <em>Tỉnh Mẫu</em>: its register with the reorganisations of 2025, staff,
/// criteria sets that change each year, three published rounds with a correction that a remark of the public led to, a
/// revision, a withdrawal and a supplement, an open one with scorecards in every state, and one that waits for its approval. Nothing depends on the clock, the
/// machine or the database: the published results have the same digests every time.
/// </summary>
public sealed class DemoSeed(ParIndexDb db, IPasswordHasher<StaffAccount> hasher)
{
    /// <summary>The province as it calls itself.</summary>
    public const string Province = "Tỉnh Mẫu";

    /// <summary>The sentence every page of the demonstration carries.</summary>
    public const string Notice = "Bản trình diễn: số liệu của Tỉnh Mẫu là hư cấu";

    /// <summary>Raise it when the content changes, so that demonstrations are made anew.</summary>
    public const int ContentVersion = 6;

    private readonly Dictionary<StoredFile, byte[]> _files = [];

    private static readonly (string Name, decimal Score, decimal Scale, int Rank)[] National2022 =
        [("PAR INDEX", 82.41m, 100, 45), ("SIPAS", 79.12m, 100, 41), ("PAPI", 41.05m, 80, 38), ("PCI", 63.27m, 100, 44)];

    /// <summary>Adds everything in one save.</summary>
    public async Task SeedAsync(CancellationToken cancel = default)
    {
        // Nothing changes behind the tracker's back here, and it would look through every row so far for each row more.
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        var ids = new DemoIds(db);
        var groups = UnitGroup.Usual().Append(new(DemoYears.CentralAgencies, "Cơ quan Trung ương trên địa bàn", "Central agencies in the province", UnitKind.Other, 3)).Select(group => ids.Fix(group, group.Slug)).ToDictionary(group => group.Slug);
        var units = LaiChauSeed.Units("tinh-mau-units.csv").Select(unit => Named(ids, unit)).ToDictionary(unit => unit.Code);
        var successions = LaiChauSeed.Rows("tinh-mau-successions.csv").Select(row => ids.Fix(LaiChauSeed.ReadSuccession(row, units), $"{row[1]}/{row[2]}"));
        var today = new DateOnly(DemoYears.Open, 12, 31);
        var accounts = DemoAccounts.Build(ids, units, units.Values.Where(unit => unit.ValidTo is null || unit.ValidTo >= today).Select(unit => unit.Code), hasher);
        var criteria = new DemoCriteria(db, ids);
        db.AddRange(groups.Values);
        db.AddRange(units.Values);
        db.AddRange(successions);
        db.AddRange(accounts.Values);
        db.AddRange(criteria.Sets);
        db.AddRange(NationalIndices(ids));
        var releases = AddRounds(ids, new DemoRounds(ids, criteria, groups, units, accounts), criteria, groups, units, accounts);
        db.AddRange(new DemoRemarks(db, ids, releases, accounts).All());
        db.AddRange(DemoAccounts.Logins.Select(login => ids.Fix(new AuditEvent(DemoYears.LastVisit, login.StaffCode, "demo", "Đăng xuất", []), login.StaffCode)));
        NumberHistory();
        await db.SaveAsync(new("demo", "Nạp số liệu hư cấu của", "Tỉnh Mẫu"), cancel);
    }

    /// <summary>
    /// The files its rows speak of, with their bytes: filled by <see cref="SeedAsync"/>, laid into a store by
    /// <see cref="KeepFilesAsync"/>.
    /// </summary>
    public IReadOnlyDictionary<StoredFile, byte[]> Files => _files;

    /// <summary>Lays the files into the store, in place of those of the content before, which have the same names.</summary>
    /// <exception cref="FileRefusedException">The store does not take them.</exception>
    public async Task KeepFilesAsync(FileStore store, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        foreach (var (file, bytes) in _files)
        {
            using var content = new MemoryStream(bytes);
            var received = await store.ReceiveAsync(content, bytes.Length, cancel);
            store.Drop(file.StoreName);
            store.Keep(received, file);
        }
    }

    private IReadOnlyList<Release> AddRounds(DemoIds ids, DemoRounds rounds, DemoCriteria criteria, Dictionary<string, UnitGroup> groups, Dictionary<string, Unit> units, IReadOnlyDictionary<string, StaffAccount> accounts)
    {
        var releases = new DemoReleases(criteria, groups.Values, units.Values);
        foreach (var year in DemoYears.Published)
        {
            releases.Publish(Add(rounds.Published(year)));
            if (year == DemoYears.Withdrawn)
            {
                releases.PublishAndWithdraw(Add(rounds.Withdrawn()));
            }
        }

        releases.Supplement(Add(rounds.PublishedCommunes()));
        db.AddRange(releases.All.Select(release => ids.Fix(release, $"{release.Year}/{release.VersionNumber}")));
        var open = Add(rounds.Open());
        db.AddRange(new DemoCouncil(ids, criteria, accounts).Meet(open, open.Round.Moves.First(move => move.To == RoundState.Open).At.AddDays(113).AddHours(1)));
        Add(rounds.Supplement());
        return releases.All;
    }

    /// <summary>Rows of one save would be numbered by their keys, which follow from names here: the fiction gives its own order.</summary>
    private void NumberHistory()
    {
        var history = db.ChangeTracker.Entries().Where(entry => entry.Metadata.FindProperty("Sequence") is not null)
            .OrderBy(entry => (DateTime)entry.Property("At").CurrentValue!).ThenBy(entry => entry.Entity is ScoreEdit).ToList();
        for (var i = 0; i < history.Count; i++)
        {
            history[i].Property("Sequence").CurrentValue = (long)i + 1;
        }
    }

    private FilledRound Add(FilledRound built)
    {
        db.Add(built.Round);
        db.AddRange(built.Scorecards);
        db.AddRange(built.Rows);
        foreach (var (file, bytes) in built.Files)
        {
            _files.Add(file, bytes);
        }

        return built;
    }

    private static Unit Named(DemoIds ids, Unit unit)
    {
        foreach (var name in unit.Names)
        {
            ids.Fix(name, $"{unit.Code}/{name.Name}");
        }

        foreach (var alias in unit.Aliases)
        {
            ids.Fix(alias, $"{unit.Code}/{alias.Text}");
        }

        return ids.Fix(unit, unit.Code);
    }

    private static IEnumerable<NationalIndex> NationalIndices(DemoIds ids) => DemoYears.Published.SelectMany(year => National2022.Select(index =>
    {
        var step = year - 2022;
        return ids.Fix(new NationalIndex("Mẫu", unitCode: "", index.Name, year, new(index.Score + (1.37m * step), index.Scale, index.Rank - (4 * step), 63)), $"{index.Name}/{year}");
    }));
}
