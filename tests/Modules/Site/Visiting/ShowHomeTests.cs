using System.Diagnostics;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Saas.Modules.Site.Tests.Visiting;

[Collection("alone")]
public sealed class ShowHomeTests(SaasHost host)
{
    /// <summary>What a cold home page may cost.</summary>
    private const int MostQueries = 6;

    [Fact]
    public async Task The_home_page_of_a_commune_that_wrote_nothing_looks_finished()
    {
        await Given.PreparingCommuneAsync(host, "34014");

        var page = await host.Visit("34014").OpenAsync("/");

        Assert.Equal("Bienvenue à Assas", page.QuerySelector("h1")!.TextContent);
        Assert.InRange(page.QuerySelectorAll(".quick-access").Length, 6, 8);
        Assert.Contains("Bienvenue sur le nouveau site d’Assas", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("{{", page.Body.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("form[method=post i]"));
    }

    [Fact]
    public async Task A_cold_home_page_costs_six_queries_at_most_and_a_warm_one_none()
    {
        await Given.NewsAsync(host, SaasHost.Claret, DateTimeOffset.UtcNow.AddDays(-1));
        using var node = host.AnotherNode();
        await host.Visit(node, SaasHost.Matelles).OpenAsync("/");
        using var queries = new QueryCount();

        await host.Visit(node, SaasHost.Claret).OpenAsync("/");
        var cold = queries.Number;
        await host.Visit(node, SaasHost.Claret).OpenAsync("/");

        Assert.InRange(cold, 1, MostQueries);
        Assert.Equal(cold, queries.Number);
    }

    [Fact]
    public async Task So_does_that_of_a_commune_without_news()
    {
        const string Agde = "34003";
        await host.FoundAsync(Agde);
        using var node = host.AnotherNode();
        await host.Visit(node, SaasHost.Matelles).OpenAsync("/");
        using var queries = new QueryCount();

        await host.Visit(node, Agde).OpenAsync("/");

        Assert.InRange(queries.Number, 1, MostQueries);
    }

    [Fact]
    public async Task The_town_hall_is_open_until_an_hour_of_the_communes_own_clock()
    {
        await Given.TownHallAsync(host, SaasHost.Claret, Given.OpenOnWeekdays);
        using var node = host.AnotherNode(clock: new StillClock(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero)));

        var page = await host.Visit(node, SaasHost.Claret).OpenAsync("/");

        Assert.Equal("Ouvert jusqu’à 12 h", page.QuerySelector(".town-hall__state")!.TextContent.Trim().Replace('\u00a0', ' '));
    }

    [Fact]
    public async Task A_change_is_on_the_home_page_at_once()
    {
        // A commune where no other test publishes something newer meanwhile.
        const string Arboras = "34011";
        await host.FoundAsync(Arboras);
        await host.Visit(Arboras).OpenAsync("/");
        var item = await Given.NewsAsync(host, Arboras, DateTimeOffset.UtcNow.AddSeconds(-1));

        var page = await host.Visit(Arboras).OpenAsync("/");

        Assert.Contains(item.Title, page.QuerySelector(".news-card--large")!.TextContent, StringComparison.Ordinal);
    }

    private sealed class QueryCount : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
    {
        private readonly List<IDisposable> _subscriptions = [];
        private int _number;

        public QueryCount() => _subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));

        public int Number => _number;

        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == "Microsoft.EntityFrameworkCore")
            {
                _subscriptions.Add(value.Subscribe(this));
            }
        }

        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (value.Key == RelationalEventId.CommandExecuting.Name)
            {
                Interlocked.Increment(ref _number);
            }
        }

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }

        public void Dispose() => _subscriptions.ForEach(subscription => subscription.Dispose());
    }
}
