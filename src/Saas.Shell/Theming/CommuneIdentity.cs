using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Saas.Shell.Theming;

/// <summary>The commune's accent colour as a small stylesheet of its own, with companions computed so that every pair keeps WCAG AA.</summary>
public static partial class CommuneIdentity
{
    // Relative luminances (WCAG 2.2) that make every pair keep 4.5 by construction: every theme's light grounds are at least as light as
    // Ground, its inks at least as dark as Ink (themes/check.mjs holds them to it), and (0.76 + 0.05) / (0.13 + 0.05) = 4.5.
    private const double Ground = 0.762;
    private const double Ink = 0.128;

    /// <summary>White text on it has a contrast of 5.</summary>
    private const double Solid = 0.16;

    /// <summary>Address of the stylesheet, which changes with the colour and with what is computed of it, so that browsers may keep it for ever.</summary>
    public static string AddressOf(string accent) =>
        $"/identite-{accent[1..]}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(Css(accent))))[..8]}.css";

    /// <summary>Whose address this is; null when it is none.</summary>
    public static string? AccentOf(string address) =>
        Address().Match(address) is { Success: true } match && AddressOf($"#{match.Groups[1].Value}") == address ? $"#{match.Groups[1].Value}" : null;

    public static string Css(string accent)
    {
        var chosen = Color.Parse(accent);

        var solid = chosen.MixUntil(Color.Black, mixed => mixed.Luminance <= Solid);
        var strong = solid.Mix(Color.Black, 0.25).MixUntil(Color.Black, mixed => mixed.Luminance <= Ink);
        var soft = solid.Mix(Color.White, 0.9).MixUntil(Color.White, mixed => mixed.Luminance >= Ground);
        return $":root{{--accent:{solid.Hex};--accent-strong:{strong.Hex};--accent-soft:{soft.Hex};--on-accent:#ffffff}}";
    }

    [GeneratedRegex("^/identite-([0-9a-f]{6})-[0-9a-f]{8}[.]css$")]
    private static partial Regex Address();

    private readonly record struct Color(double Red, double Green, double Blue)
    {
        public static readonly Color White = new(255, 255, 255);
        public static readonly Color Black = new(0, 0, 0);

        public string Hex => string.Create(CultureInfo.InvariantCulture, $"#{(int)Math.Round(Red):x2}{(int)Math.Round(Green):x2}{(int)Math.Round(Blue):x2}");

        public double Luminance => (0.2126 * Linear(Red)) + (0.7152 * Linear(Green)) + (0.0722 * Linear(Blue));

        public static Color Parse(string hex) => new(
            int.Parse(hex.AsSpan(1, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture),
            int.Parse(hex.AsSpan(3, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture),
            int.Parse(hex.AsSpan(5, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture));

        public Color Mix(Color other, double share) => new(
            Red + ((other.Red - Red) * share),
            Green + ((other.Green - Green) * share),
            Blue + ((other.Blue - Blue) * share));

        public Color MixUntil(Color other, Func<Color, bool> enough)
        {
            var mixed = this;
            while (!enough(mixed))
            {
                mixed = mixed.Mix(other, 0.06);
            }

            return mixed;
        }

        private static double Linear(double channel)
        {
            var share = channel / 255;
            return share <= 0.04045 ? share / 12.92 : Math.Pow((share + 0.055) / 1.055, 2.4);
        }
    }
}
