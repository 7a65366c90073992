using Saas.Shell.Web;

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
        Council = new CouncilWords
        {
            Name = "Conseil municipal",
            HeadOffice = "Maire",
            Head = "maire",
            HeadOfWomen = "maire",
            Deputy = "adjoint",
            DeputyOfWomen = "adjointe",
            Deputies = "Adjoints",
            Councillor = "conseiller municipal",
            CouncillorOfWomen = "conseillère municipale",
            Councillors = "Conseillers municipaux",
        },
        Somewhere = "commune",
        Address = "mairie de la commune",
        Hall = "Mairie et horaires",
        Emblem = "Blason",
        Door = "Accès mairie",
        Welcome = name => $"Bienvenue {CommuneName.At(name)}",
        HouseNamed = name => $"Mairie {CommuneName.Of(name)}",
        OfHouseNamed = name => $"de la mairie {CommuneName.Of(name)}",
    };

    private static readonly TenantWords OfGroups = new()
    {
        House = "l’intercommunalité",
        YourHouse = "votre intercommunalité",
        Body = "l’intercommunalité",
        OnItsLand = "sur le territoire",
        ToItsHead = "à la présidence",
        ItsLife = "Vie intercommunale",
        Council = new CouncilWords
        {
            Name = "Assemblée",
            HeadOffice = "Présidence",
            Head = "président",
            HeadOfWomen = "présidente",
            Deputy = "vice-président",
            DeputyOfWomen = "vice-présidente",
            Deputies = "Vice-présidents",
            Councillor = "conseiller",
            CouncillorOfWomen = "conseillère",
            Councillors = "Conseillers",
        },
        Somewhere = "site",
        Address = "siège de l’intercommunalité",
        Hall = "Siège et horaires",
        Emblem = "Logo",
        Door = "Accès équipe",
        Welcome = name => $"Bienvenue sur le site {CommuneName.Of(name)}",
        HouseNamed = name => name,
        OfHouseNamed = CommuneName.Of,
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

    /// <summary>Who decides for it.</summary>
    public required CouncilWords Council { get; init; }

    /// <summary>One of the places where staff may work: « commune ».</summary>
    public required string Somewhere { get; init; }

    /// <summary>What stands for an address that nobody has written yet.</summary>
    public required string Address { get; init; }

    /// <summary>The page that says where one is received: « Mairie et horaires ».</summary>
    public required string Hall { get; init; }

    /// <summary>What stands before the name: « Blason ».</summary>
    public required string Emblem { get; init; }

    /// <summary>The way of staff into the back office: « Accès mairie ».</summary>
    public required string Door { get; init; }

    /// <summary>« Bienvenue aux Matelles ».</summary>
    public required Func<string, string> Welcome { get; init; }

    /// <summary>« Mairie des Matelles ».</summary>
    public required Func<string, string> HouseNamed { get; init; }

    /// <summary>« de la mairie des Matelles ».</summary>
    public required Func<string, string> OfHouseNamed { get; init; }

    public static TenantWords Of(TenantKind kind) => kind == TenantKind.Group ? OfGroups : OfCommunes;

    private static string Capital(string words) => char.ToUpper(words[0], System.Globalization.CultureInfo.InvariantCulture) + words[1..];
}
