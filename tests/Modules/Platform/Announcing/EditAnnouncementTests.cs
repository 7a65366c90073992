using System.Net;
using Saas.Shell.Identity;

namespace Saas.Modules.Platform.Tests.Announcing;

public sealed class EditAnnouncementTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task A_corrected_text_is_read_at_once_also_by_whoever_had_folded_it_away()
    {
        var (text, corrected) = (Given.Words(), Given.Words());
        var address = await Given.AnnouncementAsync(host, text);
        var secretary = host.Visit(SaasHost.Claret, Role.Secretary);
        await Given.FoldAsync(secretary, text);

        await host.VisitPlatform(signedIn: true).SubmitAsync(address, "Enregistrer", ("Texte", corrected));

        var page = await secretary.GetStringAsync("/gestion/demandes");
        Assert.Contains(corrected, page, StringComparison.Ordinal);
        Assert.DoesNotContain(text, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_later_end_does_not_bring_back_what_was_folded_away()
    {
        var text = Given.Words();
        var address = await Given.AnnouncementAsync(host, text);
        var secretary = host.Visit(SaasHost.Claret, Role.Secretary);
        await Given.FoldAsync(secretary, text);

        await host.VisitPlatform(signedIn: true).SubmitAsync(address, "Enregistrer", ("Jusqu’au", "2031-06-03T18:00"));

        Assert.DoesNotContain(text, await secretary.GetStringAsync("/gestion/demandes"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_colleague_wrote_meanwhile_is_not_overwritten_unseen()
    {
        var (first, second) = (Given.Words(), Given.Words());
        var address = await Given.AnnouncementAsync(host, Given.Words());
        var console = host.VisitPlatform(signedIn: true);
        var opened = await console.OpenAsync(address);
        await console.SubmitAsync(address, "Enregistrer", ("Texte", first));

        var late = await Browser.ReadAsync(await console.SubmitAsync(opened, address, "Enregistrer", [("Texte", second)]));

        Assert.Contains("Quelqu’un a changé cette annonce", late.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(first, late.QuerySelector(".message .pre-line")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(second, late.QuerySelector("textarea")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await console.SubmitAsync(late, address, "Enregistrer")).StatusCode);
    }

    [Fact]
    public async Task A_withdrawn_one_is_read_only()
    {
        var address = await Given.AnnouncementAsync(host, Given.Words());
        var console = host.VisitPlatform(signedIn: true);
        var opened = await console.OpenAsync(address);
        await console.SubmitAsync($"{address}/retirer", "Retirer");

        var late = await Browser.ReadAsync(await console.SubmitAsync(opened, address, "Enregistrer", [("Texte", "Trop tard")]));

        Assert.Contains("n’est plus affichée : rien n’a été changé", late.QuerySelector(".error-summary")!.TextContent.Replace('\u00a0', ' '), StringComparison.Ordinal);
        Assert.Null((await console.OpenAsync(address)).QuerySelector("textarea"));
    }

    [Fact]
    public async Task One_that_does_not_exist_is_not_found() =>
        Assert.Equal(HttpStatusCode.NotFound, await Given.StatusAsync(host.VisitPlatform(signedIn: true), $"/console/annonces/{Guid.NewGuid()}"));
}
