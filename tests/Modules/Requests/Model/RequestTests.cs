using Saas.Modules.Requests.Model;
using Saas.Shell.Tenancy;

namespace Saas.Modules.Requests.Tests.Model;

public sealed class RequestTests
{
    private static readonly DateTimeOffset Monday = new(2026, 11, 23, 13, 30, 0, TimeSpan.Zero);

    [Fact]
    public void A_request_waits_until_it_is_answered_and_again_from_the_next_message()
    {
        var request = Received();

        request.Answer(Guid.CreateVersion7(), "Claire", "Oui.", Monday.AddDays(1));
        var answered = request.WaitingSince;
        request.ReceiveMessage(Guid.CreateVersion7(), "Et le parking ?", Monday.AddDays(2));
        request.ReceiveMessage(Guid.CreateVersion7(), "Alors ?", Monday.AddDays(3));

        Assert.Null(answered);
        Assert.Equal(Monday.AddDays(2), request.WaitingSince);
        Assert.True(request.HasUnreadMessage);
        Assert.Equal(RequestState.InProgress, request.State);
    }

    [Fact]
    public void Taking_a_request_in_charge_is_not_an_answer()
    {
        var request = Received();

        request.Take(Guid.CreateVersion7(), "Claire", Guid.CreateVersion7(), Monday.AddHours(1));

        Assert.Equal(RequestState.InProgress, request.State);
        Assert.True(Request.IsLate(Monday.AddDays(8)).Compile()(request));
        Assert.False(Request.IsToDealWith.Compile()(request));
    }

    [Fact]
    public void A_closed_request_that_is_reopened_has_no_outcome_any_more()
    {
        var request = Received();

        request.Close(Guid.CreateVersion7(), "Claire", RequestOutcome.Refused, "Salle prise.", Monday);
        var title = request.StateTitle;
        request.Reopen(Guid.CreateVersion7(), "Claire", Monday);

        Assert.Equal("Refusée", title);
        Assert.Equal("En cours", request.StateTitle);
        Assert.Null(request.ClosedAt);
    }

    [Fact]
    public void Every_act_changes_the_version()
    {
        var request = Received();

        request.Note(Guid.CreateVersion7(), "Claire", "Voir avec le maire.", Monday);
        request.Take(Guid.CreateVersion7(), "Claire", Guid.CreateVersion7(), Monday);

        Assert.Equal(3, request.Version);
    }

    [Fact]
    public void Every_kind_of_entry_has_its_words()
    {
        foreach (var kind in Enum.GetValues<EntryKind>())
        {
            Assert.NotEmpty(kind.ForStaff());
            Assert.NotEmpty(kind.AsDeed());
            Assert.NotEmpty(kind.IsForResident() ? kind.ForResident(TenantWords.Of(TenantKind.Commune)) : "internal");
        }
    }

    private static Request Received() => Request.Receive(Given.ARequest(), "7KWF-3MPH", "4RXC8LYJ", Monday);
}
