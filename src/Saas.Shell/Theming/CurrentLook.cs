using Saas.Shell.Tenancy;

namespace Saas.Shell.Theming;

/// <summary>The look of this request's pages: the commune's own, unless a preview tries another on.</summary>
public sealed class CurrentLook(ICurrentTenant current)
{
    private static readonly Look Bare = new("base");

    private Look? _triedOn;

    public Look Worn => _triedOn ?? current.Found?.Look ?? Bare;

    public void TryOn(Look look) => _triedOn = look;
}
