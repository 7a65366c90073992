using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Saas.Shell.Data;

/// <summary>Column, key and index names as PostgreSQL people write them.</summary>
internal static class SnakeCase
{
    public static void Apply(IMutableModel model)
    {
        foreach (var entity in model.GetEntityTypes())
        {
            foreach (var property in entity.GetProperties())
            {
                property.SetColumnName(Of(property.Name));
            }

            var table = entity.GetTableName()!;
            foreach (var key in entity.GetKeys())
            {
                key.SetName(key.IsPrimaryKey() ? $"{table}_pkey" : $"{table}_{Columns(key.Properties)}_key");
            }

            foreach (var index in entity.GetIndexes())
            {
                index.SetDatabaseName($"{table}_{Columns(index.Properties)}_{(index.IsUnique ? "key" : "idx")}");
            }

            foreach (var reference in entity.GetForeignKeys())
            {
                reference.SetConstraintName($"{table}_{Columns(reference.Properties)}_fkey");
            }
        }
    }

    public static string Of(string name)
    {
        var text = new StringBuilder(name.Length + 4);
        for (var i = 0; i < name.Length; i++)
        {
            if (char.IsUpper(name[i]) && i > 0 && !char.IsUpper(name[i - 1]))
            {
                text.Append('_');
            }

            text.Append(char.ToLowerInvariant(name[i]));
        }

        return text.ToString();
    }

    private static string Columns(IReadOnlyList<IMutableProperty> properties) =>
        string.Join('_', properties.Select(property => Of(property.Name)).Where(name => name != "tenant_id").DefaultIfEmpty("tenant_id"));
}
