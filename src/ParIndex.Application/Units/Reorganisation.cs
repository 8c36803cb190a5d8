using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Accounts;
using ParIndex.Application.Data;
using ParIndex.Domain;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Units;

namespace ParIndex.Application.Units;

/// <summary>A reorganisation of several units into several on one day.</summary>
public sealed record ReorganisationRequest
{
    /// <summary>Merged, split or abolished.</summary>
    public required SuccessionKind Kind { get; init; }

    /// <summary>Names or codes of the units before.</summary>
    public required IReadOnlyList<string> Predecessors { get; init; }

    /// <summary>Names or codes of the units after; none when abolished.</summary>
    public required IReadOnlyList<string> Successors { get; init; }

    /// <summary>First day of the new state.</summary>
    public required DateOnly EffectiveOn { get; init; }

    /// <summary>The decision or resolution.</summary>
    public string? LegalBasis { get; init; }

    /// <summary>Whether the units before end on the day before; one that is also a successor goes on.</summary>
    public bool ClosePredecessors { get; init; }
}

/// <summary>Names of a reorganisation that the register does not know, by list.</summary>
/// <param name="predecessors">Sentences about the units before.</param>
/// <param name="successors">Sentences about the units after.</param>
public sealed class UnknownUnitsException(IReadOnlyList<string> predecessors, IReadOnlyList<string> successors)
    : Exception(string.Join(' ', predecessors.Concat(successors)))
{
    /// <summary>Sentences about the units before.</summary>
    public IReadOnlyList<string> Predecessors => predecessors;

    /// <summary>Sentences about the units after.</summary>
    public IReadOnlyList<string> Successors => successors;
}

/// <summary>Records successions: every unit before with every unit after, all or none.</summary>
public sealed class Reorganisation(ParIndexDb db)
{
    /// <summary>Records the links and, when asked, ends the units before.</summary>
    /// <returns>The links recorded.</returns>
    /// <exception cref="UnknownUnitsException">A line names no unit of the register at that time, or more than one.</exception>
    /// <exception cref="RefusedException">Days do not fit, a link is known already, or somebody changed a unit.</exception>
    public async Task<IReadOnlyList<Succession>> RecordAsync(ReorganisationRequest request, StaffAccount actor, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(actor);
        var units = await db.Units.ToListAsync(cancel);
        var dayBefore = request.EffectiveOn.AddDays(-1);
        var predecessors = Find(request.Predecessors, units, dayBefore);
        var successors = Find(request.Successors, units, request.EffectiveOn);
        if (predecessors.Problems.Count + successors.Problems.Count > 0)
        {
            throw new UnknownUnitsException(predecessors.Problems, successors.Problems);
        }

        var links = Links(request, predecessors.Units, successors.Units);
        if (links.Count == 0)
        {
            throw new RefusedException("Đơn vị trước và đơn vị sau trùng nhau hoàn toàn; không có gì để ghi.");
        }

        await RefuseKnownAsync(links, units, cancel);
        foreach (var unit in predecessors.Units.Except(successors.Units).Where(_ => request.ClosePredecessors))
        {
            Close(unit, dayBefore);
        }

        db.AddRange(links);
        try
        {
            await db.SaveAsync(new(actor.StaffCode, "Ghi nhận sắp xếp", string.Join(", ", predecessors.Units.Select(unit => unit.Code))), cancel);
        }
        catch (Exception failure) when (SaveConflict.Is(failure))
        {
            throw new RefusedException("Một đơn vị trong danh sách vừa được người khác thay đổi, hoặc việc sắp xếp này vừa được ghi. Hãy xem lại danh mục.");
        }

        return links;
    }

    private static List<Succession> Links(ReorganisationRequest request, IReadOnlyList<Unit> predecessors, IReadOnlyList<Unit> successors) =>
        request.Kind == SuccessionKind.Abolished
            ? [.. predecessors.Select(unit => new Succession(request.Kind, unit, successor: null, request.EffectiveOn, request.LegalBasis))]
            : [.. predecessors.SelectMany(before => successors.Where(after => after != before).Select(after => new Succession(request.Kind, before, after, request.EffectiveOn, request.LegalBasis)))];

    private static (IReadOnlyList<Unit> Units, IReadOnlyList<string> Problems) Find(IReadOnlyList<string> names, List<Unit> units, DateOnly day)
    {
        var found = new List<Unit>();
        var problems = new List<string>();
        foreach (var name in names)
        {
            var called = units.FindAll(unit => ExistsOn(unit, day) && (unit.Code == name || unit.IsCalledIn(day.Year, name)));
            if (called.Count == 1)
            {
                found.Add(called[0]);
                continue;
            }

            var nearest = UnitNaming.Nearest(name, units.Where(unit => ExistsOn(unit, day)).Select(unit => unit.NameIn(day.Year).Name));
            problems.Add(called.Count > 1
                ? $"“{name}” có thể là {string.Join(" hoặc ", called.Select(unit => unit.Code))}; hãy ghi mã đơn vị."
                : $"Ngày {DateWriter.Vietnamese(day)} danh mục không có “{name}”.{(nearest.Count > 0 ? $" Có phải là: {string.Join(", ", nearest)}?" : "")}");
        }

        return ([.. found.Distinct()], problems);
    }

    private static bool ExistsOn(Unit unit, DateOnly day) => !(unit.ValidFrom > day) && !(unit.ValidTo < day);

    private async Task RefuseKnownAsync(List<Succession> links, List<Unit> units, CancellationToken cancel)
    {
        var known = await db.Successions.AsNoTracking().ToListAsync(cancel);
        var twice = links.Find(link => known.Exists(other => other.PredecessorId == link.PredecessorId && other.SuccessorId == link.SuccessorId));
        if (twice is not null)
        {
            var names = new[] { twice.PredecessorId, twice.SuccessorId ?? Guid.Empty }.Select(id => units.Find(unit => unit.Id == id)?.CurrentName.Name).OfType<string>();
            throw new RefusedException($"Việc sắp xếp giữa {string.Join(" và ", names)} đã được ghi trong danh mục.");
        }
    }

    private static void Close(Unit unit, DateOnly lastDay)
    {
        if (unit.ValidTo is { } known && known != lastDay)
        {
            throw new RefusedException($"{unit.CurrentName.Name} đã được ghi kết thúc ngày {DateWriter.Vietnamese(known)}, khác ngày {DateWriter.Vietnamese(lastDay)} của việc sắp xếp này.");
        }

        unit.Close(lastDay);
    }
}
