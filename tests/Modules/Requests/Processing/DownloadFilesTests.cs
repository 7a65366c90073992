using System.IO.Compression;
using System.Net;
using Saas.Shell.Files;
using Saas.Shell.Identity;

namespace Saas.Modules.Requests.Tests.Processing;

public sealed class DownloadFilesTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task All_the_files_come_in_one_archive_named_after_the_request_two_of_the_same_name_included()
    {
        var filed = await host.FileAsync(SaasHost.Claret, Given.ARequest(files: [await host.StoreAsync(SaasHost.Claret, "une"), await host.StoreAsync(SaasHost.Claret, "deux")]));
        var staff = host.Visit(SaasHost.Claret, Role.Elected);

        var answer = await staff.GetAsync($"{filed.Staff}/fichiers.zip");

        using var archive = new ZipArchive(await answer.Content.ReadAsStreamAsync());
        Assert.Equal($"{filed.Reference}.zip", answer.Content.Headers.ContentDisposition!.FileNameStar);
        Assert.Equal([("attestation.pdf", "%PDF-1.7 une"), ("attestation (2).pdf", "%PDF-1.7 deux")], archive.Entries.Select(entry => (entry.FullName, Read(entry))));
        Assert.Contains((await staff.OpenAsync(filed.Staff)).QuerySelectorAll("a"), link => link.GetAttribute("href") == $"{filed.Staff}/fichiers.zip");
    }

    [Fact]
    public async Task A_name_that_leads_out_of_the_folder_is_only_a_name()
    {
        var file = (await host.StoreAsync(SaasHost.Claret, "piège")) with { Name = "../../etc/passwd" };
        var filed = await host.FileAsync(SaasHost.Claret, Given.ARequest(files: [file]));

        using var archive = new ZipArchive(await (await host.Visit(SaasHost.Claret, Role.Secretary).GetAsync($"{filed.Staff}/fichiers.zip")).Content.ReadAsStreamAsync());

        Assert.Equal("passwd", Assert.Single(archive.Entries).FullName);
    }

    [Fact]
    public async Task A_file_that_is_gone_or_is_another_communes_is_named_and_its_content_is_not_there()
    {
        var mine = await host.StoreAsync(SaasHost.Claret, "d’ici");
        var elsewhere = (await host.StoreAsync(SaasHost.Matelles, "à la voisine")) with { Name = "voisine.pdf" };
        var filed = await host.FileAsync(SaasHost.Claret, Given.ARequest(files: [mine, elsewhere]));

        using var archive = new ZipArchive(await (await host.Visit(SaasHost.Claret, Role.Secretary).GetAsync($"{filed.Staff}/fichiers.zip")).Content.ReadAsStreamAsync());

        Assert.Equal(["attestation.pdf", FilesZip.LeftOut], archive.Entries.Select(entry => entry.FullName));
        Assert.StartsWith("voisine.pdf", Read(archive.Entries[1]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_request_of_another_commune_and_one_without_files_have_no_archive()
    {
        var elsewhere = await host.FileAsync(SaasHost.Matelles, Given.ARequest(files: [await host.StoreAsync(SaasHost.Matelles, "à la voisine")]));
        var without = await host.FileAsync(SaasHost.Claret);
        var staff = host.Visit(SaasHost.Claret, Role.Administrator);

        Assert.Equal(HttpStatusCode.NotFound, (await staff.GetAsync($"{elsewhere.Staff}/fichiers.zip")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await staff.GetAsync($"{without.Staff}/fichiers.zip")).StatusCode);
    }

    private static string Read(ZipArchiveEntry entry)
    {
        using var reader = new StreamReader(entry.Open());
        return reader.ReadToEnd();
    }
}
