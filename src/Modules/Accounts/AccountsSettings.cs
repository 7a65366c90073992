using System.ComponentModel.DataAnnotations;

namespace Saas.Modules.Accounts;

internal sealed record AccountsSettings
{
    /// <summary>The list of the first hour is shown no more, whatever remains to be done.</summary>
    [Display(Name = "Rangée")]
    public bool FirstHourPutAway { get; init; }
}
