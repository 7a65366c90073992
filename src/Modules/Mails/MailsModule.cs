using Saas.Modules.Mails.Following;
using Saas.Shell.Identity;
using Saas.Shell.Modules;

namespace Saas.Modules.Mails;

/// <summary>What became of the mails of the commune, and how they are signed. The outbox itself is the shell's.</summary>
public sealed class MailsModule : SaasModule
{
    public override string Name => "mails";

    public override string Title => "Courriels";

    public override void Describe(ModuleBuilder module)
    {
        ArgumentNullException.ThrowIfNull(module);
        module.Permission(MailsPermissions.Follow, "Suivre les courriels envoyés", Role.Administrator, Role.Secretary, Role.Assistance);
        module.Permission(MailsPermissions.Resend, "Renvoyer un courriel à une autre adresse", Role.Administrator, Role.Secretary);
        module.Permission(MailsPermissions.Sign, "Choisir le nom et l’adresse de réponse des courriels", Role.Administrator, Role.Secretary, Role.Assistance);

        module.StaffMenu<MailsToDealWith>("Courriels", "/gestion/courriels", MailsPermissions.Follow, "envelope", MenuPlace.House);
        module.Today<MailsToday>();
    }
}
