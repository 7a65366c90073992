using System.ComponentModel.DataAnnotations;
using Saas.Modules.Site.Model;
using Saas.Shell.Theming;

namespace Saas.Modules.Site;

/// <summary>What the commune says of its town hall, and what its home page offers first.</summary>
internal sealed record SiteSettings
{
    [Display(Name = "Rue")]
    public string? Street { get; init; }

    [Display(Name = "Code postal")]
    public string? PostalCode { get; init; }

    [Display(Name = "Ville")]
    public string? City { get; init; }

    /// <summary>As written in <see cref="FrenchTelephone"/>, <c>04 65 71 00 10</c>.</summary>
    [Display(Name = "Téléphone")]
    public string? Telephone { get; init; }

    [Display(Name = "Adresse e-mail")]
    public string? Email { get; init; }

    [Display(Name = "Phrase d’accueil")]
    public string? Tagline { get; init; }

    /// <summary>Opening hours; empty when the commune has not said them, never « always closed ».</summary>
    [Display(Name = "Horaires")]
    public IReadOnlyList<DayHours> Week { get; init; } = [];

    [Display(Name = "Fermetures exceptionnelles")]
    public IReadOnlyList<Closure> Closures { get; init; } = [];

    /// <summary>Null until the commune chooses its own.</summary>
    [Display(Name = "Accès rapides")]
    public IReadOnlyList<QuickAccess>? QuickAccesses { get; init; }

    /// <summary>What the commune wore before its last choice; null until the first.</summary>
    public Look? PreviousLook { get; init; }

    /// <summary>Staff have saved something here: a folder of tenants/ applied again leaves everything as it is.</summary>
    public bool WrittenByStaff { get; init; }

    /// <summary>Files of tenants/ already taken (<c>site/marche</c>): what staff deleted since does not come back.</summary>
    public IReadOnlyList<string> Taken { get; init; } = [];

    public bool KnowsHours => Week.Any(day => day.Ranges.Count > 0);

    public bool KnowsContact => Telephone is not null && Email is not null;
}

/// <summary>A large link of the home page.</summary>
/// <param name="Address">Path of this site, or an https address.</param>
/// <param name="Icon">Name of a symbol in icons.svg.</param>
internal sealed record QuickAccess(string Title, string Address, string Icon);
