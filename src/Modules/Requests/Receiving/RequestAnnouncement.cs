using Saas.Modules.Requests.Following;
using Saas.Modules.Requests.Model;
using Saas.Modules.Requests.Processing;
using Saas.Shell.Mail;
using Saas.Shell.Tenancy;

namespace Saas.Modules.Requests.Receiving;

/// <summary>
/// Who is told of a request: the resident by the receipt, the town hall by a mail that says there is something to read. When it comes in,
/// or, for one that was set aside as unwanted, when it joins the others.
/// </summary>
internal sealed class RequestAnnouncement(Receipts receipts, IMailer mailer, ICurrentTenant current, PlatformAddress address)
{
    public async Task WriteAsync(Request request, CancellationToken cancel)
    {
        if (request.SenderEmail is { } email)
        {
            var mail = ReceiptMail.Write(await receipts.WriteAsync(request, cancel), email, request.SenderName, address.Of(FollowAccess.PathOf(request.Reference)), current.Words);
            mailer.Send(mail with { Origin = ReadRequest.OriginOf(request.Id) });
        }

        if (request.Recipient.Length > 0)
        {
            mailer.Send(RecipientMail.NewRequest(request, address.Of(ReadRequest.AddressOf(request.Id))));
        }
    }
}
