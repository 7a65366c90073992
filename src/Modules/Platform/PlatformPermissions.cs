namespace Saas.Modules.Platform;

internal static class PlatformPermissions
{
    public const string Operate = "platform.operate";
}
