namespace Saas.Shell.Web;

/// <summary>The name of a commune or a group inside a sentence: « des Matelles », « d’Assas », « au Mans », « de la Communauté de communes du Pays de Lunel ».</summary>
public static class CommuneName
{
    /// <summary>After « commune », « mairie », « site ».</summary>
    public static string Of(string name) => Article(name) switch
    {
        "Le" => $"du {name[3..]}",
        "Les" => $"des {name[4..]}",
        { } noun when IsMasculine(noun) => $"du {name}",
        { } noun when IsFeminine(noun) => StartsWithVowel(name) ? $"de l’{name}" : $"de la {name}",
        _ => StartsWithVowel(name) ? $"d’{name}" : $"de {name}",
    };

    /// <summary>After « bienvenue », « habiter ».</summary>
    public static string At(string name) => Article(name) switch
    {
        "Le" => $"au {name[3..]}",
        "Les" => $"aux {name[4..]}",
        { } noun when IsMasculine(noun) => $"au {name}",
        { } noun when IsFeminine(noun) => StartsWithVowel(name) ? $"à l’{name}" : $"à la {name}",
        _ => $"à {name}",
    };

    private static string? Article(string name) => name.Split(' ') is [var first, _, ..] ? first : null;

    /// <summary>The noun that a group's name begins with, or the initials of one: « SIVOM », « SMICTOM ».</summary>
    private static bool IsMasculine(string noun) =>
        noun is "Syndicat" or "Pays" or "Pôle" or "Groupement" or "Regroupement" || (noun.Length > 2 && noun.All(char.IsAsciiLetterUpper));

    private static bool IsFeminine(string noun) => noun is "Communauté" or "Métropole" or "Eurométropole" or "Agglomération" or "Entente" or "Union" or "Association";

    // Before an H, « de » is never wrong to the eye; only the reference data's liaison code would know « d’Hyères ».
    private static bool StartsWithVowel(string name) => "AÀÂEÉÈÊIÎOÔUY".Contains(name[0], StringComparison.Ordinal);
}
