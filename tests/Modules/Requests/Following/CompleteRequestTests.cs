using Saas.Contracts.Requests;
using Saas.Modules.Requests.Model;

namespace Saas.Modules.Requests.Tests.Following;

public sealed class CompleteRequestTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task Nothing_opens_without_the_code()
    {
        var filed = await host.FileAsync(SaasHost.Claret);

        using var answer = await host.Visit(SaasHost.Claret).GetAsync($"{filed.Follow}/completer");

        Assert.Equal(filed.Follow, answer.Headers.Location?.ToString());
    }

    [Fact]
    public async Task A_page_left_open_says_that_nothing_is_awaited_any_longer()
    {
        var filed = await host.FileAsync(SaasHost.Claret);
        var browser = host.Visit(SaasHost.Claret);
        await browser.SubmitAsync(filed.Follow, button: null, ("Code", filed.Code));
        var token = (await browser.OpenAsync(filed.Follow)).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

        var page = await browser.FollowAsync(await browser.PostAsync($"{filed.Follow}/completer", ("__RequestVerificationToken", token)));

        Assert.Contains("Rien n’est plus attendu pour cette demande.", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Silence.Acceptance, 10)]
    [InlineData(Silence.Rejection, 4)]
    [InlineData(Silence.None, null)]
    public void The_delay_runs_anew_or_is_suspended_as_the_law_says(Silence silence, int? days)
    {
        var received = new DateTimeOffset(2026, 11, 2, 8, 0, 0, TimeSpan.Zero);
        var request = Request.Receive(Given.ARequest() with { Terms = new ProcedureTerms { Silence = silence } }, "7KWF-3MPH", "4RXC8LYJ", received);
        request.AskCompletion(Guid.CreateVersion7(), "Claire Martin", new Completion(Guid.CreateVersion7(), ["motif"], "", new DateOnly(2026, 12, 1), "Claire Martin", received.AddDays(6)), "", received.AddDays(6));

        request.Complete([], received.AddDays(10));

        Assert.Equal(days is null ? null : received.AddDays(days.Value), request.DelayFrom);
    }
}
