using System.Net;
using Ical.Net;

namespace Saas.Modules.Site.Tests.Visiting;

public sealed class AddEventTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task An_event_goes_into_ones_own_agenda_once_however_often_it_is_added()
    {
        var happening = await Given.EventAsync(host, SaasHost.Claret, new DateOnly(2031, 5, 3));
        var address = $"/agenda/{happening.Slug}/rendez-vous.ics";

        using var answer = await host.Visit(SaasHost.Claret).GetAsync(address);

        Assert.Equal("text/calendar", answer.Content.Headers.ContentType!.MediaType);
        Assert.StartsWith($"{happening.Id}@", Calendar.Load(await answer.Content.ReadAsStringAsync())!.Events.Single().Uid, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await host.Visit(SaasHost.Matelles).GetAsync(address)).StatusCode);
    }
}
