using System.Globalization;
using ParIndex.Application.Reading;
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

    private static string? Misfit(SheetToken token, SheetTarget target, IReadOnlyList<ScorecardPlace> folders)
    {
        var (isUnit, any) = (target.Kind == ImportKind.UnitSheet, folders[0]);
        if (token.Kind != (isUnit ? SheetToken.OfUnit : SheetToken.OfAppraisal))
        {
            return isUnit ? "Đây là phiếu thẩm định nhiều đơn vị; hãy đưa lên ở trang thẩm định của nhóm." : "Đây là phiếu của một đơn vị; hãy đưa lên ở trang phiếu chấm điểm của đơn vị đó.";
        }

        if (token.Year != any.Round.Year)
        {
            return string.Create(CultureInfo.InvariantCulture, $"Phiếu này của năm {token.Year} ({token.RoundTitle}); trang này chỉ nhận phiếu của năm {any.Round.Year}.");
        }

        if (token.Round != any.Round.Id)
        {
            return $"Phiếu này của kỳ đánh giá khác ({token.RoundTitle}); trang này chỉ nhận phiếu của “{any.Round.Title}”.";
        }

        var known = folders.Select(folder => folder.Card.Id).ToHashSet();
        if (token.Cards.FirstOrDefault(card => !known.Contains(card.Id)) is { } other)
        {
            return isUnit ? $"Phiếu này của {other.Unit}; trang này chỉ nhận phiếu của {UnitSheet.NameOf(any)}." : $"Phiếu này có {other.Unit}, đơn vị không được phân công cho tài khoản này. Hãy tải lại phiếu của mình.";
        }

        if (token.Set != any.Set.Id || token.SetVersion != any.Set.Version)
        {
            return "Bộ tiêu chí đã thay đổi từ khi phiếu được tải về. Hãy tải lại phiếu và chép các ô đã nhập sang.";
        }

        return token.Cards.Count == 0 || token.Entries.Count == 0 ? "Phiếu này chỉ để xem: khi tải về không có ô nào nhập được."
            : token.Entries.Any(entry => entry.Card >= token.Cards.Count || any.Leaf(entry.Leaf) is null) ? "Mã của phiếu không khớp với bộ tiêu chí. Hãy tải lại phiếu."
            : null;
    }
}
