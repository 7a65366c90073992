using System.Net;
using System.Net.Http.Headers;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Mvc.Testing;

namespace Saas.Testing;

/// <summary>
/// What a browser without script does: keeps cookies, reads pages, fills forms in by their labels and sends them with everything
/// they contain. Redirections are answers; <see cref="FollowAsync"/> follows one.
/// </summary>
public sealed class Browser
{
    private readonly HttpClient _client;
    private readonly (string Email, string Password, string Page)? _signIn;
    private bool _signedIn;

    public Browser(WebApplicationFactory<Program> node, Uri address, (string Email, string Password, string Page)? signIn)
    {
        ArgumentNullException.ThrowIfNull(node);
        var cookies = new Microsoft.AspNetCore.Mvc.Testing.Handlers.CookieContainerHandler(Cookies);
        _client = node.CreateDefaultClient(address, cookies);
        _signIn = signIn;
    }

    public CookieContainer Cookies { get; } = new();

    public async Task<HttpResponseMessage> GetAsync(string address)
    {
        await SignInAsync();
        return await _client.GetAsync(new Uri(address, UriKind.RelativeOrAbsolute));
    }

    public async Task<string> GetStringAsync(string address) => await (await GetAsync(address)).Content.ReadAsStringAsync();

    /// <summary>The page, which must be there.</summary>
    public async Task<IHtmlDocument> OpenAsync(string address)
    {
        using var answer = await GetAsync(address);
        var html = await answer.Content.ReadAsStringAsync();
        return answer.IsSuccessStatusCode
            ? await new HtmlParser().ParseDocumentAsync(html)
            : throw new InvalidOperationException($"GET {address} answered {(int)answer.StatusCode}: {Shorten(html)}");
    }

    /// <summary>Opens the page, fills its form in and sends it.</summary>
    /// <param name="button">Words on the button to press; null presses the first form's own first button in the page's main part.</param>
    /// <param name="fields">By label or by name.</param>
    public async Task<HttpResponseMessage> SubmitAsync(string address, string? button = null, params (string Field, string Value)[] fields) =>
        await SubmitAsync(await OpenAsync(address), address, button, fields);

    /// <summary>Fills in and sends a form of a page that was opened before.</summary>
    public async Task<HttpResponseMessage> SubmitAsync(IHtmlDocument page, string address, string? button = null, IReadOnlyList<(string Field, string Value)>? fields = null, IReadOnlyList<SentFile>? files = null)
    {
        ArgumentNullException.ThrowIfNull(page);
        await SignInAsync();
        var pressed = Button(page, button);
        var form = pressed.Form ?? throw new InvalidOperationException("The button is in no form.");
        var values = Values(form, pressed);
        foreach (var (field, value) in fields ?? [])
        {
            var control = Control(form, field);
            values.RemoveAll(known => known.Name == control.GetAttribute("name"));
            values.Add((control.GetAttribute("name")!, value));
        }

        var target = pressed.GetAttribute("formaction") ?? form.GetAttribute("action");
        return await _client.PostAsync(
            new Uri(string.IsNullOrEmpty(target) ? address : target, UriKind.RelativeOrAbsolute),
            Content(form, values, files ?? []));
    }

    /// <summary>Sends fields as they are: what a robot or an attacker does.</summary>
    public async Task<HttpResponseMessage> PostAsync(string address, params (string Name, string Value)[] fields)
    {
        await SignInAsync();
        using var content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return await _client.PostAsync(new Uri(address, UriKind.RelativeOrAbsolute), content);
    }

    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request)
    {
        await SignInAsync();
        return await _client.SendAsync(request);
    }

    /// <summary>Goes where the answer points to.</summary>
    public async Task<IHtmlDocument> FollowAsync(HttpResponseMessage answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return answer.Headers.Location is { } location
            ? await OpenAsync(location.ToString())
            : throw new InvalidOperationException($"Not redirected: {(int)answer.StatusCode} {Shorten(await answer.Content.ReadAsStringAsync())}");
    }

    public static async Task<IHtmlDocument> ReadAsync(HttpResponseMessage answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync());
    }

    private static SubmitButton Button(IHtmlDocument page, string? words)
    {
        var root = page.QuerySelector("main") ?? page.Body!;
        var buttons = root.QuerySelectorAll("form[method=post i] button, form[method=post i] input[type=submit]").ToList();
        var found = words is null
            ? buttons.FirstOrDefault()
            : buttons.FirstOrDefault(button => Words(button) == words || Words(button).Contains(words, StringComparison.Ordinal));
        return found is null
            ? throw new InvalidOperationException($"No button « {words} » among: {string.Join(" | ", buttons.Select(Words))}")
            : new SubmitButton(found);
    }

    private static string Words(IElement element) =>
        string.Join(' ', (element.GetAttribute("aria-label") ?? element.TextContent).Replace('\u00a0', ' ').Replace('\u202f', ' ').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static List<(string Name, string Value)> Values(IHtmlFormElement form, SubmitButton pressed)
    {
        var values = new List<(string, string)>();
        foreach (var control in form.Elements.Where(element => !element.HasAttribute("disabled") && element.GetAttribute("name") is { Length: > 0 }))
        {
            var name = control.GetAttribute("name")!;
            switch (control)
            {
                case IHtmlInputElement { Type: "checkbox" or "radio" } tick:
                    if (tick.IsChecked)
                    {
                        values.Add((name, tick.Value));
                    }

                    break;
                case IHtmlInputElement { Type: "file" or "submit" or "button" }:
                    break;
                case IHtmlInputElement input:
                    values.Add((name, input.Value));
                    break;
                case IHtmlTextAreaElement area:
                    values.Add((name, area.Value));
                    break;
                case IHtmlSelectElement select:
                    values.AddRange(select.SelectedOptions.Select(option => (name, option.Value)));
                    break;
            }
        }

        if (pressed.GetAttribute("name") is { Length: > 0 } pressedName)
        {
            values.Add((pressedName, pressed.GetAttribute("value") ?? ""));
        }

        return values;
    }

    private static IElement Control(IHtmlFormElement form, string field)
    {
        if (form.Elements.FirstOrDefault(element => element.GetAttribute("name") == field) is { } named)
        {
            return named;
        }

        var label = form.QuerySelectorAll("label").FirstOrDefault(l => Words(l) == field)
            ?? form.QuerySelectorAll("label").FirstOrDefault(l => Words(l).StartsWith(field, StringComparison.Ordinal));
        var control = label?.GetAttribute("for") is { Length: > 0 } id ? form.Owner!.GetElementById(id) : label?.QuerySelector("input, select, textarea");
        return control
            ?? form.QuerySelectorAll("fieldset").FirstOrDefault(f => f.QuerySelector("legend") is { } legend && Words(legend).StartsWith(field, StringComparison.Ordinal))?.QuerySelector("input, select, textarea")
            ?? throw new InvalidOperationException($"No field « {field} » among: {string.Join(" | ", form.QuerySelectorAll("label, legend").Select(Words))}");
    }

    private static MultipartFormDataContent Multipart(List<(string Name, string Value)> values, IHtmlFormElement form, IReadOnlyList<SentFile> files)
    {
        var content = new MultipartFormDataContent();
        foreach (var (name, value) in values)
        {
            content.Add(new StringContent(value), name);
        }

        foreach (var file in files)
        {
            var bytes = new ByteArrayContent(file.Content);
            bytes.Headers.ContentType = MediaTypeHeaderValue.Parse(file.ContentType);
            content.Add(bytes, Control(form, file.Field).GetAttribute("name")!, file.Name);
        }

        return content;
    }

    private static HttpContent Content(IHtmlFormElement form, List<(string Name, string Value)> values, IReadOnlyList<SentFile> files) =>
        form.Enctype == "multipart/form-data"
            ? Multipart(values, form, files)
            : new FormUrlEncodedContent(values.Select(value => KeyValuePair.Create(value.Name, value.Value)));

    private static string Shorten(string html) => html.Length <= 400 ? html : html[..400];

    private async Task SignInAsync()
    {
        if (_signIn is { } person && !_signedIn)
        {
            _signedIn = true;
            var page = await OpenAsync(person.Page);
            using var answer = await SubmitAsync(page, person.Page, "Se connecter", [("Adresse e-mail", person.Email), ("Mot de passe", person.Password)]);
            if (answer.StatusCode is not (HttpStatusCode.Redirect or HttpStatusCode.SeeOther))
            {
                throw new InvalidOperationException($"{person.Email} could not sign in: {(int)answer.StatusCode} {Shorten(await answer.Content.ReadAsStringAsync())}");
            }
        }
    }

    /// <summary>A submit button, whichever of the two elements it is.</summary>
    private sealed record SubmitButton(IElement Element)
    {
        public IHtmlFormElement? Form => (Element as IHtmlButtonElement)?.Form ?? (Element as IHtmlInputElement)?.Form;

        public string? GetAttribute(string name) => Element.GetAttribute(name);
    }
}

/// <summary>A file chosen in a form.</summary>
public sealed record SentFile(string Field, string Name, byte[] Content, string ContentType = "application/octet-stream");
