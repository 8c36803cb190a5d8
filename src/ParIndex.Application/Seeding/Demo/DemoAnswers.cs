using ParIndex.Domain.Criteria;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Scorecards;

namespace ParIndex.Application.Seeding.Demo;

/// <summary>What the people of Tỉnh Mẫu say of a leaf: the figures or the statement its rule asks for, and a note.</summary>
internal static class DemoAnswers
{
    /// <summary>The unit's own answer.</summary>
    public static CellAnswer Self(Criterion leaf, string key, string unit, int year)
    {
        var answer = Scored(leaf, key, unit, year);
        return (answer with { Note = SelfNote(leaf, answer, year) }).CompletedBy(leaf);
    }

    /// <summary>What stands beside the points of a past year where something was lost, won or taken off; <c>null</c> where nobody said anything.</summary>
    /// <param name="leaf">The leaf.</param>
    /// <param name="points">Its points.</param>
    /// <param name="figures">Its raw figures.</param>
    /// <param name="name">Leaf, unit and year, which say whether anything was said.</param>
    public static string? Reason(Criterion leaf, decimal points, RawFigures figures, string name)
    {
        var nothingToSay = leaf.Component is Component.Bonus or Component.Penalty ? points == 0 : points == leaf.MaxScore;
        return nothingToSay || leaf.Component == Component.Survey || DemoScores.Share("reason|" + name) > 0.7m ? null : DemoWords.Reason(leaf, figures);
    }

    /// <summary>The statement that says the leaf does not apply.</summary>
    public static CellAnswer Exemption(Criterion leaf) => CellAnswer.Blank with
    {
        Level = ((LevelsRule)leaf.Rule).Levels.ToList().FindIndex(level => level.Points is null),
        Note = "Đơn vị không có đơn vị sự nghiệp công lập trực thuộc; đề nghị xem xét không áp dụng tiêu chí này.",
    };

    /// <summary>What was loaded of a survey, with its sample.</summary>
    public static CellAnswer Survey(Criterion leaf, string key, string unit, int year)
    {
        var figures = DemoScores.Figures(leaf, key, unit, year);
        var share = DemoScores.Share($"sample|{key}|{unit}|{year}");
        return new CellAnswer
        {
            Achieved = figures.Achieved,
            Required = figures.Required,
            SampleSize = (int)(figures.Required ?? Rounding.HalfAwayFromZero(40 + (share * 120), 0)),
            Spread = Rounding.HalfAwayFromZero(figures.Required is null ? 0.55m + (share * 0.5m) : 0.28m + (share * 0.2m), 2),
        }.CompletedBy(leaf);
    }

    /// <summary>A somewhat worse answer by the same rule; the same points where there is nothing worse.</summary>
    public static CellAnswer Lower(Criterion leaf, CellAnswer answer)
    {
        var lower = leaf.Rule switch
        {
            LevelsRule rule when answer.Level is { } level && level + 1 < rule.Levels.Count && rule.Levels[level + 1].Points is not null => answer with { Level = level + 1 },
            DirectRule => answer with { Points = Math.Max(0, (answer.Points ?? 0) - (leaf.MaxScore / 4)) },
            DeductionRule => answer with { Achieved = answer.Achieved + 1 },
            CountRule => answer with { Achieved = Math.Max(0, (answer.Achieved ?? 0) - 1) },
            RatioRule or TiersRule => answer with { Achieved = Math.Max(0, (answer.Achieved ?? 0) - Rounding.HalfAwayFromZero((answer.Required ?? 0) * 0.06m, 0)) },
            _ => answer,
        };
        return lower.CompletedBy(leaf);
    }

    private static CellAnswer Scored(Criterion leaf, string key, string unit, int year)
    {
        var figures = DemoScores.Figures(leaf, key, unit, year);
        return leaf.Rule switch
        {
            LevelsRule rule when DemoScores.Points(leaf, key, unit, year) is var points => CellAnswer.Blank with { Level = rule.Levels.ToList().FindIndex(level => level.Points == points) },
            DirectRule => CellAnswer.Blank with { Points = DemoScores.Points(leaf, key, unit, year) },
            _ => CellAnswer.Blank with { Achieved = figures.Achieved, Required = figures.Required },
        };
    }

    private static string? SelfNote(Criterion leaf, CellAnswer answer, int year) => (leaf.Rule, answer) switch
    {
        (LevelsRule, { Level: 0 }) => null,
        (LevelsRule, _) => $"Còn nội dung thực hiện chậm hoặc chưa đầy đủ; đơn vị đã khắc phục trong quý IV năm {year}.",
        (DirectRule, _) => "Đơn vị tự đánh giá căn cứ kết quả thực hiện nhiệm vụ trong năm.",
        (DeductionRule, { Achieved: 0 }) => "Trong năm không phát sinh vi phạm.",
        (DeductionRule, { Achieved: { } cases }) => $"Phát sinh {NumberWriter.VietnameseCount((int)cases)} trường hợp, đã kiểm điểm và xử lý theo quy định.",
        (CountRule, { Achieved: 0 }) => null,
        (CountRule, { Achieved: { } items }) => $"Có {NumberWriter.VietnameseCount((int)items)} nội dung được tính điểm, theo tài liệu kiểm chứng.",
        (_, { Achieved: { } done, Required: { } all }) => $"Đạt {NumberWriter.VietnameseTrimmed(done)} trên {NumberWriter.VietnameseTrimmed(all)}; số liệu chốt đến hết ngày 31/12/{year}.",
        _ => null,
    };
}

/// <summary>What an appraiser doubts and a unit answers, by the rule of the leaf.</summary>
internal static class DemoWords
{
    /// <summary>Why the first appraisal gives less.</summary>
    public static string Doubt(Criterion leaf) => leaf.Rule switch
    {
        LevelsRule => "Tài liệu kiểm chứng chưa chứng minh được thời hạn thực hiện nên thẩm định ở mức thấp hơn.",
        DeductionRule => "Kết luận kiểm tra cải cách hành chính ghi nhận thêm 01 trường hợp chưa được đơn vị thống kê.",
        RatioRule or TiersRule => "Đối chiếu với số liệu trên hệ thống thông tin, số đạt được thấp hơn số đơn vị báo cáo.",
        CountRule => "Có 01 nội dung trùng với nội dung đã được tính điểm ở tiêu chí khác.",
        _ => "Kết quả thực hiện nêu trong báo cáo chưa đủ căn cứ để chấm ở mức đơn vị đề nghị.",
    };

    /// <summary>Why a past year gave these points.</summary>
    public static string Reason(Criterion leaf, RawFigures figures) => (leaf.Component, leaf.Rule) switch
    {
        (Component.Bonus, _) => "Tính theo quyết định khen thưởng đã gửi kèm tài liệu kiểm chứng.",
        (Component.Penalty, _) => "Theo kết luận của cơ quan có thẩm quyền trong năm đánh giá.",
        (_, LevelsRule) => "Có nội dung thực hiện chậm so với thời hạn; đơn vị đã khắc phục trong năm.",
        (_, DeductionRule) => $"Kết luận kiểm tra ghi nhận {NumberWriter.VietnameseCount((int)figures.Achieved.GetValueOrDefault())} {leaf.FigureNoun ?? "trường hợp"}.",
        (_, RatioRule or TiersRule) => "Số liệu trích xuất từ hệ thống thông tin của tỉnh, đã đối chiếu với đơn vị.",
        (_, CountRule) => "Chỉ tính nội dung có tài liệu kiểm chứng; nội dung trùng không tính.",
        _ => "Còn nội dung chưa thực hiện đầy đủ theo kế hoạch năm.",
    };

    /// <summary>What the unit is asked for.</summary>
    public static string Request(Criterion leaf) => leaf.Rule switch
    {
        LevelsRule => "Đề nghị đơn vị giải trình và bổ sung văn bản thể hiện ngày ban hành, ngày gửi để xác định thời hạn thực hiện.",
        DeductionRule => "Đề nghị đơn vị giải trình về trường hợp nêu trong kết luận kiểm tra và kết quả khắc phục.",
        RatioRule or TiersRule => "Đề nghị đơn vị giải trình chênh lệch giữa số liệu báo cáo và số liệu trích xuất từ hệ thống thông tin của tỉnh.",
        CountRule => "Đề nghị đơn vị liệt kê từng nội dung được tính điểm kèm số, ngày văn bản.",
        _ => "Đề nghị đơn vị giải trình căn cứ tự chấm điểm và bổ sung tài liệu kiểm chứng.",
    };

    /// <summary>What a unit says that keeps its own score.</summary>
    public static string Keeps(Criterion leaf) => leaf.Rule switch
    {
        LevelsRule => "Văn bản được ban hành đúng thời hạn, ngày gửi thể hiện trên trục liên thông văn bản. Đơn vị đề nghị giữ nguyên điểm tự chấm.",
        RatioRule or TiersRule => "Chênh lệch do hệ thống chưa cập nhật hồ sơ xử lý trong ba ngày cuối năm; đơn vị đã có văn bản xác nhận. Đơn vị đề nghị giữ nguyên điểm tự chấm.",
        _ => "Đơn vị đã rà soát và thấy số liệu tự chấm đúng với thực tế. Đơn vị đề nghị giữ nguyên điểm tự chấm.",
    };

    /// <summary>What a unit says that takes the appraisal.</summary>
    public const string Takes = "Đơn vị thống nhất với kết quả thẩm định và sẽ rút kinh nghiệm trong năm tới.";

    /// <summary>What the second appraisal says when it follows the unit.</summary>
    public const string Followed = "Chấp nhận giải trình của đơn vị; tài liệu bổ sung đủ căn cứ.";

    /// <summary>What the second appraisal says when it does not.</summary>
    public const string NotFollowed = "Giải trình chưa kèm tài liệu đủ căn cứ; giữ kết quả thẩm định lần 1.";

    /// <summary>What a unit explains without having been asked.</summary>
    public const string Unasked = "Đơn vị bổ sung thông tin: số liệu đã được Sở Nội vụ xác nhận tại buổi làm việc về cải cách hành chính của đơn vị.";

    /// <summary>Why a scorecard is given back.</summary>
    public const string Return = "Số liệu của một số tiêu chí chưa khớp với phụ lục báo cáo; đề nghị đơn vị rà soát, chấm lại và nộp lại trong thời hạn.";

    /// <summary>What a unit says of points it mended.</summary>
    public const string Mended = "Đã rà soát, điều chỉnh số liệu cho khớp với phụ lục báo cáo.";

    /// <summary>Why an agreed scorecard is unlocked.</summary>
    public const string Reopen = "Đơn vị bổ sung văn bản xác nhận của cơ quan quản lý hệ thống sau khi đã thống nhất kết quả; cần thẩm định lại.";

    /// <summary>What the points after the unlocking rest on.</summary>
    public const string Corrected = "Điều chỉnh theo văn bản xác nhận số liệu của cơ quan quản lý hệ thống.";
}
