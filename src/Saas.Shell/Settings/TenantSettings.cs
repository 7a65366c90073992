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

    /// <summary>PostgreSQL's own version of the row, under the name it has there.</summary>
    public uint Xmin { get; private set; }
}

internal sealed class SettingsRowConfiguration : IEntityTypeConfiguration<SettingsRow>
{
    public void Configure(EntityTypeBuilder<SettingsRow> settings)
    {
        settings.ToTable("settings", "shell");
        settings.HasKey(s => new { s.TenantId, s.Module });
        settings.Property(s => s.Values).IsJson();
        settings.Property(s => s.Xmin).IsRowVersion();
    }
}

internal sealed class TenantSettings(SaasDbContext db, IEnumerable<SettingsType> types) : ITenantSettings
{
    private const int MostAttempts = 6;

    public async Task<TSettings> GetAsync<TSettings>(CancellationToken cancel)
        where TSettings : class, new()
    {
        var module = ModuleOf<TSettings>();
        return Read<TSettings>(await db.Set<SettingsRow>().AsNoTracking().SingleOrDefaultAsync(s => s.Module == module, cancel));
    }

    public async Task ChangeAsync<TSettings>(Func<TSettings, TSettings> change, CancellationToken cancel)
        where TSettings : class, new()
    {
        for (var attempt = 1; ; attempt++)
        {
            foreach (var known in db.ChangeTracker.Entries<SettingsRow>().ToList())
            {
                known.State = EntityState.Detached;
            }

            var row = await FindAsync<TSettings>(cancel);
            var stored = Read<TSettings>(row);
            var changed = change(stored);
            if (ReferenceEquals(stored, changed))
            {
                return;
            }

            Write(row, changed);
            try
            {
                await db.SaveChangesAsync(cancel);
                return;
            }
            catch (DbUpdateException refused) when (attempt < MostAttempts && (refused is DbUpdateConcurrencyException || refused.IsDuplicate()))
            {
                // A colleague saved between the reading and the saving.
            }
        }
    }

    public async Task SetAsync<TSettings>(TSettings settings, CancellationToken cancel)
        where TSettings : class, new() =>
        Write(await FindAsync<TSettings>(cancel), settings);

    private static TSettings Read<TSettings>(SettingsRow? row)
        where TSettings : class, new() =>
        row?.Values.Deserialize<TSettings>(EntityConfigurations.Json) ?? new TSettings();

    private async Task<SettingsRow?> FindAsync<TSettings>(CancellationToken cancel)
    {
        var module = ModuleOf<TSettings>();
        return await db.Set<SettingsRow>().SingleOrDefaultAsync(s => s.Module == module, cancel);
    }

    private void Write<TSettings>(SettingsRow? row, TSettings settings)
    {
        var values = JsonSerializer.SerializeToElement(settings, EntityConfigurations.Json);
        if (row is null)
        {
            db.Add(new SettingsRow { Module = ModuleOf<TSettings>(), Values = values });
        }
        else
        {
            row.Values = values;
        }
    }

    private string ModuleOf<TSettings>() => types.Single(type => type.Type == typeof(TSettings)).Module;
}
