using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using Saas.Shell.Data;
using Saas.Shell.Jobs;
using Saas.Shell.Mail;
using Saas.Shell.Tenancy;

namespace Saas.Shell.Tests.Telemetry;

public sealed class ExportingTests(SaasHost host) : IClassFixture<SaasHost>
{
    private static readonly string[] Metrics = ["saas.page.duration", "/Visiting/ShowHome", "db.client.operation.duration", "saas.queue.age", "saas.queue.length", "saas.mail.handovers", "PutOff", "saas.job.failures", "shell.deliver-mail"];

    [Fact]
    public async Task Pages_queries_the_queue_and_mails_are_counted_and_nothing_says_for_which_commune()
    {
        await using var collector = await Collector.StartAsync();
        var database = await TestDatabase.CreateAsync();
        await using var node = host.AnotherNode(new Dictionary<string, string>
        {
            ["ConnectionStrings:Application"] = database.Application,
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Address,
            ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
            ["Mail:Host"] = "127.0.0.1",
            ["Mail:Port"] = FreePort().ToString(System.Globalization.CultureInfo.InvariantCulture),
        });
        await SaasHost.FoundAsync(node.Services, SaasHost.Claret);
        var tenant = node.Services.GetRequiredService<TenantDirectory>().All.Single();
        Assert.Equal(HttpStatusCode.OK, (await new Browser(node, new Uri("https://claret.parvis.localhost"), signIn: null).GetAsync("/")).StatusCode);
        await FailToSendAsync(node.Services, tenant);

        // The node's own scheduler may have taken the mail up: it is given the time to fail.
        for (var time = 0; time < 100 && !collector.Received("metrics").Contains("saas.job.failures", StringComparison.Ordinal); time++)
        {
            await Task.Delay(100);
            node.Services.GetRequiredService<MeterProvider>().ForceFlush();
        }

        node.Services.GetRequiredService<TracerProvider>().ForceFlush();

        var metrics = collector.Received("metrics");
        Assert.All(Metrics, name => Assert.Contains(name, metrics, StringComparison.Ordinal));
        var traces = collector.Received("traces");
        Assert.Contains("GET Site/Visiting/ShowHome", traces, StringComparison.Ordinal);
        Assert.Contains("postgresql", traces, StringComparison.Ordinal);
        Assert.All(
            [tenant.Slug, tenant.Name, tenant.Id.ToString("D"), tenant.Id.ToString("N"), tenant.InseeCode!, "select ", "habitant@example.org"],
            secret => Assert.DoesNotContain(secret, metrics + traces, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void Nothing_is_sent_by_a_node_that_was_not_told_where_to()
    {
        Assert.Null(host.Application.Services.GetService<MeterProvider>());
        Assert.Null(host.Application.Services.GetService<TracerProvider>());
    }

    /// <summary>A mail for a relay that is not there.</summary>
    private static async Task FailToSendAsync(IServiceProvider services, Tenant tenant)
    {
        await using var commune = services.GetRequiredService<TenantScopes>().Open(tenant);
        var db = commune.ServiceProvider.GetRequiredService<SaasDbContext>();
        commune.ServiceProvider.GetRequiredService<IMailer>().Send(new Saas.Shell.Mail.Mail("habitant@example.org", "Votre demande", ["Bonjour"]));
        await db.SaveChangesAsync();
        await services.GetRequiredService<DueWorkRunner>().RunDueAsync(CancellationToken.None);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Takes what a collector would; protobuf writes names and labels as they are.</summary>
    private sealed class Collector(WebApplication application, ConcurrentQueue<(string Signal, string Body)> bodies) : IAsyncDisposable
    {
        public string Address => application.Urls.Single();

        public static async Task<Collector> StartAsync()
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            var application = builder.Build();
            var bodies = new ConcurrentQueue<(string, string)>();
            application.MapPost("/v1/{signal}", async (string signal, HttpRequest request) =>
            {
                using var body = new MemoryStream();
                await request.Body.CopyToAsync(body);
                bodies.Enqueue((signal, Encoding.UTF8.GetString(body.ToArray())));
                return Results.Ok();
            });
            await application.StartAsync();
            return new Collector(application, bodies);
        }

        public string Received(string signal) => string.Concat(bodies.Where(body => body.Signal == signal).Select(body => body.Body));

        public ValueTask DisposeAsync() => application.DisposeAsync();
    }
}
