using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using ParIndex.Application.Data;
using ParIndex.Web.Configuration;

namespace ParIndex.Web.Published;

/// <summary>
/// The public pages and files that this node keeps as bytes, all of one edition: with the next one every address is
/// answered anew, all formats at once. Addresses that anybody can make up have a shelf of their own and crowd out no page.
/// </summary>
public sealed class PublishedAnswers(PublicEdition edition, IOptions<PublishedOptions> options)
{
    private const long Megabyte = 1024 * 1024;

    private readonly AnswerShelf _pages = new(options.Value.MemoryMegabytes * Megabyte * 3 / 4);

    private readonly AnswerShelf _variants = new(options.Value.MemoryMegabytes * Megabyte / 4);

    private readonly ConcurrentDictionary<(long Edition, AnswerAddress Address), TaskCompletionSource<KeptAnswer?>> _filling = new();

    /// <summary>Whether nothing is kept.</summary>
    public bool IsOff { get; } = options.Value.MemoryMegabytes == 0;

    /// <summary>How much memory the kept answers take, in bytes: of pages, and of variants.</summary>
    public (long Pages, long Variants) Bytes => (_pages.Bytes, _variants.Bytes);

    /// <summary>The answer of an address as things stand now, or <c>null</c>.</summary>
    public KeptAnswer? Find(AnswerAddress address) => ShelfOf(address).Find(address, edition.Number);

    /// <summary>
    /// The first who asks for an address makes its answer; others wait for it, so that the hour of an announcement renders each page
    /// once.
    /// </summary>
    public AnswerFilling Fill(AnswerAddress address)
    {
        // What is begun before a change is never taken for what stands after it.
        var key = (edition.Number, address);
        var own = new TaskCompletionSource<KeptAnswer?>(TaskCreationOptions.RunContinuationsAsynchronously);
        var first = _filling.GetOrAdd(key, own);
        return new(first.Task, first != own ? null : End);

        void End(KeptAnswer? answer)
        {
            if (answer is not null)
            {
                ShelfOf(address).Keep(address, key.Number, answer);
            }

            _filling.TryRemove(key, out _);
            own.SetResult(answer);
        }
    }

    private AnswerShelf ShelfOf(AnswerAddress address) => address.IsVariant ? _variants : _pages;
}

/// <summary>An answer that somebody is making.</summary>
/// <param name="Answer">Comes when it is made; <c>null</c> when it was not one to keep.</param>
/// <param name="End">Given to who makes it, who calls it once.</param>
public sealed record AnswerFilling(Task<KeptAnswer?> Answer, Action<KeptAnswer?>? End);
