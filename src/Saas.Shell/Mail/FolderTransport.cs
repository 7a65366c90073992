using System.Net.Mail;
using Microsoft.Extensions.Options;
using Saas.Shell.Web;

namespace Saas.Shell.Mail;

/// <summary>Writes each mail as a file, for development and tests; shown at /dev/mails.</summary>
internal sealed class FolderTransport(IOptions<DataOptions> data) : IMailTransport
{
    public static string FolderOf(DataOptions data) => Path.Combine(data.Folder, "mails");

    public async Task<Delivery> HandOverAsync(MailMessage message, CancellationToken cancel)
    {
        var folder = FolderOf(data.Value);
        Directory.CreateDirectory(folder);

        // The client chooses the file's name; a folder of its own lets it be found and given one that sorts by time.
        var mine = Directory.CreateDirectory(Path.Combine(folder, Guid.CreateVersion7().ToString("N")));
        using var client = new SmtpClient { DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory, PickupDirectoryLocation = mine.FullName };
        await client.SendMailAsync(message, cancel);
        File.Move(mine.EnumerateFiles().Single().FullName, Path.Combine(folder, mine.Name + ".eml"));
        mine.Delete();

        // The same mail as a person reads it: the message itself is encoded for transport.
        await File.WriteAllTextAsync(Path.Combine(folder, mine.Name + ".txt"), $"{message.To}\n{message.Subject}\n{message.Body}", cancel);
        return Delivery.Accepted;
    }
}
