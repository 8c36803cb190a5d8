using ParIndex.Application.Reading;
using ParIndex.Domain;
using ParIndex.Domain.Imports;

namespace ParIndex.Application.Scorecards.Sheets;

/// <summary>Whether a sheet that came back is the one its page is about: others are refused whole, by name.</summary>
internal static class SheetFit
{
    /// <exception cref="UnreadableTableException">It is of another kind, year, round, unit or criteria set.</exception>
    public static void Check(SheetToken token, SheetTarget target, IReadOnlyList<ScorecardPlace> folders)
    {
        if (Misfit(token, target, folders) is { } problem)
        {
            throw UnreadableTableException.Of(problem);
        }
    }

    private static Finding? Misfit(SheetToken token, SheetTarget target, IReadOnlyList<ScorecardPlace> folders)
    {
        var (isUnit, any) = (target.Kind == ImportKind.UnitSheet, folders[0]);
        if (token.Kind != (isUnit ? SheetToken.OfUnit : SheetToken.OfAppraisal))
        {
            return isUnit ? SheetWords.OfAppraisal() : SheetWords.OfUnit();
        }

        if (token.Year != any.Round.Year)
        {
            return SheetWords.OtherYear(token.Year, token.RoundTitle, any.Round.Year);
        }

        if (token.Round != any.Round.Id)
        {
            return SheetWords.OtherRound(token.RoundTitle, any.Round.Title);
        }

        var known = folders.Select(folder => folder.Card.Id).ToHashSet();
        if (token.Cards.FirstOrDefault(card => !known.Contains(card.Id)) is { } other)
        {
            return isUnit ? SheetWords.OtherUnit(other.Unit, UnitSheet.NameOf(any)) : SheetWords.UnitNotAssigned(other.Unit);
        }

        if (token.Set != any.Set.Id || token.SetVersion != any.Set.Version)
        {
            return SheetWords.OtherSet();
        }

        return token.Cards.Count == 0 || token.Entries.Count == 0 ? SheetWords.OnlyToRead()
            : token.Entries.Any(entry => entry.Card >= token.Cards.Count || any.Leaf(entry.Leaf) is null) ? SheetWords.TokenMisfit()
            : null;
    }
}
