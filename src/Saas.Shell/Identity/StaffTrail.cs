using Microsoft.Extensions.Logging;

namespace Saas.Shell.Identity;

/// <summary>The one place that is told of every change to who may do what. Identifiers only: names and addresses stay in their tables.</summary>
public sealed class StaffTrail(ILogger<StaffTrail> log)
{
    /// <param name="act">What was done.</param>
    /// <param name="by">The account that did it; null for whoever holds a link.</param>
    /// <param name="subject">The account, membership, invitation or department it was done to.</param>
    public void Note(StaffAct act, Guid? by, Guid subject) => log.LogInformation("Staff: {Act} of {Subject} by {Account}", act, subject, by);
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
}
