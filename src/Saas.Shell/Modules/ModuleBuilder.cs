using Microsoft.Extensions.DependencyInjection;
using Saas.Shell.Identity;
using Saas.Shell.Jobs;
using Saas.Shell.Provisioning;
using Saas.Shell.Tenancy;
using Saas.Shell.Web;

namespace Saas.Shell.Modules;

/// <summary>Everything a module can be to the shell, in one vocabulary.</summary>
public sealed class ModuleBuilder(IServiceCollection services, SaasModule module)
{
    internal List<PermissionEntry> Permissions { get; } = [];

    internal List<PublicMenuEntry> PublicEntries { get; } = [];

    internal List<StaffMenuEntry> StaffEntries { get; } = [];

    public IServiceCollection Services { get; } = services;

    /// <summary>What staff may be allowed to do, and the roles that may by default.</summary>
    public void Permission(string name, string title, params Role[] roles) => Permissions.Add(new PermissionEntry(name, title, roles));

    /// <summary>An entry of the public site's menu, before the pages a commune puts there.</summary>
    public void PublicMenu(string title, string address) => PublicEntries.Add(new PublicMenuEntry(module.Name, title, address));

    /// <summary>An entry of the back office, for those who hold the permission. <paramref name="icon"/> is a symbol of icons.svg.</summary>
    public void StaffMenu(string title, string address, string permission, string icon, MenuPlace place = MenuPlace.Work) =>
        StaffEntries.Add(new StaffMenuEntry(module.Name, title, address, permission, icon, Count: null, place));

    /// <summary>The same, with a count of what waits.</summary>
    public void StaffMenu<TCount>(string title, string address, string permission, string icon, MenuPlace place = MenuPlace.Work)
        where TCount : class, IMenuCount
    {
        Services.AddScoped<TCount>();
        StaffEntries.Add(new StaffMenuEntry(module.Name, title, address, permission, icon, typeof(TCount), place));
    }

    /// <summary>What the module has to say on the back office's home page.</summary>
    public void Today<TToday>()
        where TToday : class, IToday =>
        Answers<IToday, TToday>();

    /// <summary>What the module answers to a contract. Where it is off, the shell answers in its place, so that callers need no condition.</summary>
    public void Answers<TContract, TAnswer>()
        where TContract : class
        where TAnswer : class, TContract
    {
        Services.AddScoped<TAnswer>();
        Services.AddScoped<TContract>(provider =>
            provider.GetRequiredService<ModuleCatalog>().IsOn(module.Name, provider.GetRequiredService<ICurrentTenant>().Found)
                ? provider.GetRequiredService<TAnswer>()
                : provider.GetRequiredKeyedService<TContract>(EmptyAnswers.Key));
    }

    /// <summary>Work the module leaves in <c>shell.due_work</c> under this kind.</summary>
    public void Job<TJob>(string kind)
        where TJob : class, ITenantJob =>
        Services.AddTenantJob<TJob>(kind);

    /// <summary>Work over the whole platform, once a day at this time in Paris.</summary>
    public void Daily<TJob>(TimeOnly at)
        where TJob : class, IDailyJob =>
        Services.AddDailyJob<TJob>(at);

    /// <summary>Settings of the module, one row per commune.</summary>
    /// <param name="title">What the trail says was changed: « les réglages du site ».</param>
    /// <param name="address">Where staff change them.</param>
    public void Settings<TSettings>(string title, string address)
        where TSettings : class, new() =>
        Services.AddSingleton(new Settings.SettingsType(typeof(TSettings), module.Name, title, address));

    /// <summary>
    /// Which files the module points at; one that receives files must say so, or they are never swept. Asked where the module is off too:
    /// what it keeps there is not abandoned.
    /// </summary>
    public void Files<TPointers>()
        where TPointers : class, Files.IFilePointers
    {
        Services.AddScoped<Files.IFilePointers, TPointers>();
        Services.AddSingleton(new Files.FilePointersOf(module.Name));
    }

    /// <summary>How the module takes its part of a folder of tenants/.</summary>
    public void Starter<TStarter>()
        where TStarter : class, IStarterContent =>
        Services.AddScoped<IStarterContent, TStarter>();
}

/// <summary>A permission as a module described it.</summary>
public sealed record PermissionEntry(string Name, string Title, IReadOnlyList<Role> Roles);

/// <summary>An entry of the public site's menu.</summary>
public sealed record PublicMenuEntry(string Module, string Title, string Address);

/// <summary>Where in the back office's menu an entry stands; within a place, in the order of the modules.</summary>
public enum MenuPlace
{
    Work,

    /// <summary>After the work: what one looks at now and then.</summary>
    House,
}

internal sealed record StaffMenuEntry(string Module, string Title, string Address, string Permission, string Icon, Type? Count, MenuPlace Place = MenuPlace.Work);
