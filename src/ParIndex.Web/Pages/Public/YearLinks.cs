using ParIndex.Application.Releases;

namespace ParIndex.Web.Pages.Public;

/// <summary>All years of a group in one line, with a mark where years may not be compared.</summary>
/// <param name="Years">The years, newest first.</param>
/// <param name="Shown">The year of the page.</param>
/// <param name="AddressOf">The same page of another year.</param>
public sealed record YearLinks(IReadOnlyList<GroupInYear> Years, int Shown, Func<int, string> AddressOf);
