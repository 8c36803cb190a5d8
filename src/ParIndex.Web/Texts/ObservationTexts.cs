using ParIndex.Domain.Releases;
using ParIndex.Domain.Stories;

namespace ParIndex.Web.Texts;

/// <summary>A stretch of a sentence; names and wordings are Vietnamese in every language and are marked so.</summary>
/// <param name="Text">The text.</param>
/// <param name="IsName">Whether it is a name or a wording of the data.</param>
/// <param name="English">The English name, where a unit has one: for an English paper, as English pages name units as everybody here does.</param>
public readonly record struct NamedRun(string Text, bool IsName = false, string? English = null)
{
    /// <summary>What the language itself says.</summary>
    public static implicit operator NamedRun(string text) => new(text);
}

/// <summary>What is worth knowing of a release, as a figure, a sentence and the words of its link.</summary>
public class ObservationTexts
{
    /// <summary>The numbers and the other words of the language.</summary>
    protected virtual PublicTexts T => PublicTexts.Vietnamese;

    public virtual string Heading => "Điểm đáng chú ý";

    public virtual string Note => "Hệ thống rút ra từ số liệu; mỗi điểm dẫn đến số liệu làm căn cứ";

    /// <summary>Of which day findings in an announcement are.</summary>
    public virtual string WhenPublished => "Rút ra từ số liệu của lần công bố này và các năm đã công bố trước đó; những lần công bố về sau không làm thay đổi nội dung này.";

    /// <summary>The figure it is about.</summary>
    public virtual string Figure(Observation found) => found switch
    {
        PlaceStreak streak => $"{T.Count(streak.Years)} năm",
        LargestChange change => T.Story.Plus(change.Change),
        AtBandLimit limit => T.Percent(limit.Unit!.OfficialIndex!.Value, limit.Group.IndexDecimals),
        SoleUnit sole => $"1/{sole.Units}",
        EqualBasisChange basis => T.Story.Plus(basis.After - basis.Before),
        UnreachedLeaf leaf => $"0/{leaf.Units}",
        _ => "",
    };

    /// <summary>The sentence.</summary>
    public virtual IReadOnlyList<NamedRun> Sentence(Observation found)
    {
        ArgumentNullException.ThrowIfNull(found);
        var group = T.NameInSentence(found.Group);
        return found switch
        {
            PlaceStreak { IsFirst: true } streak => [Name(streak.Unit), $" xếp thứ nhất trong {T.Count(Ranked(streak))} đơn vị{List(streak.Unit)} thuộc khối {group}, năm thứ {streak.Years} liên tiếp."],
            PlaceStreak streak => [Name(streak.Unit), $" xếp cuối trong {T.Count(Ranked(streak))} đơn vị{List(streak.Unit)} thuộc khối {group}, năm thứ {streak.Years} liên tiếp."],
            LargestChange change => [Name(change.Unit), $" {(change.Change > 0 ? "tăng" : "giảm")} nhiều nhất trong {T.Count(change.Compared)} đơn vị so sánh được của khối {group}, từ {T.Percent(change.Unit!.OfficialIndex!.Value - change.Change)} {(change.Change > 0 ? "lên" : "xuống")} {T.Percent(change.Unit.OfficialIndex.Value)}."],
            AtBandLimit { IsReached: true, Distance: 0 } limit => [Name(limit.Unit), $" có chỉ số đúng bằng ngưỡng {T.Trimmed(limit.Band.LowerLimit)}% của mức {T.Rating(limit.Band.Label)}."],
            AtBandLimit { IsReached: true } limit => [Name(limit.Unit), $" vừa đủ mức {T.Rating(limit.Band.Label)}: chỉ số cao hơn ngưỡng {T.Trimmed(limit.Band.LowerLimit)}% là {T.Number(limit.Distance)} điểm phần trăm."],
            AtBandLimit limit => [Name(limit.Unit), $" thiếu {T.Number(limit.Distance)} điểm phần trăm để đạt mức {T.Rating(limit.Band.Label)} (ngưỡng {T.Trimmed(limit.Band.LowerLimit)}%)."],
            SoleUnit sole => [Name(sole.Unit), $" là đơn vị duy nhất trong {T.Count(sole.Units)} đơn vị {(sole.HasFull ? "đạt" : "chưa đạt")} điểm tối đa ở tiêu chí {sole.Leaf.Code} ", Wording(sole.Leaf), $" ({Of(sole.Points, sole.Leaf)} điểm)."],
            EqualBasisChange basis => [Name(basis.Unit), $" {(basis.IsGood ? "tiến bộ" : "giảm sút")} nhiều nhất trên các tiêu chí giữ nguyên giữa hai năm: từ {T.Percent(basis.Before)} {(basis.IsGood ? "lên" : "xuống")} {T.Percent(basis.After)}, trong {T.Count(basis.Compared)} đơn vị so sánh được của khối {group}."],
            UnreachedLeaf leaf => [$"Không đơn vị nào trong {T.Count(leaf.Units)} đơn vị thuộc khối {group} đạt điểm tối đa ở tiêu chí {leaf.Leaf.Code} ", Wording(leaf.Leaf), $"; cao nhất là {Of(leaf.Best, leaf.Leaf)} điểm, của ", Name(leaf.BestUnit), "."],
            _ => [],
        };
    }

    /// <summary>The words of the link to its figures.</summary>
    public virtual string Link(Observation found) => found switch
    {
        PlaceStreak => "Thứ hạng qua các năm",
        LargestChange => "Thay đổi của các đơn vị trong khối",
        AtBandLimit => "Điểm và chỉ số của đơn vị",
        SoleUnit => "Tiêu chí này trong phiếu chấm điểm",
        EqualBasisChange => "Phân tích thay đổi của đơn vị",
        _ => "Tiêu chí này ở đơn vị cao nhất",
    };

    /// <summary>How many take a place where the unit does.</summary>
    protected static int Ranked(Observation found)
    {
        ArgumentNullException.ThrowIfNull(found);
        return found.Group.Results.Count(row => row.Rank is not null && row.RankingList == found.Unit?.RankingList);
    }

    /// <summary>The unit's name.</summary>
    protected static NamedRun Name(ReleaseResult? unit) => new(unit?.UnitName ?? "", IsName: true, unit?.UnitNameEn);

    /// <summary>“0,75/1,5”.</summary>
    protected string Of(decimal points, ReleaseCriterion leaf)
    {
        ArgumentNullException.ThrowIfNull(leaf);
        return $"{T.Number(points)}/{T.Number(leaf.MaxScore)}";
    }

    /// <summary>The criterion's wording in quotes.</summary>
    protected static NamedRun Wording(ReleaseCriterion leaf)
    {
        ArgumentNullException.ThrowIfNull(leaf);
        return new($"“{leaf.Name}”", IsName: true);
    }

    private static string List(ReleaseResult? unit) => unit?.RankingList is { } list ? $" của danh sách “{list}”" : "";
}
