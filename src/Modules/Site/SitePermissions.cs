namespace Saas.Modules.Site;

internal static class SitePermissions
{
    public const string Edit = "site.edit";

    public const string Dress = "site.dress";

    public const string Read = "site.read";
}
