using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Saas.Shell.Audit;
using Saas.Shell.CommandLine;
using Saas.Shell.Data;
using Saas.Shell.Identity;

namespace Saas.Shell.Tests.CommandLine;

public sealed class OperatorCommandsTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task The_last_operator_is_let_in_again_from_the_command_line_and_it_is_in_the_trail()
    {
        const string email = "derniere@parvis.test";
        await host.AddOperatorAsync(email);
        await host.ProtectAsync(email);

        var exit = await OperatorCommands.RestoreAsync(host.Application.Services, email, CancellationToken.None);

        await using var scope = host.Application.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SaasDbContext>();
        Assert.Equal(0, exit);
        Assert.False((await db.Set<Account>().AsNoTracking().SingleAsync(account => account.Email == email)).TwoFactorEnabled);
        Assert.True(await db.Set<PlatformAuditEntry>().AnyAsync(entry => entry.AccountId == null && entry.Deed.Contains("a retiré la double authentification de Une opératrice")));
    }

    [Theory]
    [InlineData("personne@parvis.test")]
    [InlineData("secretaire@34078.test")]
    public async Task Someone_else_is_not(string email)
    {
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => OperatorCommands.RestoreAsync(host.Application.Services, email, CancellationToken.None));

        Assert.Equal($"{email} is no operator.", refused.Message);
    }
}
