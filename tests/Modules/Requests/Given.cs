using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Saas.Contracts.Requests;
using Saas.Modules.Requests.Model;
using Saas.Shell.Data;
using Saas.Shell.Files;

namespace Saas.Modules.Requests.Tests;

/// <summary>Requests as residents file them, and what has become of them.</summary>
internal static class Given
{
    public static string AnAddress() => $"habitante.{Guid.NewGuid():N}@exemple.test";

    public static RequestToFile ARequest(
        string? email = null,
        string recipient = "",
        string procedure = "Location de la salle des fêtes",
        string sender = "Léa Martin",
        bool spam = false,
        IReadOnlyList<FiledFile>? files = null,
        ProcedureTerms? terms = null) => new(
        Guid.CreateVersion7(),
        "empreinte",
        "forms",
        procedure,
        "/demarches/location-salle",
        sender,
        email,
        recipient,
        [
            new FiledAnswer("Date souhaitée", "samedi 12 décembre 2026", []),
            new FiledAnswer("Motif", "Repas de quartier\navec <b>musique</b>", []),
            new FiledAnswer("Attestation d’assurance", "", files ?? []),
        ],
        spam,
        Terms: terms);

    public static Task<Filed> FileAsync(this SaasHost host, string insee, RequestToFile request) => host.InAsync(insee, async services =>
    {
        var filed = await services.GetRequiredService<IRequestIntake>().PrepareAsync(request, CancellationToken.None);
        var db = services.GetRequiredService<SaasDbContext>();
        await db.SaveChangesAsync();
        var id = await db.Requests.Where(r => r.Reference == filed.Reference).Select(r => r.Id).SingleAsync();
        return new Filed(id, filed.Reference, filed.Code);
    });

    public static Task<Filed> FileAsync(this SaasHost host, string insee) => host.FileAsync(insee, ARequest());

    /// <summary>One that was received then, and a month later closed unless it was set aside.</summary>
    public static Task<Filed> FileLongAgoAsync(this SaasHost host, string insee, DateTimeOffset then, RequestToFile? request = null) => host.InAsync(insee, async services =>
    {
        var db = services.GetRequiredService<SaasDbContext>();
        var received = Request.Receive(request ?? ARequest(), Codes.NewReference(), Codes.NewCode(), then);
        db.Add(received);
        db.Add(received.Open(received.ReceivedAt));
        if (!received.IsQuarantined)
        {
            db.Add(received.Close(Guid.CreateVersion7(), "Claire", RequestOutcome.Accepted, "", then.AddMonths(1)));
        }

        await db.SaveChangesAsync();
        return new Filed(received.Id, received.Reference, received.Code);
    });

    public static Task<PlannedErasure?> PlanAsync(this SaasHost host, string insee, Guid id) => host.InAsync(insee, services =>
        services.GetRequiredService<SaasDbContext>().PlannedErasures.AsNoTracking().SingleOrDefaultAsync(plan => plan.Id == id));

    public static Task<bool> ExistsAsync(this SaasHost host, string insee, Guid id) => host.InAsync(insee, services =>
        services.GetRequiredService<SaasDbContext>().Requests.AnyAsync(request => request.Id == id));

    /// <summary>One more label of the commune, by its page.</summary>
    public static async Task<(Guid Id, string Name)> ALabelAsync(this SaasHost host, string insee)
    {
        var name = $"É {Guid.NewGuid():N}"[..20];
        await host.Visit(insee, Saas.Shell.Identity.Role.Administrator).SubmitAsync("/gestion/demandes/etiquettes/nouvelle", "Enregistrer l’étiquette", ("Nom", name));
        return (await host.InAsync(insee, services => services.GetRequiredService<SaasDbContext>().Labels.Where(label => label.Name == name).Select(label => label.Id).SingleAsync()), name);
    }

    public static Task<FiledFile> StoreAsync(this SaasHost host, string insee, string content) => host.InAsync(insee, async services =>
    {
        using var bytes = new MemoryStream(System.Text.Encoding.ASCII.GetBytes("%PDF-1.7 " + content));
        var received = await services.GetRequiredService<IFileStore>().SaveAsync("forms", "attestation.pdf", bytes, new FileLimits(10_000, [ContentTypes.Pdf]), CancellationToken.None);
        await services.GetRequiredService<SaasDbContext>().SaveChangesAsync();
        return new FiledFile(received.File!.Id, received.File.Name, received.File.Size, received.File.Checksum);
    });

    public static Task<Request> RequestAsync(this SaasHost host, string insee, Guid id) => host.InAsync(insee, services =>
        services.GetRequiredService<SaasDbContext>().Requests.AsNoTracking().SingleAsync(r => r.Id == id));

    public static Task<List<TimelineEntry>> TimelineAsync(this SaasHost host, string insee, Guid id) => host.InAsync(insee, services =>
        services.GetRequiredService<SaasDbContext>().TimelineEntries.AsNoTracking().Where(e => e.RequestId == id).OrderBy(e => e.At).ThenBy(e => e.Id).ToListAsync());
}

internal sealed record Filed(Guid Id, string Reference, string Code)
{
    public string Follow => $"/demandes/{Reference}";

    public string Staff => $"/gestion/demandes/{Id}";
}
