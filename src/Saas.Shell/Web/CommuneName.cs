namespace Saas.Shell.Web;

/// <summary>The commune's name inside a sentence: « des Matelles », « d’Assas », « au Mans ».</summary>
public static class CommuneName
{
    /// <summary>After « commune », « mairie », « site ».</summary>
    public static string Of(string name) => Article(name) switch
    {
        "Le" => $"du {name[3..]}",
        "Les" => $"des {name[4..]}",
        _ => StartsWithVowel(name) ? $"d’{name}" : $"de {name}",
    };

    /// <summary>After « bienvenue », « habiter ».</summary>
    public static string At(string name) => Article(name) switch
    {
        "Le" => $"au {name[3..]}",
        "Les" => $"aux {name[4..]}",
        _ => $"à {name}",
    };

    private static string? Article(string name) => name.Split(' ') is [var first, _, ..] ? first : null;

    // Before an H, « de » is never wrong to the eye; only the reference data's liaison code would know « d’Hyères ».
    private static bool StartsWithVowel(string name) => "AÀÂEÉÈÊIÎOÔUY".Contains(name[0], StringComparison.Ordinal);
}
