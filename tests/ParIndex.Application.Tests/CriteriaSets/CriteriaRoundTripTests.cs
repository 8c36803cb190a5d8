using ParIndex.Application.CriteriaSets;
using ParIndex.Application.CriteriaSets.Reading;
using ParIndex.Application.Data;
using ParIndex.Application.Seeding;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Numbers;
using ParIndex.Testing;

namespace ParIndex.Application.Tests.CriteriaSets;

public sealed class CriteriaRoundTripTests
{
    [Fact]
    public void Sample_HasTheCountsAndSumsItPromises()
    {
        var set = SampleCriteria.For(2026, "so-nganh");

        Assert.True(set.IsSample);
        Assert.Equal([(1, 8), (2, 40), (3, 93)], set.Tree().GroupBy(entry => entry.Depth).OrderBy(level => level.Key).Select(level => (level.Key, level.Count())));
        Assert.Equal(93, set.Leaves.Count);
        Assert.Equal((100m, 70m, 30m), (set.MaxScore, set.MaxScoreOf(Component.Appraisal), set.MaxScoreOf(Component.Survey)));
        Assert.Empty(set.Problems());
        Assert.Equal(7, set.Leaves.Select(leaf => leaf.Rule.GetType()).Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task NinetyThreeLeaves_FromDocxToXlsxAndBack_AreWithoutADifference(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var sample = SampleCriteria.For(2026, "so-nganh");
        var fromWord = Read(DocxOf(sample), "phu-luc.docx");
        await StoreAsync(database, fromWord.ToSet(2026, "so-nganh", "Từ Word"));
        var stored = await LoadAsync(database, 2026);

        var fromExcel = Read(CriteriaWorkbook.Write(stored), "bo-tieu-chi.xlsx");
        await StoreAsync(database, fromExcel.ToSet(2027, "so-nganh", "Từ Excel"));

        Assert.Equal(Contents(sample), Contents(stored));
        Assert.Equal(Contents(sample), Contents(await LoadAsync(database, 2027)));
        Assert.All(stored.Criteria, node => Assert.Equal((node.Id, LineageChange.New, true), (node.Lineage, node.Change, node.IsComparable)));
    }

    /// <summary>Every field of every leaf carries something of its own, so that none can be lost or mixed up unseen.</summary>
    [Theory]
    [MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task EveryFieldOfEveryLeaf_FromDocxToXlsxAndBack_IsKept(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var full = SampleCriteria.For(2026, "so-nganh");
        LeafRule[] rules = [.. full.Leaves.Select(leaf => leaf.Rule).Distinct()];
        foreach (var (leaf, i) in full.Leaves.Select((leaf, i) => (leaf, i)))
        {
            var fitting = rules.Where(rule => !rule.Problems(leaf.MaxScore).Any()).ToList();
            full.Change(leaf, leaf.Content with
            {
                NameEn = $"Criterion {i}: “plans”, 50 % & more",
                Decimals = i % 5,
                EvidenceAsked = $"Báo cáo số {i}/BC; quyết định <{i}>, =SUM(A1)",
                AppraisingBody = $"Sở thứ {i}",
                Rule = leaf.Component == Component.Appraisal ? fitting[i % fitting.Count] : leaf.Rule,
            });
        }

        var fromWord = Read(DocxOf(full), "phu-luc.docx");
        await StoreAsync(database, fromWord.ToSet(2026, "so-nganh", "Từ Word"));
        var stored = await LoadAsync(database, 2026);
        var fromExcel = Read(CriteriaWorkbook.Write(stored), "bo-tieu-chi.xlsx").ToSet(2027, "so-nganh", "Từ Excel");

        Assert.Equal(93, full.Leaves.Select(leaf => leaf.EvidenceAsked).Distinct().Count());
        Assert.Equal(5, full.Leaves.Select(leaf => leaf.Decimals).Distinct().Count());
        Assert.True(full.Leaves.Select(leaf => leaf.Rule.GetType()).Distinct().Count() >= 6, "the leaves have many kinds of rules");
        Assert.Equal(Contents(full), Contents(stored));
        Assert.Equal(Contents(full), Contents(fromExcel));
    }

    private static byte[] DocxOf(CriteriaSet set) => new Annex().Table(
    [
        ["Mã", "Tên tiêu chí", "Điểm tối đa", "Cách chấm", "Thành phần", "Số chữ số thập phân", "Tài liệu kiểm chứng", "Cơ quan thẩm định", "Tên tiếng Anh"],
        .. set.Tree().Select(entry => entry.Node).Select(node => new object[]
        {
            node.Code, node.Name, NumberWriter.VietnameseTrimmed(node.MaxScore), set.IsLeaf(node) ? node.Rule.ToString() : "", ComponentWords.Of(node.Component),
            NumberWriter.VietnameseTrimmed(node.Decimals), node.EvidenceAsked ?? "", node.AppraisingBody ?? "", node.NameEn ?? "",
        }),
    ]).Bytes();

    private static CriteriaDraft Read(byte[] content, string name)
    {
        var draft = CriteriaTableReader.Read(CriteriaSourceReader.Read(content, name));
        Assert.Empty(draft.Problems);
        return draft;
    }

    private static async Task StoreAsync(TestDatabase database, CriteriaSet set)
    {
        await using var db = database.NewContext();
        await new CriteriaSetRegister(db).AddAsync(set, new("test", "Tạo bộ tiêu chí"));
    }

    private static async Task<CriteriaSet> LoadAsync(TestDatabase database, int year)
    {
        await using var db = database.NewContext();
        return (await new CriteriaSetRegister(db).AllAsync()).Single(set => set.Year == year);
    }

    private static List<(CriterionContent, int)> Contents(CriteriaSet set) => [.. set.Tree().Select(entry => (entry.Node.Content, entry.Depth))];
}
