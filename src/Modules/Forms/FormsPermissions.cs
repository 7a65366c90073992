namespace Saas.Modules.Forms;

internal static class FormsPermissions
{
    public const string Read = "forms.read";

    public const string Enter = "forms.enter";

    public const string Compose = "forms.compose";
}
