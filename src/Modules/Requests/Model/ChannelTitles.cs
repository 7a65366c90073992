using Saas.Contracts.Requests;

namespace Saas.Modules.Requests.Model;

/// <summary>Channels in the words of the screen.</summary>
internal static class ChannelTitles
{
    /// <summary>« En ligne ».</summary>
    public static string Title(this RequestChannel channel) => channel switch
    {
        RequestChannel.Online => "En ligne",
        RequestChannel.Desk => "À l’accueil",
        RequestChannel.Telephone => "Par téléphone",
        RequestChannel.Letter => "Par courrier",
        RequestChannel.Mail => "Par courriel",
        _ => throw new ArgumentOutOfRangeException(nameof(channel), channel, null),
    };

    /// <summary>« Reçue à l’accueil ».</summary>
    public static string Received(this RequestChannel channel) => $"Reçue {char.ToLowerInvariant(channel.Title()[0])}{channel.Title()[1..]}";
}
