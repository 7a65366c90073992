using Microsoft.EntityFrameworkCore;
using Saas.Shell.Audit;
using Saas.Shell.Data;

namespace Saas.Shell.Identity;

/// <summary>The one place that is told of every change to who may do what: it puts it into the trail, in the caller's transaction.</summary>
public sealed class StaffTrail(SaasDbContext db, AuditTrail trail, CurrentPerson person)
{
    private const string Team = "/gestion/equipe";

    /// <summary>Done by whoever is signed in to someone or something of the team. Nothing is kept before the caller saves.</summary>
    public void Note(StaffAct act, string subject, params IReadOnlyList<AuditChange> changes) =>
        trail.Note(AuditKind.Team, DeedOf(act, subject), db.CurrentTenant is null ? null : Team, changes);

    /// <summary>Done by a person to their own account, signed in or holding a link. Their address is never kept here.</summary>
    public void NoteOwn(StaffAct act, Account account, string subject = "")
    {
        ArgumentNullException.ThrowIfNull(account);
        trail.NoteOf(account.Id, account.DisplayName, AuditKind.Access, DeedOf(act, subject));
    }

    /// <summary>For acts that the database has already done when they are told: saves what was noted, and nothing but that is waiting.</summary>
    public Task SaveAsync(CancellationToken cancel) => db.SaveChangesAsync(cancel);

    /// <summary>As colleagues know them.</summary>
    public Task<string> NameOfAsync(Guid accountId, CancellationToken cancel) =>
        accountId == (person.SignedIn ? person.AccountId : Guid.Empty)
            ? Task.FromResult(person.Name)
            : db.Set<Account>().Where(account => account.Id == accountId).Select(account => account.DisplayName).SingleAsync(cancel);

    private static string DeedOf(StaffAct act, string subject) => act switch
    {
        StaffAct.InvitationSent => $"a invité {subject} dans l’équipe",
        StaffAct.InvitationSentAgain => $"a renvoyé l’invitation de {subject}",
        StaffAct.InvitationRevoked => $"a annulé l’invitation de {subject}",
        StaffAct.InvitationAccepted => "a rejoint l’équipe",
        StaffAct.MemberChanged => $"a changé le rôle ou le service de {subject}",
        StaffAct.MemberRemoved => $"a retiré {subject} de l’équipe",
        StaffAct.DepartmentCreated => $"a créé le service « {subject} »",
        StaffAct.DepartmentRenamed => $"a renommé le service « {subject} »",
        StaffAct.DepartmentDeleted => $"a supprimé le service « {subject} »",
        StaffAct.PasswordChanged => "a changé son mot de passe",
        StaffAct.EmailChanged => "a changé son adresse de connexion",
        StaffAct.SessionsEnded => "a déconnecté d’autres appareils de son compte",
        StaffAct.SecondFactorEnabled => "a mis en place la double authentification",
        StaffAct.RecoveryCodesRenewed => "a renouvelé ses codes de secours",
        StaffAct.SecondFactorLost => $"a signalé la double authentification perdue de {subject}",
        StaffAct.SecondFactorRestored => $"a retiré la double authentification de {subject}",
        StaffAct.SecondFactorRefused => $"a refusé de retirer la double authentification de {subject}",
        StaffAct.CommuneSwitched => "a rejoint cet espace depuis un autre",
        StaffAct.SignedIn => "a ouvert une session",
        StaffAct.LockedOut => "a son compte bloqué quinze minutes, après cinq essais manqués",
        _ => throw new ArgumentOutOfRangeException(nameof(act), act, null),
    };
}

/// <summary>What may happen to the people of a commune or of the platform.</summary>
public enum StaffAct
{
    InvitationSent,
    InvitationSentAgain,
    InvitationRevoked,
    InvitationAccepted,
    MemberChanged,
    MemberRemoved,
    DepartmentCreated,
    DepartmentRenamed,
    DepartmentDeleted,
    PasswordChanged,
    EmailChanged,
    SessionsEnded,
    SecondFactorEnabled,
    RecoveryCodesRenewed,
    SecondFactorLost,
    SecondFactorRestored,
    SecondFactorRefused,
    CommuneSwitched,
    SignedIn,
    LockedOut,
}
