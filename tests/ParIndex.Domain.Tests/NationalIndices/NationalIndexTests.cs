using ParIndex.Domain.NationalIndices;

namespace ParIndex.Domain.Tests.NationalIndices;

public sealed class NationalIndexTests
{
    [Fact]
    public void WhatWasNotQuoted_StaysUnknown()
    {
        var quoted = new NationalIndex("Điện Biên", "PAR INDEX", 2019, 81.42m, scale: null, 27, rankedProvinces: null, isDerived: false);

        Assert.Equal((81.42m, null, 27, null), (quoted.Score, quoted.Scale, quoted.Rank, quoted.RankedProvinces));
    }
}
