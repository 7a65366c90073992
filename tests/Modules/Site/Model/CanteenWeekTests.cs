using Saas.Modules.Site.Model;

namespace Saas.Modules.Site.Tests.Model;

public sealed class CanteenWeekTests
{
    [Theory]
    [InlineData("2026-12-07", "Menus de la cantine du 7 au 11 décembre 2026")]
    [InlineData("2026-12-13", "Menus de la cantine du 7 au 11 décembre 2026")]
    [InlineData("2026-11-30", "Menus de la cantine du 30 novembre au 4 décembre 2026")]
    [InlineData("2026-12-28", "Menus de la cantine du 28 décembre au 1er janvier 2027")]
    [InlineData("2027-03-01", "Menus de la cantine du 1er au 5 mars 2027")]
    public void A_week_is_called_after_its_days_whichever_of_them_is_typed(string day, string title) =>
        Assert.Equal(title, CanteenWeek.TitleOf(CanteenWeek.MondayOf(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture))).Replace('\u00a0', ' '));
}
