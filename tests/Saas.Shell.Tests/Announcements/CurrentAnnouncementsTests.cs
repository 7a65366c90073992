using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Saas.Shell.Announcements;

namespace Saas.Shell.Tests.Announcements;

public sealed class CurrentAnnouncementsTests(SaasHost host) : IClassFixture<SaasHost>
{
    private static readonly TimeSpan Promised = TimeSpan.FromSeconds(2);

    [Fact]
    public async Task Every_node_shows_what_one_was_told_and_drops_what_was_withdrawn()
    {
        await using var other = host.AnotherNode();
        _ = other.Services;

        var id = await InsertAsync(told: true);
        var seen = await SeesAsync(other, id, shown: true) && await SeesAsync(host.Application, id, shown: true);
        await ExecuteAsync($"update shell.announcements set withdrawn_at = now() where id = '{id}'", told: true);

        Assert.True(seen);
        Assert.True(await SeesAsync(other, id, shown: false));
        Assert.True(await SeesAsync(host.Application, id, shown: false));
    }

    [Fact]
    public async Task An_announcement_whose_notification_was_missed_is_shown_and_withdrawn_all_the_same()
    {
        var id = await InsertAsync(told: false);
        var seen = await SeesAsync(host.Application, id, shown: true);
        await ExecuteAsync($"delete from shell.announcements where id = '{id}'", told: false);

        Assert.True(seen);
        Assert.True(await SeesAsync(host.Application, id, shown: false));
    }

    [Fact]
    public async Task It_begins_and_ends_by_the_clock_without_being_read_again()
    {
        var (clock, now) = (new Ahead(), DateTimeOffset.UtcNow);
        await using var node = host.AnotherNode(clock: clock);
        var id = await InsertAsync(told: true, now.AddMinutes(10), now.AddMinutes(20));
        var current = node.Services.GetRequiredService<CurrentAnnouncements>();
        await current.LoadAsync(CancellationToken.None);

        var shown = new List<bool>();
        foreach (var minutes in new[] { 9, 2, 8, 2 })
        {
            clock.By += TimeSpan.FromMinutes(minutes);
            shown.Add(current.Shown.Any(announcement => announcement.Id == id));
        }

        Assert.Equal([false, true, true, false], shown);
    }

    [Fact]
    public async Task Reading_what_is_shown_asks_the_database_nothing()
    {
        var id = await InsertAsync(told: true);
        var seen = await SeesAsync(host.Application, id, shown: true);
        var current = host.Application.Services.GetRequiredService<CurrentAnnouncements>();

        Assert.True(seen);
        Assert.Same(current.Shown.Single(announcement => announcement.Id == id), current.Shown.Single(announcement => announcement.Id == id));
    }

    /// <summary>Waits three times what is promised: the machine that runs tests does other things, too.</summary>
    private static async Task<bool> SeesAsync(WebApplicationFactory<Program> node, Guid id, bool shown)
    {
        var current = node.Services.GetRequiredService<CurrentAnnouncements>();
        for (var until = DateTimeOffset.UtcNow + (3 * Promised); DateTimeOffset.UtcNow < until; await Task.Delay(50))
        {
            if (current.Shown.Any(announcement => announcement.Id == id) == shown)
            {
                return true;
            }
        }

        return false;
    }

    private async Task<Guid> InsertAsync(bool told, DateTimeOffset? from = null, DateTimeOffset? until = null)
    {
        var id = Guid.CreateVersion7();
        await ExecuteAsync(
            $"insert into shell.announcements (id, text, level, starts_at, ends_at) values ('{id}', 'Essai', 'Information', '{from ?? DateTimeOffset.UtcNow.AddMinutes(-1):O}', '{until ?? DateTimeOffset.UtcNow.AddHours(1):O}')",
            told);
        return id;
    }

    /// <summary>Under the role of a replica, no trigger fires: nobody is told.</summary>
    private async Task ExecuteAsync(string sql, bool told)
    {
        await using var connection = new NpgsqlConnection(host.Database.Administrator);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"set session_replication_role = {(told ? "origin" : "replica")}; {sql}", connection);
        await command.ExecuteNonQueryAsync();
    }

    private sealed class Ahead : TimeProvider
    {
        public TimeSpan By { get; set; }

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + By;
    }
}
