using System.Net;
using System.Text.RegularExpressions;
using Saas.Modules.Requests.Model;
using Saas.Shell.Identity;

namespace Saas.Modules.Requests.Tests.Following;

public sealed partial class FollowRequestTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task The_right_code_shows_the_receipt_with_what_was_sent()
    {
        var file = await host.StoreAsync(SaasHost.Claret, "assurance");
        var filed = await host.FileAsync(SaasHost.Claret, Given.ARequest("lea@exemple.test", files: [file]));

        var page = await OpenAsync(host.Visit(SaasHost.Claret), filed);

        var text = page.Body!.TextContent;
        Assert.Contains(filed.Reference, text, StringComparison.Ordinal);
        Assert.Contains(Codes.Show(filed.Code), text, StringComparison.Ordinal);
        Assert.Contains("samedi 12 décembre 2026", text, StringComparison.Ordinal);
        Assert.Contains("avec <b>musique</b>", text, StringComparison.Ordinal);
        Assert.Contains(file.Checksum[..12], text, StringComparison.Ordinal);
        Assert.Contains("R.\u00a0112-11-1", text, StringComparison.Ordinal);
        Assert.Contains("Reçue", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_code_a_known_an_unknown_and_an_impossible_reference_look_alike()
    {
        var filed = await host.FileAsync(SaasHost.Claret);
        var elsewhere = await host.FileAsync(SaasHost.Matelles);

        var known = await SeenAsync(filed.Reference);

        Assert.Equal(known, await SeenAsync("2222-2222"));
        Assert.Equal(known, await SeenAsync(elsewhere.Reference));
        Assert.Equal(known, await SeenAsync("ni-une-reference"));
    }

    [Fact]
    public async Task A_wrong_code_and_an_unknown_reference_are_refused_byte_for_byte_alike()
    {
        var filed = await host.FileAsync(SaasHost.Claret);
        var elsewhere = await host.FileAsync(SaasHost.Matelles);

        var wrong = await RefusedAsync(filed.Reference, "2222 2222");

        Assert.Contains("ne vont pas ensemble", wrong, StringComparison.Ordinal);
        Assert.Equal(wrong, await RefusedAsync("2222-2222", "2222 2222"));
        Assert.Equal(wrong, (await RefusedAsync(elsewhere.Reference, elsewhere.Code)).Replace(elsewhere.Code, "2222 2222", StringComparison.Ordinal));
        Assert.Equal(wrong, await RefusedAsync("zz", "2222 2222"));
    }

    [Fact]
    public async Task A_very_long_reference_asks_for_the_code_and_is_not_repeated()
    {
        var page = await host.Visit(SaasHost.Claret).GetStringAsync("/demandes/" + new string('a', 1_000));

        Assert.Contains("Code de suivi", page, StringComparison.Ordinal);
        Assert.DoesNotContain(new string('a', 30), page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_is_kept_by_no_cache_and_listed_by_no_search_engine()
    {
        var filed = await host.FileAsync(SaasHost.Claret);

        var answer = await host.Visit(SaasHost.Claret).GetAsync(filed.Follow);

        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.Equal("noindex", answer.Headers.GetValues("X-Robots-Tag").Single());
    }

    [Fact]
    public async Task Access_is_a_sealed_session_cookie_good_for_one_commune()
    {
        var filed = await host.FileAsync(SaasHost.Claret);
        var browser = host.Visit(SaasHost.Claret);

        var answer = await browser.SubmitAsync(filed.Follow, "Voir ma demande", ("Code de suivi", filed.Code));
        var cookie = answer.Headers.GetValues("Set-Cookie").Single(value => value.StartsWith("parvis-suivi-", StringComparison.Ordinal));
        using var stolen = new HttpRequestMessage(HttpMethod.Get, new Uri(filed.Follow, UriKind.Relative)) { Headers = { { "Cookie", cookie.Split(';')[0] } } };
        var neighbour = await (await host.Visit(SaasHost.Matelles).SendAsync(stolen)).Content.ReadAsStringAsync();

        Assert.Contains("path=/demandes", cookie, StringComparison.Ordinal);
        Assert.Contains("httponly", cookie, StringComparison.Ordinal);
        Assert.Contains("samesite=lax", cookie, StringComparison.Ordinal);
        Assert.Contains("secure", cookie, StringComparison.Ordinal);
        Assert.DoesNotContain("expires", cookie, StringComparison.Ordinal);
        Assert.DoesNotContain(filed.Code, cookie, StringComparison.Ordinal);
        Assert.Contains("Pour voir la demande", neighbour, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Access_ends_after_a_day()
    {
        var clock = new MovableClock();
        var node = host.AnotherNode(clock: clock);
        var filed = await host.FileAsync(SaasHost.Claret);
        var browser = host.Visit(node, SaasHost.Claret);
        await OpenAsync(browser, filed);

        clock.Ahead = TimeSpan.FromHours(25);

        Assert.Contains("Pour voir la demande", await browser.GetStringAsync(filed.Follow), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Too_many_codes_from_one_address_are_refused()
    {
        var filed = await host.FileAsync(SaasHost.Claret);
        var node = host.AnotherNode(new Dictionary<string, string> { ["RateLimits:FollowsPerWindow"] = "3" });
        var browser = host.Visit(node, SaasHost.Claret);
        for (var attempt = 0; attempt < 3; attempt++)
        {
            await browser.SubmitAsync(filed.Follow, "Voir ma demande", ("Code de suivi", "2222 2222"));
        }

        var refused = await browser.SubmitAsync(filed.Follow, "Voir ma demande", ("Code de suivi", filed.Code));

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
    }

    [Fact]
    public async Task The_resident_reads_the_answer_and_never_an_internal_note()
    {
        var filed = await host.FileAsync(SaasHost.Claret);
        var staff = host.Visit(SaasHost.Claret, Role.Administrator);
        await staff.SubmitAsync(filed.Staff, "Ajouter la note", ("Note interne", "Vu avec le maire en secret."));
        await staff.SubmitAsync(filed.Staff, "Enregistrer la réponse", ("Votre réponse", "La salle est libre."));

        var text = (await OpenAsync(host.Visit(SaasHost.Claret), filed)).Body!.TextContent;

        Assert.Contains("La salle est libre.", text, StringComparison.Ordinal);
        Assert.Contains("Secrétaire de Claret", text, StringComparison.Ordinal);
        Assert.DoesNotContain("secret.", text, StringComparison.Ordinal);
    }

    private static async Task<AngleSharp.Html.Dom.IHtmlDocument> OpenAsync(Browser browser, Filed filed) =>
        await browser.FollowAsync(await browser.SubmitAsync(filed.Follow, "Voir ma demande", ("Code de suivi", filed.Code)));

    private async Task<string> SeenAsync(string reference)
    {
        var answer = await host.Visit(SaasHost.Claret).GetAsync($"/demandes/{reference}");
        return await SayAsync(answer, reference);
    }

    private async Task<string> RefusedAsync(string reference, string code)
    {
        var answer = await host.Visit(SaasHost.Claret).SubmitAsync($"/demandes/{reference}", "Voir ma demande", ("Code de suivi", code));
        return await SayAsync(answer, reference);
    }

    /// <summary>Status, names of headers and body, without the token that differs on every page.</summary>
    private static async Task<string> SayAsync(HttpResponseMessage answer, string reference)
    {
        var body = Token().Replace(await answer.Content.ReadAsStringAsync(), "token");
        return $"{(int)answer.StatusCode} {string.Join(' ', answer.Headers.Select(header => header.Key))}\n{body.Replace(reference, "REFERENCE", StringComparison.Ordinal)}";
    }

    [GeneratedRegex("(?<=__RequestVerificationToken\" type=\"hidden\" value=\")[^\"]+")]
    private static partial Regex Token();

    private sealed class MovableClock : TimeProvider
    {
        public TimeSpan Ahead { get; set; }

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Ahead;
    }
}
