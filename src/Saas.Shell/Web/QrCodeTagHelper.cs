using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using QRCoder;

namespace Saas.Shell.Web;

/// <summary>A picture that a telephone reads, as inline SVG without a style of its own: <c>&lt;qr-code text="…" label="…" /&gt;</c>.</summary>
public sealed class QrCodeTagHelper : TagHelper
{
    public string Text { get; set; } = "";

    /// <summary>For whoever does not see it.</summary>
    public string Label { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(Text, QRCodeGenerator.ECCLevel.M);
        var rows = code.ModuleMatrix;
        var path = new StringBuilder();
        for (var y = 0; y < rows.Count; y++)
        {
            for (var x = 0; x < rows[y].Length; x++)
            {
                if (rows[y][x])
                {
                    path.Append(CultureInfo.InvariantCulture, $"M{x} {y}h1v1h-1z");
                }
            }
        }

        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "qr-code");
        output.Attributes.SetAttribute("viewBox", string.Create(CultureInfo.InvariantCulture, $"0 0 {rows.Count} {rows.Count}"));
        output.Attributes.SetAttribute("role", "img");
        output.Attributes.SetAttribute("aria-label", Label);
        output.Attributes.SetAttribute("shape-rendering", "crispEdges");
        var background = new TagBuilder("path") { Attributes = { ["fill"] = "#fff", ["d"] = string.Create(CultureInfo.InvariantCulture, $"M0 0h{rows.Count}v{rows.Count}H0z") } };
        var modules = new TagBuilder("path") { Attributes = { ["fill"] = "#000", ["d"] = path.ToString() } };
        output.Content.AppendHtml(background).AppendHtml(modules);
    }
}
