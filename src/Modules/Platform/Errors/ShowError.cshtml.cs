using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Saas.Shell.Identity;
using Saas.Shell.Web;

namespace Saas.Modules.Platform.Errors;

/// <summary>Shown in place of any answer without content, on the platform's host.</summary>
[OnPlatform]
[Public]
internal sealed class ShowError : PageModel
{
    [BindProperty(SupportsGet = true)]
    public int Code { get; set; }

    public string Title => Code switch
    {
        400 => "Cette demande n’est pas complète",
        403 => "Cette page ne vous est pas ouverte",
        413 => "L’envoi est trop lourd",
        429 => "Trop d’essais en peu de temps",
        >= 500 => "La page n’a pas pu être affichée",
        _ => "Cette page n’existe pas",
    };

    public string Advice => Code switch
    {
        413 => "Rien n’a été enregistré. Revenez en arrière et envoyez moins à la fois.",
        429 => "Attendez quelques minutes, puis essayez à nouveau.",
        >= 500 => "Rien de ce qui était enregistré n’est perdu. Réessayez dans quelques minutes.",
        _ => "Vérifiez l’adresse, ou revenez à la console.",
    };
}
