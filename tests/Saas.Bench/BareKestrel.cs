using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Saas.Bench;

/// <summary>The least a server of the same framework can do: find the answer by the host's name, and send it.</summary>
internal static class BareKestrel
{
    public static async Task RunAsync(int port, string file)
    {
        var answers = Answer.Read(file);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(options =>
        {
            options.AddServerHeader = false;
            options.ListenLocalhost(port);
        });
        builder.Logging.ClearProviders();
        await using var app = builder.Build();
        app.Run(async http =>
        {
            if (!answers.TryGetValue(http.Request.Host.Host, out var answer))
            {
                http.Response.StatusCode = StatusCodes.Status404NotFound;
                return;
            }

            foreach (var (name, value) in answer.Headers)
            {
                http.Response.Headers[name] = value;
            }

            await http.Response.BodyWriter.WriteAsync(answer.Body, http.RequestAborted);
        });
        await app.RunAsync();
    }
}
