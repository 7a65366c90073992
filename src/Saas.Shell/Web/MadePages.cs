using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;

namespace Saas.Shell.Web;

/// <summary>The pages this node keeps in memory. The least used go first when there is no room.</summary>
internal sealed class MadePages(IOptions<VisitorCacheOptions> limits, TimeProvider clock) : IDisposable
{
    /// <summary>A page of an older version is asked for by nobody and leaves with this.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(60);

    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);

    private readonly MemoryCache _pages = new(new MemoryCacheOptions { SizeLimit = Math.Max(1, limits.Value.Megabytes * 1024L * 1024) });
    private readonly ConcurrentDictionary<PageKey, Task<MadePage?>> _making = new();

    public bool Keeps => limits.Value.Megabytes > 0;

    public bool TryFind(PageKey key, DateTimeOffset now, [NotNullWhen(true)] out MadePage? page) =>
        _pages.TryGetValue(key, out page) && page is not null && now < page.Until;

    /// <summary>Until when a page made now may be shown.</summary>
    public DateTimeOffset Until(DateTimeOffset? trueUntil)
    {
        var now = clock.GetUtcNow();
        return trueUntil is not { } until || until > now + Longest ? now + Longest
            : until < now + Shortest ? now + Shortest
            : until;
    }

    /// <summary>
    /// Of those who ask for the same page at the same time, one makes it and the others wait for it. Null when it turned out to be nothing to
    /// keep: everyone then makes their own.
    /// </summary>
    public async Task<MadePage?> MakeAsync(PageKey key, Func<Task<MadePage?>> makeAsync, CancellationToken cancel)
    {
        var made = new TaskCompletionSource<MadePage?>(TaskCreationOptions.RunContinuationsAsynchronously);
        var making = _making.GetOrAdd(key, made.Task);
        if (making != made.Task)
        {
            return await making.WaitAsync(cancel);
        }

        MadePage? page = null;
        try
        {
            page = await makeAsync();
            if (page is not null)
            {
                _pages.Set(key, page, new MemoryCacheEntryOptions { Size = page.Size, AbsoluteExpirationRelativeToNow = Longest });
            }

            return page;
        }
        finally
        {
            _making.TryRemove(key, out _);
            made.SetResult(page);
        }
    }

    public void Dispose() => _pages.Dispose();
}
