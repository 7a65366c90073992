using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Saas.Shell.Telemetry;

/// <summary>Traces and metrics leave by OTLP when OpenTelemetry's own variables say where to; otherwise nothing does.</summary>
internal static class Exporting
{
    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        if (string.IsNullOrEmpty(builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]))
        {
            return;
        }

        var share = double.TryParse(builder.Configuration["OTEL_TRACES_SAMPLER_ARG"], CultureInfo.InvariantCulture, out var asked) ? asked : 1;
        builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(builder.Configuration["OTEL_SERVICE_NAME"] ?? "parvis"))
            .WithMetrics(metrics => metrics.AddMeter(Measures.Name, "Npgsql", "System.Runtime", "Microsoft.AspNetCore.Server.Kestrel").AddOtlpExporter())
            .WithTracing(traces => traces
                .AddSource(Measures.Name, "Npgsql")
                .SetSampler(new TraceIdRatioBasedSampler(share))
                .AddProcessor(new NothingPersonal())
                .AddOtlpExporter());
        builder.Services.AddHostedService<QueueWatch>();
    }
}
