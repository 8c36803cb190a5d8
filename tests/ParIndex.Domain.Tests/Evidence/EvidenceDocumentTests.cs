using System.Globalization;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Evidence;
using ParIndex.Domain.Rounds;
using ParIndex.Domain.Scorecards;
using ParIndex.Domain.Units;

namespace ParIndex.Domain.Tests.Evidence;

public sealed class EvidenceDocumentTests
{
    private static readonly DateTime At = new(2025, 12, 8, 2, 0, 0, DateTimeKind.Utc);

    private readonly Guid _by = Guid.NewGuid();

    [Fact]
    public void Document_IsACitation_WhileItHasNoFile()
    {
        var document = new EvidenceDocument(Guid.NewGuid(), "Kế hoạch năm 2025", _by, At) { Number = "12/KH-SNV" };

        Assert.Equal(("12/KH-SNV", (Guid?)null, false), (document.Number, document.FileId, document.IsShared));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public void Document_WithoutTitle_IsRefused(string title) => Assert.Throws<ArgumentException>(() => new EvidenceDocument(Guid.NewGuid(), title, _by, At));

    [Fact]
    public void SearchText_HoldsTitleNumberAndIssuerFolded()
    {
        Assert.Equal("ke hoach dao tao", new EvidenceDocument(Guid.NewGuid(), "Kế hoạch đào tạo", _by, At).SearchText);
        Assert.Equal("ke hoach 12 kh snv so noi vu", new EvidenceDocument(Guid.NewGuid(), "Kế hoạch", _by, At) { Number = "12/KH-SNV", Issuer = "Sở Nội vụ" }.SearchText);
    }

    [Theory]
    [InlineData("2024-12-31", true)]
    [InlineData("2025-01-01", false)]
    [InlineData("2025-12-31", false)]
    [InlineData("2026-01-01", true)]
    public void IsOutside_TellsTheYearOfItsDate(string day, bool isOutside) =>
        Assert.Equal(isOutside, new EvidenceDocument(Guid.NewGuid(), "Báo cáo", _by, At) { IssuedOn = DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture) }.IsOutside(2025));

    [Fact]
    public void IsOutside_WithoutDate_IsNotSaid() => Assert.False(new EvidenceDocument(Guid.NewGuid(), "Báo cáo", _by, At).IsOutside(2025));

    [Fact]
    public void Link_TiesOneDocumentToManyLeaves()
    {
        var set = new CriteriaSet(2025, "so-nganh", "Bộ tiêu chí");
        var leaves = new[] { set.Add("1.1", "Kế hoạch", 1.5m), set.Add("1.2", "Kiểm tra", 2) };
        var card = new Scorecard(new Round(2025, "Tỉnh Mẫu", "Kỳ đánh giá 2025").AddGroup(UnitGroup.Usual()[0], set, new()).AddParticipant(new("Sở Nội vụ", UnitKind.Department)));
        var document = new EvidenceDocument(Guid.NewGuid(), "Báo cáo", _by, At);

        var links = leaves.Select(leaf => new EvidenceLink(card, leaf, document, "tr. 3–5", _by, At)).ToList();

        Assert.Equal(leaves.Select(leaf => leaf.Id), links.Select(link => link.CriterionId));
        Assert.All(links, link => Assert.Equal((card.Id, document.Id, "tr. 3–5"), (link.ScorecardId, link.DocumentId, link.Pages)));
    }
}
