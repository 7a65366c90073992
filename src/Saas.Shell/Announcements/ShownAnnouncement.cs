using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Saas.Shell.Announcements;

/// <summary>An announcement as pages show it.</summary>
public sealed record ShownAnnouncement(Guid Id, AnnouncementLevel Level, string Text, DateTimeOffset StartsAt, DateTimeOffset EndsAt)
{
    /// <summary>What a browser remembers of it: another one as soon as it says something else.</summary>
    internal string Key => Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes($"{Id:N} {Level} {Text}")).AsSpan(0, 9));
}
