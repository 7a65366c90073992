using System.Linq.Expressions;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Saas.Shell.Tenancy;

namespace Saas.Shell.Data;

/// <summary>The words modules use to describe their tables.</summary>
public static class EntityConfigurations
{
    /// <summary>How JSON columns are written: readable accents, enums by name, so that a column can be read by hand.</summary>
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),

        // A jsonb column sorts its keys: the one that names the type does not come first.
        AllowOutOfOrderMetadataProperties = true,
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>
    /// The third wall: a foreign key <c>(tenant_id, parent_id)</c>. A link across communes cannot be stored.
    /// Never SET NULL, which would empty tenant_id too.
    /// </summary>
    public static void BelongsTo<TEntity, TParent>(
        this EntityTypeBuilder<TEntity> entity,
        Expression<Func<TEntity, TParent?>> parent,
        Expression<Func<TEntity, object?>> parentId)
        where TEntity : class, ITenantOwned
        where TParent : class, ITenantOwned
    {
        var id = parentId.Body is UnaryExpression convert ? convert.Operand : parentId.Body;
        entity.HasOne(parent)
            .WithMany()
            .HasForeignKey(nameof(ITenantOwned.TenantId), ((MemberExpression)id).Member.Name)
            .HasPrincipalKey(nameof(ITenantOwned.TenantId), "Id")
            .OnDelete(DeleteBehavior.ClientNoAction);
    }

    /// <summary>Stores a value as a jsonb column; it is compared by what it would be written as.</summary>
    public static PropertyBuilder<TValue> IsJson<TValue>(this PropertyBuilder<TValue> property) =>
        property.HasColumnType("jsonb").HasConversion(
            new ValueConverter<TValue, string>(value => Write(value), text => Read<TValue>(text)),
            new ValueComparer<TValue>(
                (left, right) => Write(left) == Write(right),
                value => Write(value).GetHashCode(StringComparison.Ordinal),
                value => Read<TValue>(Write(value))));

    private static string Write<TValue>(TValue? value) => JsonSerializer.Serialize(value, Json);

    private static TValue Read<TValue>(string text) => JsonSerializer.Deserialize<TValue>(text, Json)!;
}
