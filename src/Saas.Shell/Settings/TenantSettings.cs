using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Saas.Shell.Data;
using Saas.Shell.Tenancy;

namespace Saas.Shell.Settings;

/// <summary>Which module a settings class belongs to.</summary>
internal sealed record SettingsType(Type Type, string Module);

internal sealed class SettingsRow : ITenantOwned, IShownToVisitors
{
    public Guid TenantId { get; private set; }

    public required string Module { get; init; }

    public required JsonElement Values { get; set; }
}

internal sealed class SettingsRowConfiguration : IEntityTypeConfiguration<SettingsRow>
{
    public void Configure(EntityTypeBuilder<SettingsRow> settings)
    {
        settings.ToTable("settings", "shell");
        settings.HasKey(s => new { s.TenantId, s.Module });
        settings.Property(s => s.Values).IsJson();
    }
}

internal sealed class TenantSettings(SaasDbContext db, IEnumerable<SettingsType> types) : ITenantSettings
{
    public async Task<TSettings> GetAsync<TSettings>(CancellationToken cancel)
        where TSettings : class, new()
    {
        var module = ModuleOf<TSettings>();
        var row = await db.Set<SettingsRow>().AsNoTracking().SingleOrDefaultAsync(s => s.Module == module, cancel);
        return row?.Values.Deserialize<TSettings>(EntityConfigurations.Json) ?? new TSettings();
    }

    public async Task SetAsync<TSettings>(TSettings settings, CancellationToken cancel)
        where TSettings : class, new()
    {
        var module = ModuleOf<TSettings>();
        var values = JsonSerializer.SerializeToElement(settings, EntityConfigurations.Json);
        if (await db.Set<SettingsRow>().SingleOrDefaultAsync(s => s.Module == module, cancel) is { } row)
        {
            row.Values = values;
        }
        else
        {
            db.Add(new SettingsRow { Module = module, Values = values });
        }
    }

    private string ModuleOf<TSettings>() => types.Single(type => type.Type == typeof(TSettings)).Module;
}
