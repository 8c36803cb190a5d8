using ParIndex.Application.CriteriaSets.Reading;
using ParIndex.Domain.Criteria;
using ParIndex.Testing;

namespace ParIndex.Application.Tests.CriteriaSets;

/// <summary>Wherever a text stands in an annex, it is one rule; and the rule is the same after it was stored.</summary>
public sealed class OneTextOneRuleTests
{
    /// <summary>Parts of scoring texts: every order and every pair of them is tried.</summary>
    private static readonly string[] Lines =
    [
        "Kịp thời: 2", "- Chậm: 1 điểm", "Không ban hành: 0", "Có (0,5 điểm)", "Từ 90% trở lên: 2 điểm", "Dưới 90%: 0 điểm", "Từ 80% đến dưới 100% tính theo công thức: (tỷ lệ % x 2)/100%",
        "Mỗi văn bản sai trừ 0,5 điểm", "Mỗi sáng kiến cộng 0,5 điểm", "Tỷ lệ % hoàn thành x điểm tối đa", "Không phát sinh: không tính điểm", "Chấm theo thực tế", "Trong đó: a là tổng số nhiệm vụ",
    ];

    public static TheoryData<int> First() => [.. Enumerable.Range(0, Lines.Length)];

    [Theory]
    [MemberData(nameof(First))]
    public void Text_IsOneRule_WhereverItStands_AndItsJsonSurvives(int first)
    {
        foreach (var text in Lines.Select((line, i) => i == first ? Lines[first] : $"{Lines[first]}\n{line}"))
        {
            var lines = text.Split('\n');
            var rules = new[]
            {
                Leaf(["1.1", "Tiêu chí", "2", text]),
                Leaf(["1.1", "Tiêu chí", "2", ""], [.. lines.Select(line => new object[] { "", line, "", "" })]),
                Leaf(["1.1", "Tiêu chí", "2", ""], [.. lines.Select(line => new object[] { "", "", "", line })]),
                Leaf(["1.1", "Tiêu chí", "2", lines[0]], [.. lines.Skip(1).Select(line => new object[] { "", "", "", line })]),
            };

            Assert.True(rules.Distinct().Count() == 1, $"“{text}” is {string.Join(" | ", rules.Select(rule => rule.ToString()))}");
            Assert.Equal(rules[0], LeafRule.FromJson(rules[0].ToJson()));
            Assert.Equal(rules[0], LeafRule.Parse(rules[0].ToString()));
        }
    }

    private static LeafRule Leaf(object[] row, params object[][] below)
    {
        var table = CriteriaSourceReader.Read(new Annex().Table([["STT", "Tiêu chí", "Điểm tối đa", "Cách chấm"], ["1", "Lĩnh vực", "2", ""], row, .. below]).Bytes(), "a.docx");
        var draft = CriteriaTableReader.Read(table);
        Assert.Empty(AnnexLedger.Unused(table, draft));
        return Assert.Single(draft.Nodes, node => node.IsLeaf).Content.Rule;
    }
}
