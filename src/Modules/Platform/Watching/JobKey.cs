namespace Saas.Modules.Platform.Watching;

/// <summary>Names one piece of due work in a form or an address: « commune kind row ».</summary>
internal sealed record JobKey(Guid TenantId, string Kind, Guid Id)
{
    public static JobKey? Read(string? text) =>
        (text ?? "").Split(' ') is [var tenant, { Length: > 0 } kind, var id] && Guid.TryParseExact(tenant, "N", out var tenantId) && Guid.TryParseExact(id, "N", out var rowId)
            ? new JobKey(tenantId, kind, rowId)
            : null;

    public override string ToString() => $"{TenantId:N} {Kind} {Id:N}";
}
