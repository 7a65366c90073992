using Saas.Shell.Tenancy;

namespace Saas.Modules.Requests.Model;

/// <summary>A word of the town hall's own, put on requests to find them again: « Urgent », « Conseil municipal ». Residents never see it.</summary>
internal sealed class Label(string name, LabelColour colour) : ITenantOwned
{
    public const int LongestName = 30;

    /// <summary>More would no longer be read.</summary>
    public const int Most = 50;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid TenantId { get; private set; }

    public string Name { get; private set; } = name;

    public LabelColour Colour { get; private set; } = colour;

    public void Change(string name, LabelColour colour) => (Name, Colour) = (name, colour);
}

/// <summary>Pairs of tokens whose text can be read in every theme. Stored by name.</summary>
internal enum LabelColour
{
    Grey,
    Theme,
    Green,
    Orange,
    Red,
}

/// <summary>Colours in the words of the screen, and as the style sheet calls them.</summary>
internal static class LabelColours
{
    public static string Title(this LabelColour colour) => colour switch
    {
        LabelColour.Grey => "Gris",
        LabelColour.Theme => "Couleur du site",
        LabelColour.Green => "Vert",
        LabelColour.Orange => "Orange",
        LabelColour.Red => "Rouge",
        _ => throw new ArgumentOutOfRangeException(nameof(colour), colour, null),
    };

    public static string Style(this LabelColour colour) => colour switch
    {
        LabelColour.Theme => "badge badge--new",
        LabelColour.Green => "badge badge--success",
        LabelColour.Orange => "badge badge--warning",
        LabelColour.Red => "badge badge--danger",
        _ => "badge",
    };
}
