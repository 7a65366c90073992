using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Npgsql;
using Saas.Shell.Data;

namespace Saas.Shell.Web;

/// <summary>For load balancers, on any host. Ready means: the database answers and this code's migrations made it, or later ones that only add.</summary>
internal static class Health
{
    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapGet("/health/live", () => Results.Text("live")).AllowAnonymous();
        app.MapGet("/health/ready", ReadyAsync).AllowAnonymous();
    }

    private static async Task<IResult> ReadyAsync(ApplicationDatabase database, CancellationToken cancel)
    {
        try
        {
            return await Migrator.MayServeAsync(database.Source, ShippedFolders.Migrations, cancel)
                ? Results.Text("ready")
                : Results.Text("not ready: the database was made by other migrations than this application's; run bin/migrate", statusCode: StatusCodes.Status503ServiceUnavailable);
        }
        catch (Exception broken) when (broken is NpgsqlException or TimeoutException)
        {
            return Results.Text("not ready: the database does not answer", statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }
}
