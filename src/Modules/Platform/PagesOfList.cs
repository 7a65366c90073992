using Microsoft.AspNetCore.Http.Extensions;
using Saas.Shell.Web;

namespace Saas.Modules.Platform;

/// <summary>The foot of a list: where one is, and the addresses of its other pages, which keep what was asked.</summary>
internal sealed record PagesOfList(Paging Paging, string Address, IReadOnlyList<(string Name, string? Value)> Asked)
{
    public string AddressOf(int page)
    {
        var query = new QueryBuilder();
        foreach (var (name, value) in Asked)
        {
            if (!string.IsNullOrEmpty(value))
            {
                query.Add(name, value);
            }
        }

        query.Add("page", page.ToString(System.Globalization.CultureInfo.InvariantCulture));
        return Address + query;
    }
}
