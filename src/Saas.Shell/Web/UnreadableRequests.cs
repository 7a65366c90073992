using System.Buffers;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;

namespace Saas.Shell.Web;

/// <summary>
/// Answers in words what the server refuses before any code of ours sees it: a malformed Host, a NUL in the path, headers without
/// end. Kestrel tells of such a request right before it answers with an empty body and closes the connection ("Bad request event
/// handling" in its documentation): the page leaves ahead of that answer, which a client that was told the length does not read.
/// </summary>
internal sealed class UnreadableRequests : IObserver<KeyValuePair<string, object?>>
{
    private const string Refused = "Microsoft.AspNetCore.Server.Kestrel.BadRequest";

    public static void Listen(DiagnosticListener server) => server.Subscribe(new UnreadableRequests(), name => name == Refused);

    public void OnNext(KeyValuePair<string, object?> told)
    {
        if (told.Value is IFeatureCollection request
            && request.Get<IHttpResponseFeature>() is { HasStarted: false }
            && request.Get<IBadRequestExceptionFeature>()?.Error is BadHttpRequestException { StatusCode: not StatusCodes.Status408RequestTimeout } refused
            && request.Get<IConnectionTransportFeature>() is { } connection
            && request.Get<IHttpRequestFeature>()?.Protocol is not ("HTTP/2" or "HTTP/3"))
        {
            // Not flushed: Kestrel flushes both.
            connection.Transport.Output.Write(Answer(refused.StatusCode));
        }
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    private static byte[] Answer(int status)
    {
        var page = Encoding.UTF8.GetBytes(PlainPages.Page("Demande illisible", "L’adresse ou la demande envoyée n’est pas lisible. Rien n’a été enregistré. Repartez de la page d’accueil de votre commune, ou appelez votre mairie."));
        var head = string.Create(
            CultureInfo.InvariantCulture,
            $"HTTP/1.1 {status} {ReasonPhrases.GetReasonPhrase(status)}\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {page.Length}\r\nCache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\nContent-Security-Policy: default-src 'none'\r\nConnection: close\r\n\r\n");
        return [.. Encoding.ASCII.GetBytes(head), .. page];
    }
}
