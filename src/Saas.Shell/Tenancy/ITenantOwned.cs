namespace Saas.Shell.Tenancy;

/// <summary>A row that belongs to one commune: filtered, guarded, keyed <c>(tenant_id, id)</c> and under row-level security.</summary>
public interface ITenantOwned
{
    Guid TenantId { get; }
}
