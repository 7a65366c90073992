using System.Net.Mail;
using Saas.Shell.Mail;

namespace Saas.Shell.Telemetry;

/// <summary>Counts what became of each mail given to the relay.</summary>
internal sealed class MeasuredTransport(IMailTransport relay) : IMailTransport
{
    public async Task<Delivery> HandOverAsync(MailMessage message, CancellationToken cancel)
    {
        var delivery = await relay.HandOverAsync(message, cancel);
        Measures.MailHandedOver(delivery.Result.ToString());
        return delivery;
    }
}
