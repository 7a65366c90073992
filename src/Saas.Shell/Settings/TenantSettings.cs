using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.Extensions.Logging;
using Saas.Shell.Audit;
using Saas.Shell.Data;
using Saas.Shell.Tenancy;

namespace Saas.Shell.Settings;

/// <summary>Which module a settings class belongs to, how the trail calls it and where staff change it.</summary>
internal sealed record SettingsType(Type Type, string Module, string Title, string Address);

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

internal sealed class TenantSettings(
    SaasDbContext db,
    IEnumerable<SettingsType> types,
    IDataProtectionProvider protection,
    AuditTrail trail,
    ILogger<TenantSettings> log) : ITenantSettings
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
        IReadOnlyList<EntityEntry> attempted = [];
        for (var attempt = 1; ; attempt++)
        {
            // What an attempt that lost against a colleague left behind, its entry of the trail too.
            foreach (var known in db.ChangeTracker.Entries<SettingsRow>().Cast<EntityEntry>().Concat(attempted).ToList())
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

            var entries = db.ChangeTracker.Entries<AuditEntry>().ToList();
            Write(row, stored, changed);
            attempted = [.. db.ChangeTracker.Entries<AuditEntry>().Where(entry => entries.All(known => known.Entity != entry.Entity))];
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
        where TSettings : class, new()
    {
        var row = await FindAsync<TSettings>(cancel);
        Write(row, Read<TSettings>(row), settings);
    }

    private TSettings Read<TSettings>(SettingsRow? row)
        where TSettings : class, new() =>
        row?.Values.Deserialize<TSettings>(JsonOf<TSettings>()) ?? new TSettings();

    private async Task<SettingsRow?> FindAsync<TSettings>(CancellationToken cancel)
    {
        var module = ModuleOf<TSettings>();
        return await db.Set<SettingsRow>().SingleOrDefaultAsync(s => s.Module == module, cancel);
    }

    private void Write<TSettings>(SettingsRow? row, TSettings before, TSettings after)
        where TSettings : class, new()
    {
        var values = JsonSerializer.SerializeToElement(after, JsonOf<TSettings>());
        if (row is null)
        {
            db.Add(new SettingsRow { Module = ModuleOf<TSettings>(), Values = values });
        }
        else
        {
            row.Values = values;
        }

        if (SettingsChanges.Between(before, after) is { Count: > 0 } changes)
        {
            var type = TypeOf<TSettings>();
            trail.Note(AuditKind.Settings, $"a modifié {type.Title}", type.Address, changes);
        }
    }

    /// <summary>Secrets are bound to this commune and this module.</summary>
    private JsonSerializerOptions JsonOf<TSettings>()
    {
        var module = ModuleOf<TSettings>();
        var protector = protection.CreateProtector("settings", db.TenantId.ToString("N"), module);
        return new JsonSerializerOptions(EntityConfigurations.Json)
        {
            Converters = { new SecretJson(protector, refused => log.LogError(refused, "A secret of the settings of {Module} cannot be read", module)) },
        };
    }

    private SettingsType TypeOf<TSettings>() => types.Single(type => type.Type == typeof(TSettings));

    private string ModuleOf<TSettings>() => TypeOf<TSettings>().Module;
}
