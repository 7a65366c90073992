namespace Saas.Contracts.Site;

/// <summary>What surrounds every public page of a commune: menu, town hall, notices. Answered by the module Site.</summary>
public interface IPublicFrame
{
    Task<PublicFrame> ReadAsync(CancellationToken cancel);
}

/// <summary>The frame of one page view, already in words.</summary>
public sealed record PublicFrame(IReadOnlyList<FrameLink> Menu, TownHall TownHall, IReadOnlyList<FrameNotice> Notices)
{
    /// <summary>Parts of the site that are not in the menu.</summary>
    public IReadOnlyList<FrameLink> Rubrics { get; init; } = [];
}

/// <summary>A title and the path it leads to.</summary>
public sealed record FrameLink(string Title, string Address);

/// <summary>A line of the alert banner. <c>Level</c> is information, vigilance or urgence.</summary>
public sealed record FrameNotice(string Level, string Text, string? Address);

/// <summary>How to reach the town hall, and whether it is open now. Whatever the commune has not said is null.</summary>
public sealed record TownHall(
    string Name,
    string? Street,
    string? PostalCode,
    string? City,
    string? Telephone,
    string? Email,
    string OpeningSentence,
    bool OpenNow,
    IReadOnlyList<OpeningDay> Week);

/// <summary>One line of the opening hours, <c>lundi</c>, <c>9 h – 12 h</c>.</summary>
public sealed record OpeningDay(string Day, string Hours, bool Today);
