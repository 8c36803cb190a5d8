using ParIndex.Domain.Ratings;

namespace ParIndex.Domain.Tests.Ratings;

public sealed class RatingWordsTests
{
    [Theory]
    [InlineData("Xuất sắc", "Excellent")]
    [InlineData("Tốt", "Good")]
    [InlineData("KHÁ", "Fair")]
    [InlineData("Trung bình", "Average")]
    [InlineData("Yếu", "Weak")]
    [InlineData("Kém", "Poor")]
    public void English_OfAKnownWord_IsItsTranslation(string label, string english) => Assert.Equal(english, RatingWords.English(label));

    [Fact]
    public void English_OfAWordOfTheProvince_IsTheWordItself() => Assert.Equal("Đạt chuẩn", RatingWords.English("Đạt chuẩn"));

    [Theory]
    [InlineData("TRUNG BÌNH", "Trung bình")]
    [InlineData("trung binh", null)]
    [InlineData("Đạt chuẩn", null)]
    public void Known_IsTheWordInUse_WhateverItsCase(string printed, string? word) => Assert.Equal(word, RatingWords.Known(printed));

    [Fact]
    public void Key_IsTheFoldedLabel() => Assert.Equal("trung-binh", RatingWords.Key("Trung bình"));
}
