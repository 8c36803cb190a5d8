using ParIndex.Domain.NationalIndices;

namespace ParIndex.Domain.Tests.NationalIndices;

public sealed class NationalIndexTests
{
    [Fact]
    public void WhatWasNotQuoted_StaysUnknown()
    {
        var quoted = new NationalIndex("Điện Biên", unitCode: "", "PAR INDEX", 2019, new(81.42m, Rank: 27));

        Assert.Equal((81.42m, null, 27, null), (quoted.Score, quoted.Scale, quoted.Rank, quoted.RankedProvinces));
    }
}
