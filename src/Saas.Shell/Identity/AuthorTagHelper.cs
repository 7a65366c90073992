using System.Security.Claims;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Saas.Shell.Web;

namespace Saas.Shell.Identity;

/// <summary>Writes into each form of the back office and of the console who opened the page, sealed: see <see cref="KeptPosts"/>.</summary>
[HtmlTargetElement("form", Attributes = "[method='post']")]
public sealed class AuthorTagHelper(LastSignedIn last, StaffPlace place) : TagHelper
{
    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var http = ViewContext.HttpContext;
        if (http.Request.Path.StartsWithSegments(place.Home) && Guid.TryParse(http.User.FindFirstValue(ClaimTypes.NameIdentifier), out var accountId))
        {
            var field = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
            field.Attributes["type"] = "hidden";
            field.Attributes["name"] = LastSignedIn.FieldName;
            field.Attributes["value"] = last.Proof(accountId);
            output.PostContent.AppendHtml(field);
        }
    }
}
