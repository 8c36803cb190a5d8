using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Data;
using ParIndex.Application.Releases;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Releases;
using ParIndex.Domain.Search;
using ParIndex.Domain.Units;

namespace ParIndex.Application.Search;

/// <summary>Everything the public can find by its name: units of today and of once, the criteria of published years, and the decisions of releases.</summary>
public sealed class SearchCatalogue(ParIndexDb db, PublicReleases releases)
{
    /// <summary>The catalogue as it stands.</summary>
    public async Task<SearchIndex> ReadAsync(CancellationToken cancel = default)
    {
        var units = await db.Units.AsNoTracking().ToListAsync(cancel);
        var links = await db.Successions.AsNoTracking().Where(link => link.SuccessorId != null && link.Kind != SuccessionKind.Territory).ToListAsync(cancel);
        var byId = units.ToDictionary(unit => unit.Id);
        var absorbed = links.ToLookup(link => link.SuccessorId!.Value, link => byId[link.PredecessorId]);
        var heads = await releases.HeadsAsync(cancel);
        return new([.. units.Select(unit => Entry(unit, absorbed[unit.Id])), .. await CriteriaAsync(heads, cancel), .. Decisions(heads)]);
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

    /// <summary>Each criterion of a group once, in the newest year that has it under its code and name.</summary>
    private async Task<IEnumerable<SearchEntry>> CriteriaAsync(IReadOnlyList<ReleaseHead> heads, CancellationToken cancel)
    {
        var current = heads.GroupBy(head => head.Year).ToDictionary(same => same.Key, same => same.Max(head => head.VersionNumber));
        var years = current.Keys.ToList();
        var rows = await (from release in db.Releases.AsNoTracking()
                          join published in db.Set<ReleaseGroup>() on release.Id equals published.ReleaseId
                          join criterion in db.Set<ReleaseCriterion>() on published.Id equals criterion.ReleaseGroupId
                          where years.Contains(release.Year)
                          select new { release.Year, release.VersionNumber, published.Slug, GroupName = published.Name, criterion.Code, criterion.Name, criterion.NameEn }).ToListAsync(cancel);
        return from row in rows
               where current[row.Year] == row.VersionNumber
               group row by (row.Slug, row.Code, row.Name) into same
               let newest = same.MaxBy(row => row.Year)!
               select new SearchEntry(
                   SearchKind.Criterion,
                   $"{newest.Slug}/{newest.Code}/{newest.Year}",
                   $"{newest.Code} {newest.Name}",
                   [new(newest.Name, SearchNameKind.Present), new(newest.Code, SearchNameKind.Code), .. newest.NameEn is { } english ? [new SearchName(english, SearchNameKind.English)] : Array.Empty<SearchName>()])
               {
                   Year = newest.Year,
                   Detail = $"Tiêu chí năm {newest.Year}: {newest.GroupName}",
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
