using FsCheck;
using FsCheck.Fluent;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Tests.Support;

namespace ParIndex.Domain.Tests.Criteria;

public sealed class LeafRuleTests
{
    private static readonly Gen<decimal> Number = Gen.Choose(0, 999_999).Select(tenThousandths => tenThousandths / 10_000m);

    internal static readonly Gen<LeafRule> Rules = Gen.OneOf(
        Gen.Constant<LeafRule>(new DirectRule()),
        (from statements in Gen.Elements("Có", "Không", "đạt = 100%", "giảm chi; tăng thu", @"C:\mẫu\", "a=b=c;", "Điểm: cao", @"\=").ArrayOf(3)
         from points in Number
         from applies in Gen.Elements(true, false)
         select (LeafRule)new LevelsRule([new(statements[0], points), new(statements[1], applies ? 0 : null), new(statements[2], null)])),
        (from floor in Number
         from cap in Number
         from hasFloor in Gen.Elements(true, false)
         from norm in Gen.OneOf(Gen.Constant(100m), Number)
         from nothing in Gen.Elements(Enum.GetValues<NothingArose>())
         select (LeafRule)new RatioRule(hasFloor ? floor : null, cap, norm) { WhenNothingArose = nothing }),
        (from tiers in Number.ArrayOf(4)
         from strict in Gen.Elements(true, false)
         from fewer in Gen.Elements(true, false)
         from nothing in Gen.Elements(Enum.GetValues<NothingArose>())
         select (LeafRule)new TiersRule([new(tiers[0], tiers[1], strict), new(tiers[2], tiers[3])], fewer) { WhenNothingArose = nothing }),
        (from statements in Gen.Elements("A; B", "a=b", "Đúng hạn", "Đủ; đúng = đạt").ArrayOf(2)
         from points in Number.ArrayOf(2)
         select (LeafRule)new CumulativeRule([new(statements[0], points[0]), new(statements[1], points[1])])),
        (from names in Gen.Elements("đúng hạn", "trễ; muộn", "a=b", "Số đúng = đủ").ArrayOf(2)
         from weights in Number.ArrayOf(2)
         from nothing in Gen.Elements(Enum.GetValues<NothingArose>())
         select (LeafRule)new WeightedRatioRule([new(names[0], weights[0]), new(names[1], weights[1])]) { WhenNothingArose = nothing }),
        Number.Select(value => (LeafRule)new CountRule(value)),
        Number.Select(value => (LeafRule)new DeductionRule(value)),
        Gen.Elements<LeafRule>(new SurveyRule(), new SurveyRule(5), new SurveyRule(10)));

    [Fact]
    public void Parse_OfWhatFormatWrites_IsTheRule() => Law.Holds(Rules, rule => LeafRule.Parse(rule.ToString()) == rule, tests: 2000);

    [Theory]
    [InlineData("mức: Có=0.5; Không=0", "mức: Có=0,5; Không=0")]
    [InlineData("  TY LE ; San=50% ", "tỷ lệ; sàn=50")]
    [InlineData("BẬC: 90=1;70=0,5;", "bậc: 90=1; 70=0,5")]
    [InlineData("", "trực tiếp")]
    [InlineData("bậc: >=90=1; > 70%=0.5; không phát sinh = Điểm tối đa", "bậc: 90=1; >70=0,5; không phát sinh=đủ điểm")]
    [InlineData("bac: <=5=1; <10 = 0,5", "bậc: ≤5=1; <10=0,5")]
    [InlineData("ti le; chuan=60; khong phat sinh=khong ap dung", "tỷ lệ; chuẩn=60; không phát sinh=đề nghị không áp dụng")]
    [InlineData("tỷ lệ; không phát sinh=nhập tay", "tỷ lệ")]
    [InlineData("tỷ lệ; không phát sinh=0 điểm", "tỷ lệ; không phát sinh=0")]
    [InlineData("bậc: ≥90=1; 70=0,5", "bậc: 90=1; 70=0,5")]
    [InlineData("bậc: 90=1; 50=0", "bậc: 90=1; 50=0")]
    [InlineData(@"mức: Có=1; C:\", @"mức: Có=1; C:\\")]
    [InlineData("CỘNG DỒN: Trực tuyến=0.5;Trực tiếp=0,5", "cộng dồn: Trực tuyến=0,5; Trực tiếp=0,5")]
    public void Parse_OfWhatPeopleType_IsTheRule(string typed, string kept) => Assert.Equal(kept, LeafRule.Parse(typed).ToString());

    [Theory]
    [InlineData("theo công thức")]
    [InlineData("mức:")]
    [InlineData("mức: =0,5")]
    [InlineData("mức: Có=nhiều")]
    [InlineData("bậc: 90")]
    [InlineData("đếm: -1")]
    [InlineData("tỷ lệ; sàn=50; sàn=60")]
    [InlineData("điều tra: Likert nhiều")]
    [InlineData("bậc: 90=1; ≤50=0,5")]
    [InlineData("bậc: =>90=1")]
    [InlineData("bậc: không phát sinh=0")]
    [InlineData("tỷ lệ; không phát sinh=nửa điểm")]
    [InlineData("tỷ lệ; chuẩn=60; chuẩn=70")]
    [InlineData("cộng dồn:")]
    [InlineData("bậc:")]
    [InlineData("bậc: 90=1; 70")]
    [InlineData("trọng số:")]
    [InlineData("trọng số: đúng hạn")]
    [InlineData("trọng số: không phát sinh=0")]
    [InlineData("; mức")]
    [InlineData("tỷ lệ; sàn")]
    [InlineData("tỷ lệ; =50")]
    [InlineData("tỷ lệ; trần=80; trần=90")]
    [InlineData("tỷ lệ; trần=nhiều")]
    public void Parse_OfAnythingElse_SaysWhatIsAccepted(string text) =>
        Assert.Contains("cần một trong các dạng", Assert.Throws<FormatException>(() => LeafRule.Parse(text)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("trực tiếp", null, null, null)]
    [InlineData("mức: Có=2; Không=0", 1.0, null, null)]
    [InlineData("tỷ lệ", 48.0, 50.0, 1.92)]
    [InlineData("tỷ lệ", 60.0, 50.0, 2.0)]
    [InlineData("tỷ lệ", 1.0, 0.0, null)]
    [InlineData("tỷ lệ; không phát sinh=đủ điểm", 1.0, 0.0, null)]
    [InlineData("tỷ lệ; không phát sinh=đủ điểm", 1.0, null, null)]
    [InlineData("tỷ lệ; không phát sinh=đủ điểm", null, null, null)]
    [InlineData("tỷ lệ; sàn=50", 49.0, 100.0, 0.0)]
    [InlineData("tỷ lệ; sàn=50", 50.0, 100.0, 1.0)]
    [InlineData("tỷ lệ; trần=80", 79.0, 100.0, 1.58)]
    [InlineData("tỷ lệ; trần=80", 80.0, 100.0, 2.0)]
    [InlineData("tỷ lệ; trần=120", 110.0, 100.0, 2.0)]
    [InlineData("bậc: 90=2; 70=1", 90.0, 100.0, 2.0)]
    [InlineData("bậc: 90=2; 70=1", 89.0, 100.0, 1.0)]
    [InlineData("bậc: 90=2; 70=1", 69.0, 100.0, 0.0)]
    [InlineData("bậc: 90=2; 70=1", 69.0, null, null)]
    [InlineData("đếm: 0,75", 2.0, null, 1.5)]
    [InlineData("đếm: 0,75", 3.0, null, 2.0)]
    [InlineData("trừ: 0,5", 1.0, null, 1.5)]
    [InlineData("trừ: 0,5", 9.0, null, 0.0)]
    [InlineData("điều tra", 3.0, 4.0, 1.5)]
    [InlineData("điều tra: Likert 5", 1.0, null, 0.0)]
    [InlineData("điều tra: Likert 5", 4.0, null, 1.5)]
    [InlineData("điều tra: Likert 5", null, null, null)]
    public void Points_OfTwo_FollowTheRule(string rule, double? achieved, double? required, double? points) =>
        Assert.Equal((decimal?)points, LeafRule.Parse(rule).Points(2, new((decimal?)achieved, (decimal?)required)));

    [Theory]
    [InlineData("mức: Có=0,5; Không=0", "mức cao nhất là 0,5")]
    [InlineData("mức: Có=2", "ít nhất hai mức")]
    [InlineData("mức: Có=2; có=0", "trùng")]
    [InlineData("mức: Không áp dụng; Khác", "không mức nào có điểm")]
    [InlineData("tỷ lệ; sàn=100", "sàn phải nhỏ hơn trần")]
    [InlineData("tỷ lệ; trần=0", "trần phải lớn hơn 0")]
    [InlineData("bậc: 70=1; 90=2", "giảm dần cả về tỷ lệ và điểm")]
    [InlineData("bậc: 90=2; 70=1; 80=0,5", "giảm dần cả về tỷ lệ và điểm")]
    [InlineData("bậc: 90=2; 70=2", "giảm dần cả về tỷ lệ và điểm")]
    [InlineData("bậc: 90=2; 90=1", "giảm dần cả về tỷ lệ và điểm")]
    [InlineData("bậc: >90=2; >90=1", "giảm dần cả về tỷ lệ và điểm")]
    [InlineData("bậc: 90=1", "bậc cao nhất là 1")]
    [InlineData("đếm: 3", "không quá điểm tối đa")]
    [InlineData("đếm: 0", "lớn hơn 0")]
    [InlineData("trừ: 0", "lớn hơn 0")]
    [InlineData("trừ: 2,01", "không quá điểm tối đa")]
    [InlineData("điều tra: Likert 11", "từ 3 đến 10")]
    [InlineData("điều tra: Likert 2", "từ 3 đến 10")]
    [InlineData("tỷ lệ; chuẩn=0", "chuẩn phải lớn hơn 0")]
    [InlineData("tỷ lệ; chuẩn=60; sàn=60", "lớn hơn sàn")]
    [InlineData("bậc: ≤10=2; ≤5=1", "tăng dần về tỷ lệ")]
    [InlineData("bậc: 90=2; >90=1", "giảm dần")]
    [InlineData("trọng số: A=1", "từ hai đến 6 loại")]
    [InlineData("trọng số: A=1; B=1,5", "không quá 1")]
    [InlineData("trọng số: A=1; B=0", "lớn hơn 0")]
    [InlineData("trọng số: A=1; a=0,5", "trùng tên")]
    [InlineData("cộng dồn: A=0,5; B=1", "cộng lại là 1,5, chưa đến điểm tối đa 2")]
    [InlineData("cộng dồn: A=2", "từ hai đến 12 nội dung")]
    [InlineData("cộng dồn: A=1; a=1", "trùng")]
    [InlineData("cộng dồn: A=2; Không áp dụng", "phải có điểm")]
    public void Problems_OfTwo_AreNamed(string rule, string said) =>
        Assert.Contains(LeafRule.Parse(rule).Problems(2), problem => problem.Contains(said, StringComparison.Ordinal));

    [Theory]
    [InlineData("trực tiếp")]
    [InlineData("mức: Có=2; Không=0")]
    [InlineData("cộng dồn: A=1; B=1")]
    [InlineData("trọng số: A=1; B=0,0001")]
    [InlineData("trọng số: A=1; B=0,9; C=0,8; D=0,7; E=0,6; F=0,5")]
    [InlineData("cộng dồn: A=1; B=1; C=1; D=1; E=1; F=1; G=1; H=1; I=1; K=1; L=1; M=1")]
    [InlineData("tỷ lệ")]
    [InlineData("tỷ lệ; chuẩn=60; sàn=59,99")]
    [InlineData("tỷ lệ; sàn=79,99; trần=80")]
    [InlineData("bậc: 90=2; 70=1")]
    [InlineData("bậc: >90=2; 90=1")]
    [InlineData("bậc: ≤5=2; <10=1")]
    [InlineData("bậc: <5=2; ≤5=1")]
    [InlineData("đếm: 2")]
    [InlineData("trừ: 2")]
    [InlineData("điều tra")]
    [InlineData("điều tra: Likert 3")]
    [InlineData("điều tra: Likert 10")]
    public void Problems_OfTwo_AreNone_UpToTheLimits(string rule) => Assert.Empty(LeafRule.Parse(rule).Problems(2));

    [Fact]
    public void Problems_OfThirteenStatements_AreTooMany() => Assert.Contains(
        "phải có từ hai đến 12 nội dung cộng dồn",
        new CumulativeRule([.. Enumerable.Range(1, 13).Select(number => new Level($"Nội dung {number}", 1))]).Problems(2));

    [Fact]
    public void Rules_ThatDifferInOnePart_AreTwo() => Assert.Distinct<LeafRule?>(
    [
        null,
        LeafRule.Parse("bậc: 90=2; 70=1"),
        LeafRule.Parse("bậc: 90=2; 60=1"),
        LeafRule.Parse("bậc: 90=2; 70=1; không phát sinh=0"),
        new TiersRule([new(90, 2), new(70, 1)], FewerIsBetter: true),
        LeafRule.Parse("mức: Có=2; Không=0"),
        LeafRule.Parse("mức: Có=2; Không=1"),
        LeafRule.Parse("trọng số: Có=1; Không=0,5"),
        LeafRule.Parse("trọng số: Có=1; Không=0,4"),
        LeafRule.Parse("trọng số: Có=1; Không=0,5; không phát sinh=0"),
        LeafRule.Parse("cộng dồn: Có=2; Không=0"),
        LeafRule.Parse("cộng dồn: Có=2; Không=1"),
    ]);

    [Theory]
    [InlineData("Không", 1)]
    [InlineData("KHÔNG", 1)]
    [InlineData("Khống", 2)]
    [InlineData("khong", null)]
    [InlineData("co", 0)]
    [InlineData("Hai", null)]
    [InlineData("Khác", null)]
    public void PositionOf_AStatement_IsTheSameOne_OrTheOnlyOneThatReadsAlike(string statement, int? position) =>
        Assert.Equal(position, new LevelsRule([new("Có", 2), new("Không", 1), new("Khống", 0), new("Hai", 1), new("hai", 0)]).PositionOf(statement));

    [Fact]
    public void WordsOf_AChoice_AreItsStatements_AndNoneOfAnUnknownOne()
    {
        var (levels, cumulative) = ((LevelsRule)LeafRule.Parse("mức: Có=2; Không=0"), (CumulativeRule)LeafRule.Parse("cộng dồn: A=1; B=1"));

        Assert.Equal(["", "Có", "Không", ""], new[] { -1, 0, 1, 2 }.Select(levels.WordsOf));
        Assert.Equal(["", "không nội dung nào", "A; B", ""], new[] { -1, 0, 3, 4 }.Select(cumulative.WordsOf));
    }

    [Fact]
    public void NumbersNoTextCanHold_AreRefusedAtTheDoor()
    {
        var refusal = Assert.Throws<ArgumentOutOfRangeException>(() => new CountRule(100_000));
        Assert.StartsWith("Điểm và tỷ lệ trong cách chấm từ 0 đến 99999,9999, tối đa 4 chữ số thập phân.", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(99_999.9999m, new CountRule(99_999.9999m).Value);
        Assert.Throws<ArgumentOutOfRangeException>(() => new SurveyRule(-1));
        Assert.Equal(0, new SurveyRule(0).LikertTop);
        Assert.Throws<ArgumentNullException>(() => new TiersRule(null!));
        Assert.Throws<ArgumentOutOfRangeException>(() => new CountRule(0.00001m));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Tier(-1, 0));
        Assert.ThrowsAny<ArgumentException>(() => new Level(" ", 1));
        Assert.StartsWith("Cách chấm phải có ít nhất một mức hoặc bậc.", Assert.Throws<ArgumentException>(() => new TiersRule([])).Message, StringComparison.Ordinal);
    }
}
