using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Saas.Shell.Web;

/// <summary>Shows text written by staff, cleaned again at the door: <c>&lt;rich-text html="…" /&gt;</c>. The only way markup reaches a page.</summary>
[HtmlTargetElement("rich-text", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class RichTextTagHelper : TagHelper
{
    public string Html { get; set; } = "";

    /// <summary>Whether it may show pictures of the media library.</summary>
    public bool Pictures { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Content.SetHtmlContent(RichText.Clean(Html, Pictures));
    }
}
