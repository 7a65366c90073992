using Saas.Shell.Tenancy;

namespace Saas.Shell.Identity;

/// <summary>Where staff of this request work: the back office of a commune, or the console on the platform's host. The same pages have the same addresses in both.</summary>
public sealed class StaffPlace(ICurrentTenant current)
{
    public bool IsConsole => current.Found is null;

    public string Home => IsConsole ? "/console" : "/gestion";

    public string Greeting => IsConsole
        ? "Console de la plateforme, réservée à son équipe."
        : $"Espace de la mairie de {current.Tenant.Name}, réservé à son équipe.";

    public string SignIn => $"{Home}/connexion";

    public string ForgetPassword => $"{Home}/mot-de-passe-oublie";

    public string SetPassword => $"{Home}/nouveau-mot-de-passe";
}
