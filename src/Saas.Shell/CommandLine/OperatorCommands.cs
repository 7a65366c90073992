using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Saas.Shell.Identity;
using Saas.Shell.Tenancy;

namespace Saas.Shell.CommandLine;

internal static class OperatorCommands
{
    public static async Task<int> AddAsync(IServiceProvider services, string mail)
    {
        await using var scope = services.CreateAsyncScope();
        var account = await scope.ServiceProvider.GetRequiredService<StaffAccounts>().AddOperatorAsync(mail, mail.Split('@')[0], password: null);
        var token = await scope.ServiceProvider.GetRequiredService<UserManager<Account>>().GeneratePasswordResetTokenAsync(account);
        var address = scope.ServiceProvider.GetRequiredService<SiteAddress>().OfPlatform($"/console/nouveau-mot-de-passe?compte={account.Id}&jeton={Uri.EscapeDataString(token)}");
        Console.WriteLine($"""
            {mail} is an operator. The password is chosen once, within the hour, at
            {address}
            """);
        return 0;
    }

    /// <summary>For the last operator who lost telephone and codes. No mail says so: this process ends before one could leave.</summary>
    public static async Task<int> RestoreAsync(IServiceProvider services, string mail, CancellationToken cancel)
    {
        await using var scope = services.CreateAsyncScope();
        if (await scope.ServiceProvider.GetRequiredService<UserManager<Account>>().FindByEmailAsync(mail) is not { IsOperator: true } account)
        {
            throw new InvalidOperationException($"{mail} is no operator.");
        }

        await scope.ServiceProvider.GetRequiredService<LostSecondFactors>().RestoreOperatorAsync(account, cancel);
        Console.WriteLine($"{mail} signs in with the password alone, and sets the second factor up again at once.");
        return 0;
    }
}
