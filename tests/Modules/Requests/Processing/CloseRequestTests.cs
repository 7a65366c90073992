using Saas.Modules.Requests.Model;
using Saas.Shell.Identity;

namespace Saas.Modules.Requests.Tests.Processing;

public sealed class CloseRequestTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task A_closed_request_says_its_outcome_by_mail_and_on_the_page()
    {
        var email = Given.AnAddress();
        var filed = await host.FileAsync(SaasHost.Claret, Given.ARequest(email));

        await Staff().SubmitAsync($"{filed.Staff}/cloturer", "Clore la demande", ("Outcome", "Accepted"), ("Message au demandeur", "À samedi."));

        var request = await host.RequestAsync(SaasHost.Claret, filed.Id);
        var mail = (await host.MailsToAsync(SaasHost.Claret, email))[^1];
        Assert.Equal((RequestState.Closed, RequestOutcome.Accepted), (request.State, request.Outcome));
        Assert.Contains("acceptée", mail.Subject, StringComparison.Ordinal);
        Assert.Contains("À samedi.", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_must_say_why_and_no_outcome_is_no_closing()
    {
        var filed = await host.FileAsync(SaasHost.Claret);

        var refusal = await Browser.ReadAsync(await Staff().SubmitAsync($"{filed.Staff}/cloturer", "Clore la demande", ("Outcome", "Refused")));
        var nothing = await Browser.ReadAsync(await Staff().SubmitAsync($"{filed.Staff}/cloturer", "Clore la demande", ("Message au demandeur", "Bonne journée.")));

        Assert.StartsWith("Dites pourquoi", refusal.QuerySelector("#words-error")?.TextContent, StringComparison.Ordinal);
        Assert.Equal("Refused", refusal.QuerySelector("input[name=Outcome][checked]")?.GetAttribute("value"));
        Assert.Equal("Choisissez le résultat.", nothing.QuerySelector("#outcome-error")?.TextContent);
        Assert.Equal("Bonne journée.", nothing.QuerySelector("#Words")?.TextContent.Trim());
        Assert.Equal(RequestState.Received, (await host.RequestAsync(SaasHost.Claret, filed.Id)).State);
    }

    [Fact]
    public async Task A_number_that_is_no_outcome_is_refused()
    {
        var filed = await host.FileAsync(SaasHost.Claret);

        await Staff().SubmitAsync($"{filed.Staff}/cloturer", "Clore la demande", ("Outcome", "7"));

        Assert.Equal(RequestState.Received, (await host.RequestAsync(SaasHost.Claret, filed.Id)).State);
    }

    private Browser Staff() => host.Visit(SaasHost.Claret, Role.Administrator);
}
