using Saas.Modules.Site.Describing;

namespace Saas.Modules.Site.Tests.Describing;

public sealed class ClockTextTests
{
    [Theory]
    [InlineData("9", "09:00")]
    [InlineData("9h", "09:00")]
    [InlineData("9 h 30", "09:30")]
    [InlineData("09:05", "09:05")]
    [InlineData("17.30", "17:30")]
    [InlineData("17H30", "17:30")]
    [InlineData("24:00", null)]
    [InlineData("9:60", null)]
    [InlineData("midi", null)]
    [InlineData("9:3", null)]
    public void An_hour_is_read_as_people_type_it(string typed, string? hour) =>
        Assert.Equal(hour, ClockText.Read(typed) is { } time ? ClockText.Write(time) : null);
}
