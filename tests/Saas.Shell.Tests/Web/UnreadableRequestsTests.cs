using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Saas.Shell.Tests.Web;

/// <summary>What the server refuses by itself, sent as no browser would.</summary>
public sealed class UnreadableRequestsTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task What_no_code_of_ours_sees_gets_a_page_in_french_too()
    {
        using var node = host.AnotherNode(new Dictionary<string, string> { ["urls"] = "http://127.0.0.1:0" });
        node.UseKestrel();
        node.StartServer();
        var port = new Uri(node.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()).Port;

        var unknown = await SendAsync(port, "GET / HTTP/1.1\r\nHost: xn--.parvis.localhost\r\nConnection: close\r\n\r\n");
        Assert.StartsWith("HTTP/1.1 404 ", unknown, StringComparison.Ordinal);
        Assert.Contains("Aucun site ne répond à cette adresse", unknown, StringComparison.Ordinal);

        foreach (var (request, status) in new[]
        {
            ("GET / HTTP/1.1\r\nHost: claret/parvis\r\n\r\n", 400),
            ("GET / HTTP/1.1\r\nHost: a b\r\n\r\n", 400),
            ("GET / HTTP/1.1\r\n\r\n", 400),
            ("GET /%00 HTTP/1.1\r\nHost: claret.parvis.localhost\r\n\r\n", 400),
            ($"GET /{new string('a', 70_000)} HTTP/1.1\r\nHost: claret.parvis.localhost\r\n\r\n", 414),
            ($"GET / HTTP/1.1\r\nHost: claret.parvis.localhost\r\nX-Long: {new string('a', 70_000)}\r\n\r\n", 431),
        })
        {
            var answer = await SendAsync(port, request);
            Assert.StartsWith($"HTTP/1.1 {status} ", answer, StringComparison.Ordinal);
            Assert.Contains("lang=\"fr\"", answer, StringComparison.Ordinal);
            Assert.Contains("Rien n’a été enregistré", answer, StringComparison.Ordinal);
        }
    }

    private static async Task<string> SendAsync(int port, string request)
    {
        using var connection = new TcpClient();
        await connection.ConnectAsync(IPAddress.Loopback, port);
        await connection.GetStream().WriteAsync(Encoding.ASCII.GetBytes(request));
        using var reader = new StreamReader(connection.GetStream(), Encoding.UTF8);
        return await reader.ReadToEndAsync();
    }
}
