namespace Saas.Shell.Theming;

/// <summary>What a commune's pages wear. Pictures are stored files: another picture is another identifier.</summary>
/// <param name="Accent">As <c>#1f6f8b</c>; null keeps the theme's.</param>
public sealed record Look(string Theme, string? Accent = null, Guid? Blason = null, Guid? Banner = null, Guid? BannerSmall = null)
{
    public IEnumerable<Guid> Pictures => new[] { Blason, Banner, BannerSmall }.OfType<Guid>();
}
