using System.Text.RegularExpressions;

namespace Saas.Shell.Mail;

/// <summary>Why a mail was refused, in everyday words, from the codes of RFC 5321 and RFC 3463 that servers begin their answers with.</summary>
public static partial class MailRefusals
{
    public static string Explain(string? words)
    {
        var codes = Codes().Match(words ?? "");
        return (codes.Groups[1].Value, codes.Groups[2].Value) switch
        {
            (_, "5.2.2") or ("552", "") => "La boîte de cette personne est pleine.",
            (_, "5.7.1" or "5.7.0" or "5.7.23" or "5.7.26") or ("554", "") => "Le serveur de cette personne ne veut pas de ce message.",
            ("501" or "553", _) or (_, "5.1.3" or "5.6.7") => "L’adresse est mal écrite.",
            (_, "5.1.2") => "L’adresse est celle d’un domaine qui n’existe pas.",
            ("550" or "551", _) or (_, "5.1.1" or "5.1.10" or "5.2.1") => "L’adresse n’existe pas, ou plus.",
            ({ Length: > 0 } code, _) when code[0] == '5' => "Le serveur de cette personne l’a refusé.",
            _ => "Il n’a pas pu être remis, malgré plusieurs jours d’essais.",
        };
    }

    [GeneratedRegex(@"^(\d{3})?\s?(5\.\d{1,3}\.\d{1,3})?")]
    private static partial Regex Codes();
}
