using Saas.Shell.Identity;

namespace Saas.Testing;

/// <summary>The operator in a commune that lets them in, by the pages that do it.</summary>
public static class Assistance
{
    public const string Page = "/gestion/reglages/assistance";

    public const string Console = "https://parvis.localhost";

    /// <summary>An administrator of the commune consents.</summary>
    public static async Task AllowAsync(SaasHost host, string insee, bool mayAct, int hours = 4)
    {
        ArgumentNullException.ThrowIfNull(host);
        using var answer = await host.Visit(insee, Role.Administrator).SubmitAsync(
            Page, "Autoriser", ("Pour quoi faire", "La démarche Cantine"), ("MayAct", mayAct ? "true" : "false"), ("Pendant", hours.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        if (answer.Headers.Location is null)
        {
            throw new InvalidOperationException("The commune could not consent.");
        }
    }

    public static async Task EndAsync(SaasHost host, string insee)
    {
        ArgumentNullException.ThrowIfNull(host);
        using var answer = await host.Visit(insee, Role.Administrator).SubmitAsync($"{Page}/terminer", "Mettre fin");
    }

    /// <summary>What the console gives its operator for the commune; null when it gives none.</summary>
    public static async Task<string?> TicketAsync(SaasHost host, string insee, Browser? console = null)
    {
        ArgumentNullException.ThrowIfNull(host);
        console ??= host.VisitPlatform(signedIn: true);
        var page = await console.OpenAsync("/console/mon-compte");
        using var answer = await console.PostAsync(
            $"/console/sites/{host.Tenant(insee).Id}/assistance",
            ("__RequestVerificationToken", page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!));
        return (await Browser.ReadAsync(answer)).QuerySelector("form[data-send-at-once] input[name=billet]")?.GetAttribute("value");
    }

    /// <summary>What the browser sends from the page between the console and the commune.</summary>
    public static async Task<HttpResponseMessage> ArriveAsync(Browser browser, string ticket, string? from = Console)
    {
        ArgumentNullException.ThrowIfNull(browser);
        using var content = new FormUrlEncodedContent([KeyValuePair.Create("billet", ticket)]);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/gestion/arrivee", UriKind.Relative)) { Content = content };
        if (from is not null)
        {
            request.Headers.Add("Origin", from);
        }

        return await browser.SendAsync(request);
    }

    /// <summary>The operator's browser, inside: the commune has just consented.</summary>
    public static async Task<Browser> EnterAsync(SaasHost host, string insee, bool mayAct, Browser? console = null)
    {
        ArgumentNullException.ThrowIfNull(host);
        await AllowAsync(host, insee, mayAct);
        var browser = host.Visit(insee);
        using var answer = await ArriveAsync(browser, (await TicketAsync(host, insee, console))!);
        return answer.Headers.Location?.ToString() == "/gestion" ? browser : throw new InvalidOperationException("The operator did not enter.");
    }
}
