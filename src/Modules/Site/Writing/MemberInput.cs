using System.ComponentModel.DataAnnotations;
using Saas.Modules.Site.Model;
using Saas.Shell.Web;

namespace Saas.Modules.Site.Writing;

internal sealed class MemberInput : ContentInput
{
    /// <summary>Made of the names.</summary>
    public override string? Title { get; set; }

    [Required(ErrorMessage = "Choisissez la civilité : les fonctions s’accordent avec elle.")]
    public Civility? Civility { get; set; }

    [Required(ErrorMessage = "Donnez le prénom.")]
    [StringLength(CouncilMember.LongestName, ErrorMessage = "Le prénom est trop long : 80 caractères au plus.")]
    public string? FirstName { get; set; }

    [Required(ErrorMessage = "Donnez le nom.")]
    [StringLength(CouncilMember.LongestName, ErrorMessage = "Le nom est trop long : 80 caractères au plus.")]
    public string? LastName { get; set; }

    [Required(ErrorMessage = "Choisissez la fonction.")]
    public CouncilRole? Role { get; set; }

    [Range(1, CouncilMember.LastRank, ErrorMessage = "Le rang est un nombre, de 1 à 40.")]
    public int? Rank { get; set; }

    [StringLength(NewsItem.LongestSummary, ErrorMessage = "La délégation est trop longue : 300 caractères au plus.")]
    public string? Summary { get; set; }

    public override string TitleField => nameof(LastName);

    public override string TitleWritten => $"{French.OneLine(FirstName)} {French.OneLine(LastName)}".Trim();

    public override Wording ToWording() => new MemberWording(
        TitleWritten,
        French.OneLine(Summary),
        new MemberFacts(Civility ?? default, French.OneLine(FirstName), French.OneLine(LastName), Role ?? default, Rank));

    public override void Take(Content content)
    {
        base.Take(content);
        Summary = content.Summary;
        (var civility, FirstName, LastName, var role, Rank) = ((CouncilMember)content).Facts;
        (Civility, Role) = (civility, role);
    }
}
