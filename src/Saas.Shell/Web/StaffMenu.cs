using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Saas.Shell.Identity;
using Saas.Shell.Modules;
using Saas.Shell.Tenancy;

namespace Saas.Shell.Web;

/// <summary>One line of the back office's navigation. A count of 0 shows no badge.</summary>
public sealed record MenuEntry(string Title, string Address, string Icon, bool Current, int Count);

/// <summary>How many things wait behind a menu entry.</summary>
public interface IMenuCount
{
    Task<int> CountAsync(CancellationToken cancel);
}

/// <summary>The back office's navigation, by job, for the person who is signed in.</summary>
public interface IStaffMenu
{
    Task<IReadOnlyList<MenuEntry>> ReadAsync(HttpContext http, CancellationToken cancel);
}

internal sealed class StaffMenu(ModuleCatalog modules, ICurrentTenant current, CurrentPerson person, IServiceProvider services) : IStaffMenu
{
    public async Task<IReadOnlyList<MenuEntry>> ReadAsync(HttpContext http, CancellationToken cancel)
    {
        var path = http.Request.Path.Value ?? "";
        var entries = new List<MenuEntry>();
        foreach (var entry in modules.StaffMenu.Where(entry => modules.IsOn(entry.Module, current.Found) && person.Can(entry.Permission)))
        {
            var count = entry.Count is null ? 0 : await ((IMenuCount)services.GetRequiredService(entry.Count)).CountAsync(cancel);
            entries.Add(new MenuEntry(entry.Title, entry.Address, entry.Icon, IsHere(path, entry.Address), count));
        }

        return entries;
    }

    private static bool IsHere(string path, string address) =>
        path == address || (address is not ("/gestion" or "/console") && path.StartsWith(address + "/", StringComparison.Ordinal));
}
