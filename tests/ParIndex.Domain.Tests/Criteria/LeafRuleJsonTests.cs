using ParIndex.Domain.Criteria;
using ParIndex.Domain.Tests.Support;

namespace ParIndex.Domain.Tests.Criteria;

/// <summary>The form rules are stored and released in holds no word of a language and says the same whoever reads it.</summary>
public sealed class LeafRuleJsonTests
{
    [Fact]
    public void FromJson_OfWhatToJsonWrites_IsTheRule() => Law.Holds(LeafRuleTests.Rules, rule => LeafRule.FromJson(rule.ToJson()) == rule, tests: 2000);

    [Fact]
    public void ToJson_OfEqualRules_IsTheSameText() => Law.Holds(LeafRuleTests.Rules, rule => LeafRule.FromJson(rule.ToJson()).ToJson() == rule.ToJson(), tests: 500);

    [Theory]
    [InlineData("trực tiếp", """{"kind":"direct"}""")]
    [InlineData("mức: Có=0,50; Không=0; Không áp dụng", """{"kind":"levels","statements":[{"statement":"Có","points":0.5},{"statement":"Không","points":0},{"statement":"Không áp dụng","points":null}]}""")]
    [InlineData(@"cộng dồn: đạt \= 100%=1; ""giảm chi\; tăng thu""=0,25", """{"kind":"cumulative","statements":[{"statement":"đạt = 100%","points":1},{"statement":"\"giảm chi; tăng thu\"","points":0.25}]}""")]
    [InlineData("tỷ lệ", """{"kind":"ratio","norm":100,"floor":null,"cap":100,"nothingArose":"byHand"}""")]
    [InlineData("tỷ lệ; chuẩn=60; sàn=50; không phát sinh=đủ điểm", """{"kind":"ratio","norm":60,"floor":50,"cap":100,"nothingArose":"full"}""")]
    [InlineData("bậc: 95,5=1; >70=0,5; không phát sinh=0", """{"kind":"tiers","fewerIsBetter":false,"tiers":[{"limit":95.5,"strict":false,"points":1},{"limit":70,"strict":true,"points":0.5}],"nothingArose":"zero"}""")]
    [InlineData("bậc: ≤5=1; <10=0,5; không phát sinh=đề nghị không áp dụng", """{"kind":"tiers","fewerIsBetter":true,"tiers":[{"limit":5,"strict":false,"points":1},{"limit":10,"strict":true,"points":0.5}],"nothingArose":"exemption"}""")]
    [InlineData("trọng số: đúng hạn=1; trễ hạn=0,50", """{"kind":"weightedRatio","terms":[{"term":"đúng hạn","weight":1},{"term":"trễ hạn","weight":0.5}],"nothingArose":"byHand"}""")]
    [InlineData("đếm: 0,25", """{"kind":"count","value":0.25}""")]
    [InlineData("trừ: 1,0", """{"kind":"deduction","value":1}""")]
    [InlineData("điều tra", """{"kind":"survey","likertTop":null}""")]
    [InlineData("điều tra: Likert 5", """{"kind":"survey","likertTop":5}""")]
    public void ToJson_OfWhatPeopleType_HasEveryKeyInItsPlace(string typed, string json) => Assert.Equal(json, LeafRule.Parse(typed).ToJson());

    [Theory]
    [InlineData("")]
    [InlineData("trực tiếp")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"kind":"mức"}""")]
    [InlineData("""{"kind":"count"}""")]
    [InlineData("""{"kind":"count","value":"0,25"}""")]
    [InlineData("""{"kind":"count","value":-1}""")]
    [InlineData("""{"kind":"levels","statements":[]}""")]
    [InlineData("""{"kind":"levels","statements":[{"statement":" ","points":1}]}""")]
    [InlineData("""{"kind":"ratio","norm":100,"floor":null,"cap":100,"nothingArose":"half"}""")]
    public void FromJson_OfAnythingElse_IsRefusedByItsText(string text) =>
        Assert.EndsWith($": {text}", Assert.Throws<FormatException>(() => LeafRule.FromJson(text)).Message, StringComparison.Ordinal);
}
