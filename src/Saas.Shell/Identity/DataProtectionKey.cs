using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Npgsql;
using Saas.Shell.Data;
using Saas.Shell.Tenancy;

namespace Saas.Shell.Identity;

/// <summary>A key of the framework's data protection, shared by all nodes.</summary>
[SharedByAllTenants("keys protect cookies and tokens of the whole application")]
public sealed class DataProtectionKey
{
    public required string Name { get; init; }

    public required string Xml { get; init; }
}

internal sealed class DataProtectionKeyConfiguration : IEntityTypeConfiguration<DataProtectionKey>
{
    public void Configure(EntityTypeBuilder<DataProtectionKey> key)
    {
        key.ToTable("data_protection_keys", "shell");
        key.HasKey(k => k.Name);
    }
}

/// <summary>The framework asks for its keys synchronously, at start and once a day.</summary>
internal sealed class DataProtectionKeys(ApplicationDatabase database) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var command = database.Source.CreateCommand("select xml from shell.data_protection_keys");
        using var rows = command.ExecuteReader();
        var keys = new List<XElement>();
        while (rows.Read())
        {
            keys.Add(XElement.Parse(rows.GetString(0)));
        }

        return keys;
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var command = database.Source.CreateCommand("insert into shell.data_protection_keys (name, xml) values ($1, $2)");
        command.Parameters.Add(new NpgsqlParameter { Value = friendlyName });
        command.Parameters.Add(new NpgsqlParameter { Value = element.ToString(SaveOptions.DisableFormatting) });
        command.ExecuteNonQuery();
    }
}
