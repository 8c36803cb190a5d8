using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Data;
using ParIndex.Application.Releases;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Search;
using ParIndex.Domain.Units;

namespace ParIndex.Application.Search;

/// <summary>Everything the public can find by its name: units of today and of once, and the decisions of releases.</summary>
public sealed class SearchCatalogue(ParIndexDb db, PublicReleases releases)
{
    /// <summary>The catalogue as it stands.</summary>
    public async Task<SearchIndex> ReadAsync(CancellationToken cancel = default)
    {
        var units = await db.Units.AsNoTracking().ToListAsync(cancel);
        var links = await db.Successions.AsNoTracking().Where(link => link.SuccessorId != null && link.Kind != SuccessionKind.Territory).ToListAsync(cancel);
        var byId = units.ToDictionary(unit => unit.Id);
        var absorbed = links.ToLookup(link => link.SuccessorId!.Value, link => byId[link.PredecessorId]);
        return new([.. units.Select(unit => Entry(unit, absorbed[unit.Id])), .. Decisions(await releases.HeadsAsync(cancel))]);
    }

    private static SearchEntry Entry(Unit unit, IEnumerable<Unit> absorbed)
    {
        var current = unit.CurrentName;
        var names = unit.Names.Select(name => new SearchName(name.Name, name == current ? SearchNameKind.Present : SearchNameKind.Former))
            .Concat(unit.Aliases.Select(alias => new SearchName(alias.Text, SearchNameKind.Alias)))
            .Concat(absorbed.SelectMany(before => before.Names).Select(name => new SearchName(name.Name, SearchNameKind.Absorbed)))
            .Concat(unit.Names.Select(name => name.NameEn).OfType<string>().Select(name => new SearchName(name, SearchNameKind.English)));
        return new(SearchKind.Unit, unit.Code, current.Name, [.. names])
        {
            IsPast = unit.ValidTo is not null,
            Detail = unit.ValidTo is { } last ? $"Kết thúc hoạt động từ ngày {DateWriter.Vietnamese(last.AddDays(1))}" : "",
        };
    }

    /// <summary>Each decision once, at the newest release that rests on it.</summary>
    private static IEnumerable<SearchEntry> Decisions(IReadOnlyList<ReleaseHead> heads) =>
        from head in heads
        where head.DecisionNumber is not null
        group head by (head.Year, Number: head.DecisionNumber!) into same
        let newest = same.MaxBy(head => head.VersionNumber)!
        select new SearchEntry(SearchKind.Decision, $"{newest.Year}/{same.Key.Number}", $"Quyết định số {same.Key.Number}", [new(same.Key.Number, SearchNameKind.Code), new($"Quyết định số {same.Key.Number}", SearchNameKind.Present)])
        {
            Year = newest.Year,
            Detail = $"Bản công bố năm {newest.Year}, lần {newest.VersionNumber}" + (newest.DecisionDate is { } day ? $", quyết định ngày {DateWriter.Vietnamese(day)}" : ""),
        };
}
