using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Saas.Modules.Requests.Model;
using Saas.Shell.Data;
using Saas.Shell.Identity;

namespace Saas.Modules.Requests.Tests.Processing;

public sealed class UndoBulkActTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task Undoing_puts_everything_back_and_takes_the_mails_back()
    {
        var email = Given.AnAddress();
        var filed = await host.FileAsync(SaasHost.Claret, Given.ARequest(email));
        var before = await host.RequestAsync(SaasHost.Claret, filed.Id);
        var staff = Staff();
        var act = await CloseAsync(staff, filed);

        await staff.SubmitAsync(act, "Revenir en arrière");

        var after = await host.RequestAsync(SaasHost.Claret, filed.Id);
        Assert.Equal((before.State, before.Outcome, before.WaitingSince, before.ClosedAt), (after.State, after.Outcome, after.WaitingSince, after.ClosedAt));
        Assert.Equal(EntryKind.Reopened, (await host.TimelineAsync(SaasHost.Claret, filed.Id))[^1].Kind);
        Assert.DoesNotContain(await host.MailsToAsync(SaasHost.Claret, email), mail => mail.Subject.Contains("close", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_a_colleague_did_since_stays()
    {
        var first = await host.FileAsync(SaasHost.Claret);
        var second = await host.FileAsync(SaasHost.Claret);
        var staff = Staff();
        var act = await CloseAsync(staff, first, second);
        await staff.SubmitAsync($"{second.Staff}/rouvrir", "Rouvrir");

        var list = await staff.FollowAsync(await staff.SubmitAsync(act, "Revenir en arrière"));

        Assert.Contains("sauf pour 1 demande", list.Body!.TextContent.Replace('\u00a0', ' '), StringComparison.Ordinal);
        Assert.Equal(RequestState.Received, (await host.RequestAsync(SaasHost.Claret, first.Id)).State);
        Assert.Equal(RequestState.InProgress, (await host.RequestAsync(SaasHost.Claret, second.Id)).State);
    }

    [Fact]
    public async Task Undoing_twice_undoes_once()
    {
        var filed = await host.FileAsync(SaasHost.Claret);
        var staff = Staff();
        var act = await CloseAsync(staff, filed);
        var shown = await staff.OpenAsync(act);

        await Task.WhenAll(staff.SubmitAsync(shown, act, "Revenir en arrière"), staff.SubmitAsync(shown, act, "Revenir en arrière"));

        Assert.Single(await host.TimelineAsync(SaasHost.Claret, filed.Id), entry => entry.Kind == EntryKind.Reopened);
    }

    [Fact]
    public async Task Six_minutes_later_it_is_too_late()
    {
        var filed = await host.FileAsync(SaasHost.Claret);
        var staff = Staff();
        var act = await CloseAsync(staff, filed);
        var shown = await staff.OpenAsync(act);
        await host.InAsync(SaasHost.Claret, services => services.GetRequiredService<SaasDbContext>().BulkActs
            .Where(known => act.EndsWith(known.Id.ToString()))
            .ExecuteUpdateAsync(known => known.SetProperty(a => a.At, a => a.At.AddMinutes(-6))));

        var refused = await Browser.ReadAsync(await staff.SubmitAsync(shown, act, "Revenir en arrière"));

        Assert.Contains("trop tard", refused.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(RequestState.Closed, (await host.RequestAsync(SaasHost.Claret, filed.Id)).State);
    }

    [Fact]
    public async Task Another_commune_or_someone_who_only_reads_does_not_see_it()
    {
        var act = await CloseAsync(Staff(), await host.FileAsync(SaasHost.Claret));

        Assert.Equal(HttpStatusCode.NotFound, (await host.Visit(SaasHost.Matelles, Role.Administrator).GetAsync(act)).StatusCode);
        Assert.NotEqual(HttpStatusCode.OK, (await host.Visit(SaasHost.Claret, Role.Elected).GetAsync(act)).StatusCode);
    }

    private static async Task<string> CloseAsync(Browser staff, params Filed[] filed)
    {
        var address = $"/gestion/demandes/ensemble?acte=Close&{string.Join('&', filed.Select(one => $"demande={one.Id}"))}";
        var done = await staff.SubmitAsync(address, "Clore", ("Outcome", "NoFurtherAction"));
        return done.Headers.Location!.ToString();
    }

    private Browser Staff() => host.Visit(SaasHost.Claret, Role.Administrator);
}
