using System.Net;
using System.Text;

namespace Saas.Shell.Tests.Web;

/// <summary>Whatever arrives, a clean page answers: never a stack trace, never an empty one.</summary>
public sealed class WellFormedTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Theory]
    [InlineData("/recherche?q=a%00b", HttpStatusCode.BadRequest)]
    [InlineData("/actualites?page=abc", HttpStatusCode.OK)]
    [InlineData("/actualites?page=-1", HttpStatusCode.OK)]
    [InlineData("/actualites?page=999999999999", HttpStatusCode.OK)]
    [InlineData("/recherche?q=%27%3B--%22%3Cscript%3E%26%7C%21%28", HttpStatusCode.OK)]
    [InlineData("/recherche?q=%ED%A0%80%FF", HttpStatusCode.OK)]
    [InlineData("/pages/n-existe-pas", HttpStatusCode.NotFound)]
    [InlineData("/pages/%2e%2e%2f%2e%2e%2fetc", HttpStatusCode.NotFound)]
    [InlineData("/demarches/n-existe-pas", HttpStatusCode.NotFound)]
    [InlineData("/demandes/%F0%9F%98%80", HttpStatusCode.OK)]
    [InlineData("/console", HttpStatusCode.NotFound)]
    public async Task A_malformed_address_gets_a_page_in_french(string address, HttpStatusCode status)
    {
        var answer = await host.Visit(SaasHost.Claret).GetAsync(address);

        Assert.Equal(status, answer.StatusCode);
        Assert.Contains("lang=\"fr\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_that_is_too_long_gets_a_page_in_french()
    {
        var answer = await host.Visit(SaasHost.Claret).GetAsync("/recherche?q=" + new string('a', 10_000));

        Assert.Equal(HttpStatusCode.RequestUriTooLong, answer.StatusCode);
        Assert.Contains("Cette adresse est trop longue", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_browser_that_asks_for_the_icon_of_old_is_led_to_ours()
    {
        var answer = await host.Visit(SaasHost.Claret).GetAsync("/favicon.ico");

        Assert.Equal(HttpStatusCode.OK, (await host.Visit(SaasHost.Claret).GetAsync(answer.Headers.Location!.ToString())).StatusCode);
    }

    [Fact]
    public async Task A_name_that_would_turn_the_direction_of_writing_is_straightened_and_a_text_of_several_lines_left_alone()
    {
        var page = await Browser.ReadAsync(await host.Visit(SaasHost.Claret).SubmitAsync("/gestion/mot-de-passe-oublie", "Envoyer le lien", ("Adresse e-mail", "ro\u202ese\u2066")));

        Assert.Equal("rose", page.QuerySelector("#Email")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_body_that_is_too_large_is_refused_with_a_page_that_says_so()
    {
        using var content = new MultipartFormDataContent { { new StringContent("déclare un milliard d’octets"), "Email" } };
        content.Headers.ContentLength = 1_000_000_001;
        using var request = new HttpRequestMessage(HttpMethod.Post, "/gestion/connexion") { Content = content };

        var answer = await host.Visit(SaasHost.Claret).SendAsync(request);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Contains("Votre envoi est trop lourd", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_beyond_all_reason_is_refused_as_a_whole()
    {
        using var content = new MultipartFormDataContent { { new StringContent(new string('a', 17_000_000)), "Email" } };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/gestion/connexion") { Content = content };

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await host.Visit(SaasHost.Claret).SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task A_body_cut_off_in_its_middle_is_refused()
    {
        using var content = new StringContent("--limite\r\nContent-Disposition: form-data; name=\"Email\"\r\n\r\na@", Encoding.UTF8);
        content.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse("multipart/form-data; boundary=limite");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/gestion/connexion") { Content = content };

        Assert.Equal(HttpStatusCode.BadRequest, (await host.Visit(SaasHost.Claret).SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task A_form_with_an_unstorable_character_is_refused_before_any_page_sees_it()
    {
        var answer = await host.Visit(SaasHost.Claret).PostAsync("/gestion/connexion", ("Email", "a\0b"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task A_body_that_is_no_form_is_refused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/gestion/connexion") { Content = new StringContent("{}", Encoding.UTF8, "application/json") };

        Assert.Equal(HttpStatusCode.BadRequest, (await host.Visit(SaasHost.Claret).SendAsync(request)).StatusCode);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/gestion/connexion")]
    [InlineData("/n-existe-pas")]
    public async Task Every_answer_carries_the_strict_headers(string address)
    {
        var answer = await host.Visit(SaasHost.Claret).GetAsync(address);

        Assert.StartsWith("default-src 'none'", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
    }
}
