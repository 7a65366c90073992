namespace Saas.Modules.Requests.Model;

/// <summary>What the town hall asked for to go on with a request (CRPA L114-5).</summary>
/// <param name="Id">Under which it comes back, once.</param>
/// <param name="Questions">Of the answers to give again.</param>
/// <param name="Words">What the agent wrote about it.</param>
/// <param name="Until">Last day to send it, in the commune.</param>
internal sealed record Completion(Guid Id, IReadOnlyList<string> Questions, string Words, DateOnly Until, string AskedBy, DateTimeOffset AskedAt);
