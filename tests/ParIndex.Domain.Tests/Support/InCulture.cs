using System.Globalization;

namespace ParIndex.Domain.Tests.Support;

/// <summary>Runs the rest of a block in another culture and puts the former one back.</summary>
internal sealed class InCulture : IDisposable
{
    private readonly CultureInfo _former = CultureInfo.CurrentCulture;

    public InCulture(string name) => CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(name);

    /// <summary>Vietnamese, English, none, Turkish, whose i has no capital I, and Persian with its own calendar.</summary>
    public static TheoryData<string> All => new("vi-VN", "en-US", "", "tr-TR", "fa-IR");

    public void Dispose() => CultureInfo.CurrentCulture = _former;
}
