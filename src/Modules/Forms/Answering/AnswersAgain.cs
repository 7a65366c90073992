using Microsoft.EntityFrameworkCore;
using Saas.Contracts.Requests;
using Saas.Modules.Forms.Model;
using Saas.Shell.Data;

namespace Saas.Modules.Forms.Answering;

/// <summary>Begins the draft that completes a request: what was answered, as it was typed, and nothing of the files, which the request keeps.</summary>
internal sealed class AnswersAgain(SaasDbContext db, DraftShelf shelf) : IAnswersAgain
{
    public bool Offered => true;

    public async Task<string?> OpenAsync(AnswersToGiveAgain wanted, CancellationToken cancel)
    {
        if (await db.Editions.SingleOrDefaultAsync(edition => edition.Id == wanted.EditionId, cancel) is not { } edition)
        {
            return null;
        }

        var completes = new Completes(wanted.RequestId, wanted.Reference, wanted.Questions, wanted.Words, wanted.Until, [.. wanted.Answers.Select(answer => answer.Question)]);

        // The name of a file stands for its answer in conditions, and is never filed.
        var answers = wanted.Answers.Where(answer => answer.Question.Length > 0).ToDictionary(
            answer => answer.Question,
            answer => answer.Files.Count > 0 ? string.Concat(answer.Files.Select(file => file.Name)) : answer.Typed ?? answer.Value);
        await shelf.OpenAsync(wanted.CompletionId, edition, completes, answers, cancel);
        return CompleteAnswers.AddressOf(wanted.CompletionId);
    }
}
