namespace Saas.Contracts.Requests;

/// <summary>Has chosen questions of a request answered again, with the controls of the module that asked them. Answered by the module Forms.</summary>
public interface IAnswersAgain
{
    /// <summary>False when no module can: the resident then writes a message.</summary>
    bool Offered { get; }

    /// <summary>
    /// Opens to this browser a page with these questions, what was answered already filled in, and returns its path. The same completion is
    /// one draft, on whatever device it is opened. Null when the questions are there no longer.
    /// </summary>
    Task<string?> OpenAsync(AnswersToGiveAgain wanted, CancellationToken cancel);
}

/// <summary>What the town hall asks for again.</summary>
/// <param name="CompletionId">Made when it was asked for: it is sent once.</param>
/// <param name="EditionId">See <see cref="RequestToFile.EditionId"/>.</param>
/// <param name="Words">What the town hall wrote about it.</param>
/// <param name="Until">Last day to send it.</param>
/// <param name="Questions">Of <see cref="FiledAnswer.Question"/>.</param>
/// <param name="Answers">All that the request holds.</param>
public sealed record AnswersToGiveAgain(
    Guid RequestId,
    Guid CompletionId,
    Guid EditionId,
    string Reference,
    string Words,
    DateOnly Until,
    IReadOnlyList<string> Questions,
    IReadOnlyList<FiledAnswer> Answers);
