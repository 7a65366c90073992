using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Saas.Shell.Tests.Identity;

public sealed class KeysOptionsTests(SaasHost host) : IClassFixture<SaasHost>
{
    private const string Password = "certificat";

    [Fact]
    public async Task Keys_lie_encrypted_when_there_is_a_certificate_and_another_node_with_it_reads_them()
    {
        var database = await TestDatabase.CreateAsync();
        var certificate = Certificate();
        await using var first = Node(database, new Dictionary<string, string> { ["Keys:Certificate"] = certificate });
        var secret = Protector(first).Protect("secret");

        await using var changed = Node(database, new Dictionary<string, string> { ["Keys:Certificate"] = Certificate(), ["Keys:Former:0"] = certificate });

        Assert.Equal("secret", Protector(changed).Unprotect(secret));
        await using var connection = new NpgsqlConnection(database.Owner);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("select count(*) from shell.data_protection_keys where xml like '%EncryptedData%' and xml not like '%masterKey%'", connection);
        Assert.Equal(1L, await command.ExecuteScalarAsync());
        await using var without = Node(database, new Dictionary<string, string>());
        Assert.ThrowsAny<CryptographicException>(() => Protector(without).Unprotect(secret));
    }

    private WebApplicationFactory<Program> Node(TestDatabase database, Dictionary<string, string> settings) => host.AnotherNode(new Dictionary<string, string>(settings)
    {
        ["ConnectionStrings:Application"] = database.Application,
        ["Keys:Password"] = Password,
    });

    private static IDataProtector Protector(WebApplicationFactory<Program> node) => node.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("test");

    private static string Certificate()
    {
        using var key = RSA.Create(2048);
        using var certificate = new CertificateRequest("CN=parvis", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(DateTimeOffset.UnixEpoch, new DateTimeOffset(2100, 1, 1, 0, 0, 0, TimeSpan.Zero));
        var path = Path.Combine(Directory.CreateTempSubdirectory("keys").FullName, "keys.p12");
        File.WriteAllBytes(path, certificate.Export(X509ContentType.Pkcs12, Password));
        return path;
    }
}
