using System.Net;
using Saas.Shell.Identity;

namespace Saas.Shell.Tests.Web;

public sealed class VisitorCacheTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task A_page_is_made_once_for_all_visitors_and_again_after_an_edit()
    {
        var first = await host.Visit(SaasHost.Claret).GetAsync("/plan-du-site");
        var second = await host.Visit(SaasHost.Claret).GetAsync("/plan-du-site");
        await PublishNewsAsync("Une page refaite");
        var third = await host.Visit(SaasHost.Claret).GetAsync("/actualites");

        Assert.Null(first.Headers.Age);
        Assert.NotNull(second.Headers.Age);
        Assert.Contains("Une page refaite", await third.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_is_made_again_once_what_it_says_is_no_longer_true()
    {
        var midnight = new DateTimeOffset(2027, 1, 12, 23, 0, 0, TimeSpan.Zero);
        await using var node = host.AnotherNode(clock: new RunningClock(midnight.AddSeconds(-5)));
        var visitor = host.Visit(node, SaasHost.Matelles);
        await visitor.GetAsync("/contact");
        var evening = await visitor.GetAsync("/contact");
        var old = evening;

        for (var attempt = 0; attempt < 200 && old.Headers.Age is not null; attempt++)
        {
            await Task.Delay(100);
            old = await visitor.GetAsync("/contact");
        }

        Assert.NotNull(evening.Headers.Age);
        Assert.Null(old.Headers.Age);
    }

    [Fact]
    public async Task A_browser_that_reads_no_brotli_is_never_given_any()
    {
        var brotli = await AskAsync("br, gzip");
        var plain = await AskAsync(null);
        var gzip = await AskAsync("gzip");
        var refused = await AskAsync("br;q=0, gzip");

        Assert.Equal(["br"], brotli.Content.Headers.ContentEncoding);
        Assert.Empty(plain.Content.Headers.ContentEncoding);
        Assert.Equal(["gzip"], gzip.Content.Headers.ContentEncoding);
        Assert.Equal(["gzip"], refused.Content.Headers.ContentEncoding);
    }

    [Fact]
    public async Task The_page_of_one_commune_is_never_shown_in_another()
    {
        await host.Visit(SaasHost.Claret).GetAsync("/mentions-legales");

        Assert.DoesNotContain("Claret", await host.Visit(SaasHost.Matelles).GetStringAsync("/mentions-legales"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_edit_on_one_node_is_seen_on_the_other()
    {
        await using var other = host.AnotherNode();
        await host.Visit(other, SaasHost.Claret).GetAsync("/actualites");

        await PublishNewsAsync("Vu des deux côtés");

        for (var attempt = 0; attempt < 200; attempt++)
        {
            if ((await host.Visit(other, SaasHost.Claret).GetStringAsync("/actualites")).Contains("Vu des deux côtés", StringComparison.Ordinal))
            {
                return;
            }

            await Task.Delay(50);
        }

        Assert.Fail("The other node never saw the edit.");
    }

    [Fact]
    public async Task A_page_from_memory_carries_the_same_protections()
    {
        await using var other = host.AnotherNode();
        var made = await host.Visit(other, SaasHost.Claret).GetAsync("/contact");
        var known = await host.Visit(other, SaasHost.Claret).GetAsync("/contact");

        Assert.Null(made.Headers.Age);
        Assert.NotNull(known.Headers.Age);
        Assert.Equal(
            made.Headers.Concat(made.Content.Headers).Select(header => $"{header.Key}: {string.Join(',', header.Value)}").Order(StringComparer.Ordinal),
            known.Headers.Concat(known.Content.Headers).Where(header => header.Key != "Age").Select(header => $"{header.Key}: {string.Join(',', header.Value)}").Order(StringComparer.Ordinal));
        Assert.Equal(await made.Content.ReadAsByteArrayAsync(), await known.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task A_word_of_the_address_that_changes_nothing_finds_the_page_in_memory_and_one_that_counts_does_not()
    {
        await host.Visit(SaasHost.Claret).GetAsync("/agenda");

        Assert.NotNull((await host.Visit(SaasHost.Claret).GetAsync("/agenda?source=lettre")).Headers.Age);
        Assert.Null((await host.Visit(SaasHost.Claret).GetAsync("/agenda?rubrique=sport")).Headers.Age);
    }

    [Fact]
    public async Task Whoever_is_signed_in_reads_the_page_in_memory_and_stays_signed_in()
    {
        var secretary = host.Visit(SaasHost.Claret, Role.Administrator);
        await host.Visit(SaasHost.Claret).GetAsync("/actualites");

        var page = await secretary.GetAsync("/actualites");

        Assert.NotNull(page.Headers.Age);
        Assert.Equal(HttpStatusCode.OK, (await secretary.GetAsync("/gestion")).StatusCode);
    }

    [Fact]
    public async Task A_page_that_many_ask_for_at_once_is_made_once()
    {
        await using var other = host.AnotherNode();

        var pages = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => host.Visit(other, SaasHost.Claret).GetAsync("/plan-du-site")));

        Assert.All(pages, page => Assert.Equal(HttpStatusCode.OK, page.StatusCode));
        Assert.Single(pages, page => page.Headers.Age is null);
    }

    [Fact]
    public async Task A_node_without_room_makes_each_page_anew()
    {
        await using var other = host.AnotherNode(new Dictionary<string, string> { ["VisitorCache:Megabytes"] = "0" });

        await host.Visit(other, SaasHost.Claret).GetAsync("/plan-du-site");

        Assert.Null((await host.Visit(other, SaasHost.Claret).GetAsync("/plan-du-site")).Headers.Age);
    }

    private async Task<HttpResponseMessage> AskAsync(string? encoding)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/donnees-personnelles");
        if (encoding is not null)
        {
            request.Headers.AcceptEncoding.ParseAdd(encoding);
        }

        return await host.Visit(SaasHost.Claret).SendAsync(request);
    }

    private async Task PublishNewsAsync(string title)
    {
        var browser = host.Visit(SaasHost.Claret, Role.Administrator);
        var draft = await browser.SubmitAsync("/gestion/site/actualites/nouvelle", fields: [("Titre", title), ("Résumé", "Un résumé"), ("Texte", "<p>Le texte</p>")]);
        var published = await browser.SubmitAsync($"{draft.Headers.Location}/publication", "Publier");
        Assert.NotNull(published.Headers.Location);
    }

    /// <summary>A clock that was set, and runs.</summary>
    private sealed class RunningClock(DateTimeOffset start) : TimeProvider
    {
        private readonly long _begun = System.GetTimestamp();

        public override DateTimeOffset GetUtcNow() => start + System.GetElapsedTime(_begun);
    }
}
