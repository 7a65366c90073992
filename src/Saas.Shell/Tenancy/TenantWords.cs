namespace Saas.Shell.Tenancy;

/// <summary>
/// How screens and mails speak of a commune and its town hall, or of a group of communes. What is said is feminine and singular in both, so
/// that one sentence agrees with either: « de la mairie », « de l’intercommunalité ».
/// </summary>
public sealed record TenantWords
{
    private static readonly TenantWords OfCommunes = new()
    {
        House = "la mairie",
        YourHouse = "votre mairie",
        Body = "la commune",
        OnItsLand = "dans la commune",
        ToItsHead = "au maire",
        ItsLife = "Vie municipale",
        Somewhere = "commune",
    };

    private static readonly TenantWords OfGroups = new()
    {
        House = "l’intercommunalité",
        YourHouse = "votre intercommunalité",
        Body = "l’intercommunalité",
        OnItsLand = "sur le territoire",
        ToItsHead = "à la présidence",
        ItsLife = "Vie intercommunale",
        Somewhere = "site",
    };

    /// <summary>Who reads and answers: « la mairie ».</summary>
    public required string House { get; init; }

    public string HouseFirst => Capital(House);

    public required string YourHouse { get; init; }

    /// <summary>Whom the site belongs to: « la commune ».</summary>
    public required string Body { get; init; }

    public string BodyFirst => Capital(Body);

    /// <summary>« dans la commune ».</summary>
    public required string OnItsLand { get; init; }

    /// <summary>« au maire ».</summary>
    public required string ToItsHead { get; init; }

    /// <summary>« Vie municipale ».</summary>
    public required string ItsLife { get; init; }

    /// <summary>One of the places where staff may work: « commune ».</summary>
    public required string Somewhere { get; init; }

    public static TenantWords Of(TenantKind kind) => kind == TenantKind.Group ? OfGroups : OfCommunes;

    private static string Capital(string words) => char.ToUpper(words[0], System.Globalization.CultureInfo.InvariantCulture) + words[1..];
}
