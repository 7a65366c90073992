using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Saas.Contracts.Requests;
using Saas.Modules.Requests.Model;
using Saas.Shell.Data;

namespace Saas.Modules.Requests.Tests.Receiving;

public sealed class RequestIntakeTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task The_same_source_is_filed_once_and_found_again()
    {
        var request = Given.ARequest();
        var filed = await host.FileAsync(SaasHost.Claret, request);

        var again = await Assert.ThrowsAsync<DbUpdateException>(() => host.FileAsync(SaasHost.Claret, request));
        var found = await host.InAsync(SaasHost.Claret, services => services.GetRequiredService<IRequestIntake>().FindAsync(request.SourceId, CancellationToken.None));

        Assert.True(again.IsDuplicate());
        Assert.Equal((filed.Reference, filed.Code, request.Fingerprint), (found!.Reference, found.Code, found.Fingerprint));
        Assert.InRange(found.ReceivedAt, DateTimeOffset.UtcNow.AddMinutes(-5), DateTimeOffset.UtcNow);
    }

    [Fact]
    public async Task Nothing_is_kept_before_the_caller_saves()
    {
        var email = Given.AnAddress();
        var request = Given.ARequest(email);

        var found = await host.InAsync(SaasHost.Claret, async services =>
        {
            var intake = services.GetRequiredService<IRequestIntake>();
            await intake.PrepareAsync(request, CancellationToken.None);
            return await intake.FindAsync(request.SourceId, CancellationToken.None);
        });

        Assert.Null(found);
        Assert.Empty(await host.MailsToAsync(SaasHost.Claret, email));
    }

    [Fact]
    public async Task The_source_of_a_request_of_another_commune_does_not_exist()
    {
        var request = Given.ARequest();
        await host.FileAsync(SaasHost.Matelles, request);

        var found = await host.InAsync(SaasHost.Claret, services => services.GetRequiredService<IRequestIntake>().FindAsync(request.SourceId, CancellationToken.None));

        Assert.Null(found);
    }

    [Fact]
    public async Task Staff_are_told_that_there_is_something_to_read_and_not_what()
    {
        var recipient = Given.AnAddress();
        var filed = await host.FileAsync(SaasHost.Claret, Given.ARequest(recipient: recipient));

        var mail = Assert.Single(await host.MailsToAsync(SaasHost.Claret, recipient));

        Assert.Contains("Location de la salle des fêtes", mail.Subject, StringComparison.Ordinal);
        Assert.Contains($"https://{host.Tenant(SaasHost.Claret).Slug}.parvis.localhost/gestion/demandes/{filed.Id}", mail.Text, StringComparison.Ordinal);
        Assert.Contains(filed.Reference, mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Repas de quartier", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Léa", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(filed.Code, mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_looks_like_spam_is_kept_aside_and_nobody_is_written_to()
    {
        var (sender, recipient) = (Given.AnAddress(), Given.AnAddress());

        var filed = await host.FileAsync(SaasHost.Claret, Given.ARequest(sender, recipient, spam: true));

        Assert.NotNull((await host.RequestAsync(SaasHost.Claret, filed.Id)).QuarantinedAt);
        Assert.Empty(await host.MailsToAsync(SaasHost.Claret, sender));
        Assert.Empty(await host.MailsToAsync(SaasHost.Claret, recipient));
    }

    [Theory]
    [InlineData("update requests.timeline_entries set text = 'autre chose'")]
    [InlineData("delete from requests.timeline_entries")]
    public async Task The_database_lets_the_application_write_the_timeline_and_never_rewrite_it(string sql)
    {
        await host.FileAsync(SaasHost.Claret);
        await using var connection = new NpgsqlConnection(host.Database.Application);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);

        var refused = await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync());

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }

    [Fact]
    public async Task The_first_entry_of_the_timeline_is_the_sending()
    {
        var filed = await host.FileAsync(SaasHost.Claret);

        var entry = Assert.Single(await host.TimelineAsync(SaasHost.Claret, filed.Id));

        Assert.Equal((EntryKind.Filed, "Léa Martin", true), (entry.Kind, entry.AuthorName, entry.VisibleToResident));
    }
}
