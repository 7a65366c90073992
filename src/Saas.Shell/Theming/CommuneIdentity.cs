using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Saas.Shell.Tenancy;

namespace Saas.Shell.Theming;

/// <summary>The commune's accent colour as a small stylesheet of its own, with companions computed so that every pair keeps WCAG AA.</summary>
public static class CommuneIdentity
{
    /// <summary>The least contrast of text and its ground (WCAG 2.2, 1.4.3).</summary>
    private const double Readable = 4.5;

    /// <summary>Address of the stylesheet, which changes with the colour so that browsers may keep it for ever; null for the theme's own accent.</summary>
    public static string? AddressOf(Tenant tenant) =>
        tenant.Accent is { } accent ? $"/identite-{Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(accent)))[..12]}.css" : null;

    public static string Css(string accent)
    {
        var chosen = Color.Parse(accent);

        // Used as text and as the ground of white text: darkened until both read.
        var strong = chosen;
        while (strong.ContrastWith(Color.White) < Readable + 0.5)
        {
            strong = strong.Mix(Color.Black, 0.06);
        }

        var stronger = strong.Mix(Color.Black, 0.25);
        var soft = strong.Mix(Color.White, 0.9);
        return $":root{{--accent:{strong.Hex};--accent-strong:{stronger.Hex};--accent-soft:{soft.Hex};--on-accent:#ffffff}}";
    }

    private readonly record struct Color(double Red, double Green, double Blue)
    {
        public static readonly Color White = new(255, 255, 255);
        public static readonly Color Black = new(0, 0, 0);

        public string Hex => string.Create(CultureInfo.InvariantCulture, $"#{(int)Math.Round(Red):x2}{(int)Math.Round(Green):x2}{(int)Math.Round(Blue):x2}");

        private double Luminance => (0.2126 * Linear(Red)) + (0.7152 * Linear(Green)) + (0.0722 * Linear(Blue));

        public static Color Parse(string hex) => new(
            int.Parse(hex.AsSpan(1, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture),
            int.Parse(hex.AsSpan(3, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture),
            int.Parse(hex.AsSpan(5, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture));

        public Color Mix(Color other, double share) => new(
            Red + ((other.Red - Red) * share),
            Green + ((other.Green - Green) * share),
            Blue + ((other.Blue - Blue) * share));

        public double ContrastWith(Color other)
        {
            var (light, dark) = Luminance > other.Luminance ? (Luminance, other.Luminance) : (other.Luminance, Luminance);
            return (light + 0.05) / (dark + 0.05);
        }

        private static double Linear(double channel)
        {
            var share = channel / 255;
            return share <= 0.04045 ? share / 12.92 : Math.Pow((share + 0.055) / 1.055, 2.4);
        }
    }
}
