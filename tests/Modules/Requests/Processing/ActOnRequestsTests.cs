using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Saas.Modules.Requests.Model;
using Saas.Shell.Data;
using Saas.Shell.Identity;

namespace Saas.Modules.Requests.Tests.Processing;

public sealed class ActOnRequestsTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task Ticked_requests_are_closed_at_once_and_their_mails_wait_five_minutes()
    {
        var email = Given.AnAddress();
        var first = await host.FileAsync(SaasHost.Claret, Given.ARequest(email));
        var second = await host.FileAsync(SaasHost.Claret);
        var staff = Staff();

        var shown = await staff.OpenAsync(AddressOf("Close", first, second));
        var done = await staff.FollowAsync(await staff.SubmitAsync(shown, AddressOf("Close", first, second), "Clore 2", [("Outcome", "Accepted"), ("Message", "À samedi.")]));

        Assert.StartsWith("2 demandes closes", done.QuerySelector("h1")!.TextContent.Replace('\u00a0', ' '), StringComparison.Ordinal);
        Assert.Equal(RequestOutcome.Accepted, (await host.RequestAsync(SaasHost.Claret, first.Id)).Outcome);
        Assert.Equal(RequestOutcome.Accepted, (await host.RequestAsync(SaasHost.Claret, second.Id)).Outcome);
        Assert.InRange(await WaitOfMailAsync(email), TimeSpan.FromMinutes(4), TimeSpan.FromMinutes(5));
    }

    [Fact]
    public async Task All_of_a_list_is_done_and_what_cannot_be_is_left_aside_with_its_reason()
    {
        var procedure = $"Démarche {Guid.NewGuid():N}";
        for (var i = 0; i < 26; i++)
        {
            await host.FileAsync(SaasHost.Claret, Given.ARequest(procedure: procedure));
        }

        var closed = await host.FileAsync(SaasHost.Claret, Given.ARequest(procedure: procedure));
        var staff = Staff();
        await staff.SubmitAsync($"{closed.Staff}/cloturer", "Clore la demande", ("Outcome", "NoFurtherAction"));
        var address = $"/gestion/demandes/ensemble?etat=toutes&demarche={Uri.EscapeDataString(procedure)}&acte=Take&toutes=oui";

        var shown = await staff.OpenAsync(address);
        var done = await staff.FollowAsync(await staff.SubmitAsync(shown, address, "Prendre en charge 26"));

        Assert.Contains("Une autre reste comme elle est", shown.QuerySelector(".page-head")!.TextContent, StringComparison.Ordinal);
        Assert.StartsWith("26 demandes", done.QuerySelector("h1")!.TextContent.Replace('\u00a0', ' '), StringComparison.Ordinal);
        Assert.Contains($"{closed.Reference} : sans suite", done.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_that_arrives_meanwhile_is_not_touched_unseen()
    {
        var procedure = $"Démarche {Guid.NewGuid():N}";
        await host.FileAsync(SaasHost.Claret, Given.ARequest(procedure: procedure));
        var staff = Staff();
        var address = $"/gestion/demandes/ensemble?etat=toutes&demarche={Uri.EscapeDataString(procedure)}&acte=Close&toutes=oui";
        var shown = await staff.OpenAsync(address);
        var late = await host.FileAsync(SaasHost.Claret, Given.ARequest(procedure: procedure));

        await staff.SubmitAsync(shown, address, "Clore 1", [("Outcome", "NoFurtherAction")]);

        Assert.Equal(RequestState.Received, (await host.RequestAsync(SaasHost.Claret, late.Id)).State);
    }

    [Fact]
    public async Task A_double_click_is_one_act_and_one_mail()
    {
        var email = Given.AnAddress();
        var filed = await host.FileAsync(SaasHost.Claret, Given.ARequest(email));
        var staff = Staff();
        var shown = await staff.OpenAsync(AddressOf("Write", filed));

        await Task.WhenAll(
            staff.SubmitAsync(shown, AddressOf("Write", filed), "Écrire à 1", [("Message", "La salle est réparée.")]),
            staff.SubmitAsync(shown, AddressOf("Write", filed), "Écrire à 1", [("Message", "La salle est réparée.")]));

        Assert.Single(await host.TimelineAsync(SaasHost.Claret, filed.Id), entry => entry.Kind == EntryKind.Answered);
        Assert.Single(await host.MailsToAsync(SaasHost.Claret, email), mail => mail.Text.Contains("réparée", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_refusal_says_why_and_what_was_chosen_stays()
    {
        var filed = await host.FileAsync(SaasHost.Claret);
        var staff = Staff();

        var refused = await Browser.ReadAsync(await staff.SubmitAsync(AddressOf("Close", filed), "Clore 1", ("Outcome", "Refused")));

        Assert.StartsWith("Dites pourquoi", refused.QuerySelector("#message-error")?.TextContent, StringComparison.Ordinal);
        Assert.Equal("Refused", refused.QuerySelector("input[name=Outcome][checked]")?.GetAttribute("value"));
        Assert.NotNull(refused.QuerySelector($"input[name=demande][value='{filed.Id}']"));
    }

    [Fact]
    public async Task Nothing_ticked_does_nothing_and_says_what_to_do()
    {
        var answer = await Staff().GetAsync("/gestion/demandes/ensemble?etat=toutes&acte=Close");

        Assert.Equal("/gestion/demandes?etat=toutes", answer.Headers.Location?.ToString());
    }

    [Fact]
    public async Task The_requests_of_another_commune_are_not_touched()
    {
        var theirs = await host.FileAsync(SaasHost.Matelles);
        var ours = await host.FileAsync(SaasHost.Claret);
        var staff = Staff();
        var shown = await staff.OpenAsync(AddressOf("Take", ours));
        shown.QuerySelector("input[name=demande]")!.SetAttribute("value", theirs.Id.ToString());

        await staff.SubmitAsync(shown, AddressOf("Take", ours), "Prendre en charge 1");

        Assert.Equal(RequestState.Received, (await host.RequestAsync(SaasHost.Matelles, theirs.Id)).State);
        Assert.Equal(RequestState.Received, (await host.RequestAsync(SaasHost.Claret, ours.Id)).State);
    }

    private static string AddressOf(string act, params Filed[] filed) =>
        $"/gestion/demandes/ensemble?acte={act}&{string.Join('&', filed.Select(one => $"demande={one.Id}"))}";

    private Task<TimeSpan> WaitOfMailAsync(string email) => host.InAsync(SaasHost.Claret, async services =>
    {
        var db = services.GetRequiredService<SaasDbContext>();
        var mail = await db.Set<Shell.Mail.OutgoingMail>().Where(sent => sent.Recipient == email).OrderByDescending(sent => sent.QueuedAt).FirstAsync();
        var due = await db.Set<Shell.Jobs.DueWork>().Where(work => work.Id == mail.Id).Select(work => work.DueAt).SingleAsync();
        return due - mail.QueuedAt;
    });

    private Browser Staff() => host.Visit(SaasHost.Claret, Role.Administrator);
}
