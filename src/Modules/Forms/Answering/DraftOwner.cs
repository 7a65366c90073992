using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Saas.Shell.Identity;

namespace Saas.Modules.Forms.Answering;

/// <summary>Whose drafts they are: of the browser on the commune's site, of the account in the back office, whatever the machine.</summary>
internal sealed class DraftOwner(BrowserKey key, CurrentPerson person, IHttpContextAccessor accessor)
{
    /// <summary>Null when this browser has none yet.</summary>
    public byte[]? FindHash() => OfAccount() ?? key.FindHash();

    public byte[] GiveHash() => OfAccount() ?? key.GiveHash();

    private byte[]? OfAccount() => accessor.HttpContext!.Request.Path.StartsWithSegments("/gestion", StringComparison.Ordinal)
        ? SHA256.HashData(Encoding.ASCII.GetBytes($"account {person.AccountId:N}"))
        : null;
}
