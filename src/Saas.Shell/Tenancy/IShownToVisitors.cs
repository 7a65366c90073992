namespace Saas.Shell.Tenancy;

/// <summary>
/// A row whose change alters what visitors see. Its table carries the trigger <c>shell.content_changed</c>,
/// which raises the commune's content version in the writing transaction.
/// </summary>
public interface IShownToVisitors;
