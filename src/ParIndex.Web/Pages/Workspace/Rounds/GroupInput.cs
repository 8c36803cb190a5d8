using FluentValidation;
using FluentValidation.Results;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Ranking;
using ParIndex.Domain.Ratings;
using ParIndex.Domain.Rounds;
using ParIndex.Domain.Scoring;
using ParIndex.Domain.Text;

namespace ParIndex.Web.Pages.Workspace.Rounds;

/// <summary>One rating band as typed.</summary>
public sealed record BandInput
{
    /// <summary>Its word.</summary>
    public string? Label { get; set; }

    /// <summary>The index from which it is given, per cent.</summary>
    public string? Limit { get; set; }

    /// <summary>Whether nothing was typed.</summary>
    public bool IsEmpty => string.IsNullOrWhiteSpace(Label) && string.IsNullOrWhiteSpace(Limit);
}

/// <summary>The form of <see cref="GroupModel"/>.</summary>
public sealed record GroupInput
{
    private const int BandRows = 6;

    /// <summary>The criteria set.</summary>
    public Guid? CriteriaSetId { get; set; }

    /// <summary>Rating bands, best first; empty rows do not count.</summary>
    public IList<BandInput> Bands { get; set; } = [];

    /// <summary>What caps ratings, as typed: a line for each.</summary>
    public string? Conditions { get; set; }

    /// <summary>Who is ranked with whom.</summary>
    public RankingScope Scope { get; set; }

    /// <summary>How places are numbered after a tie.</summary>
    public RankNumbering Numbering { get; set; }

    /// <summary>Whether the place in the whole group stands beside the one in a list.</summary>
    public bool WithWholePlace { get; set; }

    /// <summary>Places of the index, as typed.</summary>
    public string? IndexDecimals { get; set; }

    /// <summary>Whether the rating is read from the exact index.</summary>
    public bool RateExactIndex { get; set; }

    /// <summary>Most bonus points that count, as typed; empty for no ceiling.</summary>
    public string? BonusCeiling { get; set; }

    /// <summary>Most penalty points that count, as typed; empty for no ceiling.</summary>
    public string? PenaltyCeiling { get; set; }

    /// <summary>Whether the index may pass 100.</summary>
    public bool IndexMayExceed100 { get; set; }

    /// <summary>Whether appraisers' notes are published.</summary>
    public bool PublishesNotes { get; set; }

    /// <summary>What is stored, as it would be typed.</summary>
    public static GroupInput Of(RoundGroup group)
    {
        ArgumentNullException.ThrowIfNull(group);
        var input = new GroupInput
        {
            CriteriaSetId = group.CriteriaSetId,
            Bands = group.Ratings is null ? [] : [.. group.Ratings.Bands.Select(band => new BandInput { Label = band.Label, Limit = NumberWriter.VietnameseTrimmed(band.LowerLimit) })],
            Conditions = group.RatingConditions.ToString(),
            Scope = group.Ranking.Scope,
            Numbering = group.Ranking.Numbering,
            WithWholePlace = group.Ranking.PlacesWhole,
            IndexDecimals = NumberWriter.Data(group.IndexDecimals, 0),
            RateExactIndex = group.RateExactIndex,
            BonusCeiling = group.BonusCeiling is { } bonus ? NumberWriter.VietnameseTrimmed(bonus) : null,
            PenaltyCeiling = group.PenaltyCeiling is { } penalty ? NumberWriter.VietnameseTrimmed(penalty) : null,
            IndexMayExceed100 = group.IndexMayExceed100,
            PublishesNotes = group.PublishesNotes,
        };
        input.FillRows();
        return input;
    }

    /// <summary>Empty rows behind those that are filled, so that the page always has six.</summary>
    public void FillRows()
    {
        while (Bands.Count < BandRows)
        {
            Bands.Add(new());
        }
    }

    /// <summary>The rules; ask <see cref="GroupValidator"/> first.</summary>
    public GroupRules Rules() => new()
    {
        Ratings = Scheme(this),
        RatingConditions = ConditionScheme.Parse(Conditions ?? ""),
        Ranking = new(Scope, Numbering, WithWholePlace && Scope != RankingScope.OneList),
        IndexDecimals = (int)CountText.Read(IndexDecimals).Value!.Value,
        RateExactIndex = RateExactIndex,
        BonusCeiling = ScoreText.Read(BonusCeiling, NumberFormat.Score).Value,
        PenaltyCeiling = ScoreText.Read(PenaltyCeiling, NumberFormat.Score).Value,
        IndexMayExceed100 = IndexMayExceed100,
        PublishesNotes = PublishesNotes,
    };

    /// <summary>The bands typed, or <c>null</c> when there are none.</summary>
    /// <exception cref="ArgumentException">They are no scheme.</exception>
    internal static RatingScheme? Scheme(GroupInput input) => TypedBands(input) is { Count: > 0 } bands ? new(bands) : null;

    internal static List<RatingBand> TypedBands(GroupInput input) =>
        [.. input.Bands.Where(band => !band.IsEmpty).Select(band => new RatingBand(VietnameseText.Normalize(band.Label ?? ""), ScoreText.Read(band.Limit, NumberFormat.Percentage).Value ?? -1))];
}

/// <summary>What the form accepts.</summary>
public sealed class GroupValidator : AbstractValidator<GroupInput>
{
    public GroupValidator()
    {
        RuleFor(input => input.IndexDecimals).Must(text => CountText.Read(text).Value is >= 0 and <= 4).WithMessage("Số chữ số thập phân của chỉ số là số nguyên từ 0 đến 4.");
        RuleFor(input => input.BonusCeiling).Custom((text, context) => IsPoints(text, "Mức trần điểm cộng", context));
        RuleFor(input => input.PenaltyCeiling).Custom((text, context) => IsPoints(text, "Mức trần điểm trừ", context));
        RuleFor(input => input.Scope).IsInEnum().WithMessage("Chọn phạm vi xếp hạng.");
        RuleFor(input => input.Numbering).IsInEnum().WithMessage("Chọn cách đánh số hạng.");
        RuleFor(input => input).Custom(AreBands);
        RuleFor(input => input).Custom(AreConditions);
    }

    private static void AreBands(GroupInput input, ValidationContext<GroupInput> context)
    {
        var wrong = input.Bands.Select((band, row) => (band, row)).Where(pair => !pair.band.IsEmpty).SelectMany(pair => OfBand(pair.band, pair.row)).ToList();
        wrong.ForEach(context.AddFailure);
        if (wrong.Count > 0)
        {
            return;
        }

        if (GroupInput.TypedBands(input) is { Count: > 0 } bands && RatingScheme.Problem(bands) is { } problem)
        {
            context.AddFailure(new ValidationFailure("Bands[0].Label", problem));
        }
    }

    private static void AreConditions(GroupInput input, ValidationContext<GroupInput> context)
    {
        try
        {
            var bands = GroupInput.TypedBands(input);
            var ratings = bands.Count > 0 && RatingScheme.Problem(bands) is null ? new RatingScheme(bands) : null;
            if (ConditionScheme.Parse(input.Conditions ?? "").Unfit(ratings) is { } unfit)
            {
                context.AddFailure(new ValidationFailure("Conditions", $"“{unfit.HighestBand}” không phải là một mức xếp loại thấp hơn mức cao nhất."));
            }
        }
        catch (FormatException refused)
        {
            context.AddFailure(new ValidationFailure("Conditions", refused.Message));
        }
    }

    private static IEnumerable<ValidationFailure> OfBand(BandInput band, int row)
    {
        var limit = ScoreText.Read(band.Limit, NumberFormat.Percentage);
        if (string.IsNullOrWhiteSpace(band.Label))
        {
            yield return new($"Bands[{row}].Label", $"Mức xếp loại thứ {row + 1} chưa có tên.");
        }
        else if (band.Label.Length > RatingScheme.MostLetters)
        {
            yield return new($"Bands[{row}].Label", $"Tên mức xếp loại thứ {row + 1} dài quá {RatingScheme.MostLetters} ký tự.");
        }

        if (limit.Problem is { } problem)
        {
            yield return new($"Bands[{row}].Limit", $"Ngưỡng “{band.Limit}” {NumberMessages.ForScore(problem, NumberFormat.Percentage)}.");
        }
        else if (limit.Value is not (>= 0 and <= 100))
        {
            yield return new($"Bands[{row}].Limit", $"Mức xếp loại thứ {row + 1} cần ngưỡng từ 0 đến 100.");
        }
    }

    private static void IsPoints(string? text, string name, ValidationContext<GroupInput> context)
    {
        if (ScoreText.Read(text, NumberFormat.Score).Problem is { } problem)
        {
            context.AddFailure(new ValidationFailure(context.PropertyPath, $"{name} “{text}” {NumberMessages.ForScore(problem, NumberFormat.Score)}."));
        }
    }
}
