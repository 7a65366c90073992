using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Saas.Contracts.Requests;
using Saas.Shell.Data;
using Saas.Shell.Files;
using Saas.Shell.Jobs;

namespace Saas.Shell.Tests.Files;

public sealed class SweepFilesTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task What_nobody_points_at_goes_after_the_delay_with_its_bytes()
    {
        var abandoned = await AFileAsync("forms", daysAgo: 3);
        var fresh = await AFileAsync("forms", daysAgo: 0);

        await SweepAsync(SaasHost.Claret);
        await AgeBytesAsync(abandoned);
        await SweepAsync(SaasHost.Claret);

        Assert.Equal((false, false), await ExistsAsync(abandoned));
        Assert.Equal((true, true), await ExistsAsync(fresh));
    }

    [Fact]
    public async Task A_file_that_a_request_points_at_is_never_swept()
    {
        var pointed = await AFileAsync("forms", daysAgo: 3);
        await FileRequestAsync(pointed);
        await AgeBytesAsync(pointed);

        await SweepAsync(SaasHost.Claret);

        Assert.Equal((true, true), await ExistsAsync(pointed));
    }

    [Fact]
    public async Task A_file_of_a_module_that_never_said_what_it_points_at_is_never_swept()
    {
        var unknown = await AFileAsync("later", daysAgo: 400);
        await AgeBytesAsync(unknown);

        await SweepAsync(SaasHost.Claret);

        Assert.Equal((true, true), await ExistsAsync(unknown));
    }

    [Fact]
    public async Task The_files_of_another_commune_are_left_alone_and_the_next_night_is_planned()
    {
        var neighbours = await AFileAsync("forms", daysAgo: 3, SaasHost.Matelles);
        await AFileAsync("forms", daysAgo: 0);

        await SweepAsync(SaasHost.Claret);
        await SweepAsync(SaasHost.Claret);

        Assert.Equal((true, true), await ExistsAsync(neighbours, SaasHost.Matelles));
        var claret = host.Tenant(SaasHost.Claret).Id;
        Assert.Single(await host.InAsync(SaasHost.Claret, services => services.GetRequiredService<SaasDbContext>().Set<DueWork>()
            .Where(work => work.Kind == SweepFiles.Kind && work.TenantId == claret && work.DueAt > TimeProvider.System.GetUtcNow()).ToListAsync()));
    }

    private Task SweepAsync(string insee) => host.InAsync(insee, services =>
        services.GetRequiredKeyedService<ITenantJob>(SweepFiles.Kind).RunAsync(Guid.CreateVersion7(), CancellationToken.None));

    private Task<StoredFile> AFileAsync(string module, int daysAgo, string insee = SaasHost.Claret) => host.InAsync(insee, async services =>
    {
        var db = services.GetRequiredService<SaasDbContext>();
        using var content = new MemoryStream("%PDF-1.7 à balayer"u8.ToArray());
        var file = (await services.GetRequiredService<IFileStore>().SaveAsync(module, "balai.pdf", content, new FileLimits(1_000, [ContentTypes.Pdf]), CancellationToken.None)).File!;
        await db.SaveChangesAsync();
        await db.Set<StoredFile>().Where(row => row.Id == file.Id).ExecuteUpdateAsync(row => row.SetProperty(f => f.ReceivedAt, TimeProvider.System.GetUtcNow().AddDays(-daysAgo)));
        return file;
    });

    private Task FileRequestAsync(StoredFile file) => host.InAsync(SaasHost.Claret, async services =>
    {
        var answer = new FiledAnswer("Pièce", "", [new FiledFile(file.Id, file.Name, file.Size, file.Checksum)]);
        await services.GetRequiredService<IRequestIntake>().PrepareAsync(
            new RequestToFile(Guid.CreateVersion7(), new string('a', 64), "forms", "Balayage", "/demarches", "Rose", null, Recipient: "", [answer], LooksLikeSpam: false),
            CancellationToken.None);
        await services.GetRequiredService<SaasDbContext>().SaveChangesAsync();
    });

    private Task AgeBytesAsync(StoredFile file) => host.InAsync(SaasHost.Claret, services =>
    {
        File.SetLastWriteTimeUtc(PathOf(services, file), TimeProvider.System.GetUtcNow().AddDays(-400).UtcDateTime);
        return Task.CompletedTask;
    });

    private Task<(bool Row, bool Bytes)> ExistsAsync(StoredFile file, string insee = SaasHost.Claret) => host.InAsync(insee, async services =>
        (await services.GetRequiredService<SaasDbContext>().Set<StoredFile>().AnyAsync(row => row.Id == file.Id), File.Exists(PathOf(services, file))));

    private static string PathOf(IServiceProvider services, StoredFile file) =>
        Path.Combine(services.GetRequiredService<Microsoft.Extensions.Options.IOptions<Saas.Shell.Web.DataOptions>>().Value.Folder, "files", file.Key);
}
