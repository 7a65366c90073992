using Saas.Modules.Site.Model;

namespace Saas.Modules.Site.Tests.Model;

public sealed class PublicHolidaysTests
{
    [Theory]
    [InlineData(2024, 3, 31)]
    [InlineData(2025, 4, 20)]
    [InlineData(2026, 4, 5)]
    [InlineData(2027, 3, 28)]
    [InlineData(2038, 4, 25)]
    public void Easter_is_computed(int year, int month, int day) => Assert.Equal(new DateOnly(year, month, day), PublicHolidays.Easter(year));

    [Theory]
    [InlineData("34", "2026-04-06", "lundi de Pâques")]
    [InlineData("34", "2026-05-14", "Ascension")]
    [InlineData("34", "2026-05-25", "lundi de Pentecôte")]
    [InlineData("34", "2026-07-14", "fête nationale")]
    [InlineData("34", "2026-04-03", null)]
    [InlineData("34", "2026-12-26", null)]
    [InlineData("67", "2026-04-03", "Vendredi saint")]
    [InlineData("57", "2026-12-26", "Saint-Étienne")]
    [InlineData("974", "2026-12-20", "abolition de l’esclavage")]
    [InlineData("971", "2026-05-27", "abolition de l’esclavage")]
    [InlineData("971", "2026-12-20", null)]
    [InlineData("2A", "2026-12-25", "Noël")]
    public void A_holiday_depends_on_where_one_is(string departement, string day, string? name) =>
        Assert.Equal(name, new PublicHolidays(departement).NameOf(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)));
}
