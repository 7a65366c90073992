using Saas.Shell.Tenancy;

namespace Saas.Shell.Identity;

/// <summary>Where staff of this request work: the back office of a commune, or the console on the platform's host. The same pages have the same addresses in both.</summary>
public sealed class StaffPlace(ICurrentTenant current)
{
    public bool IsConsole => current.Found is null;

    /// <summary>Tells this place from all others in what is signed for it.</summary>
    internal string Key => current.Found?.Id.ToString("N") ?? "console";

    public string Home => IsConsole ? "/console" : "/gestion";

    public string Greeting => IsConsole
        ? "Console de la plateforme, réservée à son équipe."
        : $"Espace {current.Words.OfHouseNamed(current.Tenant.Name)}, réservé à son équipe.";

    public string SignIn => $"{Home}/connexion";

    public string SecondStep => $"{Home}/connexion/code";

    public string SignOut => $"{Home}/deconnexion";

    public string MyAccount => $"{Home}/mon-compte";

    public string SetUpSecondFactor => $"{Home}/mon-compte/double-authentification";

    public string RenewCodes => $"{Home}/mon-compte/codes-de-secours";

    public string ChangePassword => $"{Home}/mon-compte/mot-de-passe";

    public string ChangeEmail => $"{Home}/mon-compte/adresse";

    public string ConfirmEmail => $"{Home}/nouvelle-adresse";

    public string Journal => $"{Home}/journal";

    public string ForgetPassword => $"{Home}/mot-de-passe-oublie";

    public string SetPassword => $"{Home}/nouveau-mot-de-passe";
}
