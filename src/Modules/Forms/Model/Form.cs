using System.Net.Mail;
using Saas.Contracts.Requests;
using Saas.Shell.Tenancy;

namespace Saas.Modules.Forms.Model;

/// <summary>
/// A procedure as its authors see it. Residents never answer it: they answer its latest <see cref="Edition"/>. Recipient, closing words
/// and state belong to no edition and apply at once.
/// </summary>
internal sealed class Form : ITenantOwned, IShownToVisitors
{
    public Form(Guid id, string title, string slug)
    {
        Id = id;
        Title = title;
        Slug = slug;
    }

    public Guid Id { get; private set; }

    public Guid TenantId { get; private set; }

    public string Title { get; private set; }

    /// <summary>Its public address, <c>/demarches/slug</c>. Never changes.</summary>
    public string Slug { get; private set; }

    /// <summary>One sentence for the list of procedures.</summary>
    public string Summary { get; private set; } = "";

    /// <summary>Rich text above the questions: who it is for, what to have at hand.</summary>
    public string Introduction { get; private set; } = "";

    public IReadOnlyList<Question> Questions { get; private set; } = [];

    /// <summary>What it promises to those who file it.</summary>
    public ProcedureTerms Terms { get; private set; } = new();

    /// <summary>First day on which it may be filed; null for none.</summary>
    public DateOnly? OpensOn { get; private set; }

    /// <summary>Last day on which it may be filed; null for none.</summary>
    public DateOnly? ClosesOn { get; private set; }

    /// <summary>How many requests it takes, counted since the limit was set; null for any number.</summary>
    public int? MostRequests { get; private set; }

    /// <summary>Only kept while there is a limit. Grows in the transaction that files.</summary>
    public int FiledCount { get; private set; }

    /// <summary>The last question taken out, so that it can be put back.</summary>
    public RemovedQuestion? LastRemoved { get; private set; }

    /// <summary>Address of the staff who are told of each request.</summary>
    public string Recipient { get; private set; } = "";

    /// <summary>What residents read once it is closed.</summary>
    public string ClosingWords { get; private set; } = "";

    public FormState State { get; private set; }

    /// <summary>Of the latest edition; 0 before the first.</summary>
    public int EditionNumber { get; private set; }

    /// <summary>Something that residents do not see yet.</summary>
    public bool HasUnpublishedChanges { get; private set; } = true;

    /// <summary>Grows with each change: two tabs do not undo each other's work unseen.</summary>
    public int Version { get; private set; }

    public static bool IsAddress(string text) =>
        text.Length <= 254
        && !text.Any(char.IsWhiteSpace)
        && MailAddress.TryCreate(text, out var address)
        && address.Address == text
        && address.Host.Contains('.', StringComparison.Ordinal);

    public void Describe(string title, string summary, string introduction, string recipient)
    {
        if ((Title, Summary, Introduction) != (title, summary, introduction))
        {
            (Title, Summary, Introduction) = (title, summary, introduction);
            HasUnpublishedChanges = true;
            Version++;
        }

        if (Recipient != recipient)
        {
            Recipient = recipient;
            Version++;
        }
    }

    public void Promise(ProcedureTerms terms)
    {
        if (Terms != terms)
        {
            Terms = terms;
            HasUnpublishedChanges = true;
            Version++;
        }
    }

    /// <summary>Applies at once, without publication.</summary>
    public void Limit(DateOnly? opensOn, DateOnly? closesOn, int? mostRequests)
    {
        if ((OpensOn, ClosesOn, MostRequests) != (opensOn, closesOn, mostRequests))
        {
            FiledCount = MostRequests is null ? 0 : FiledCount;
            (OpensOn, ClosesOn, MostRequests) = (opensOn, closesOn, mostRequests);
            Version++;
        }
    }

    public Question? Find(string questionId) => Questions.FirstOrDefault(question => question.Id == questionId);

    /// <summary>Adds the question at the end, or replaces the one that has its id.</summary>
    public void Put(Question question)
    {
        var known = Find(question.Id);
        if (known?.ReadsLike(question) != true)
        {
            Change(known is null ? [.. Questions, question] : [.. Questions.Select(q => q == known ? question : q)]);
        }
    }

    /// <summary>Up by -1, down by 1. At the edge nothing moves.</summary>
    public void Move(string questionId, int by)
    {
        var questions = Questions.ToList();
        var from = questions.FindIndex(question => question.Id == questionId);
        var to = from + by;
        if (from >= 0 && to >= 0 && to < questions.Count)
        {
            (questions[from], questions[to]) = (questions[to], questions[from]);
            Change(questions);
        }
    }

    /// <summary>In the order of these ids; what they do not name keeps its place at the end.</summary>
    public void Arrange(IReadOnlyList<string> ids)
    {
        var arranged = Questions.OrderBy(question => ids.ToList().IndexOf(question.Id) is >= 0 and var place ? place : int.MaxValue).ToList();
        if (!arranged.SequenceEqual(Questions))
        {
            Change(arranged);
        }
    }

    /// <summary>Puts a copy just after, ready to be changed.</summary>
    public void Duplicate(string questionId, string copyId)
    {
        if (Find(questionId) is { } question)
        {
            var copy = question with { Id = copyId, Label = $"{question.Label} (copie)", Role = QuestionRole.None };
            Change([.. Questions.SelectMany(q => q == question ? new[] { q, copy } : [q])]);
        }
    }

    public void Remove(string questionId)
    {
        if (Find(questionId) is { } question)
        {
            LastRemoved = new RemovedQuestion(question, Questions.TakeWhile(q => q != question).Count());
            Change([.. Questions.Where(q => q != question)]);
        }
    }

    public void PutBack()
    {
        if (LastRemoved is { } removed)
        {
            var questions = Questions.Where(question => question.Id != removed.Question.Id).ToList();
            questions.Insert(Math.Min(removed.Place, questions.Count), removed.Question);
            LastRemoved = null;
            Change(questions);
        }
    }

    /// <summary>What still stands between the draft and its publication, in words for its author.</summary>
    /// <param name="recipientIsUnreachable">The last mail to the recipient came back.</param>
    /// <param name="today">In the commune.</param>
    public IReadOnlyList<string> MissingBeforePublication(bool recipientIsUnreachable, DateOnly today)
    {
        var missing = new List<string>();
        if (string.IsNullOrWhiteSpace(Title))
        {
            missing.Add("Donnez un titre à la démarche.");
        }

        if (!Questions.Any(question => question.Asked.Asks))
        {
            missing.Add("Ajoutez au moins une question.");
        }

        missing.AddRange(Questions.Select(question => question.MissingBeforePublication()).OfType<string>());
        missing.AddRange(new ConditionCheck(Questions, today).Problems());
        if (MissingRecipient(recipientIsUnreachable) is { } recipient)
        {
            missing.Add(recipient);
        }

        return missing;
    }

    /// <summary>Freezes the questions, so that later changes never alter an answer already begun, and opens the procedure.</summary>
    public Edition Publish(bool recipientIsUnreachable, DateTimeOffset now)
    {
        if (MissingBeforePublication(recipientIsUnreachable, DateOnly.FromDateTime(now.UtcDateTime)).Count > 0)
        {
            throw new InvalidOperationException("Ask MissingBeforePublication first.");
        }

        EditionNumber++;
        HasUnpublishedChanges = false;
        State = FormState.Open;
        Version++;
        return new Edition(this, now);
    }

    /// <summary>Its address stays and says these words.</summary>
    public void Close(string words)
    {
        ClosingWords = words;
        State = FormState.Closed;
        Version++;
    }

    /// <summary>What stands between a closed procedure and its reopening, as its latest edition left it.</summary>
    public string? MissingRecipient(bool recipientIsUnreachable) =>
        Recipient.Length == 0 ? "Indiquez l’adresse e-mail de la personne qui reçoit les demandes."
        : !IsAddress(Recipient) ? $"« {Recipient} » n’est pas une adresse e-mail : les demandes n’arriveraient à personne."
        : recipientIsUnreachable ? $"Les messages envoyés à {Recipient} reviennent : les demandes n’arriveraient à personne. Corrigez l’adresse."
        : null;

    public void Reopen()
    {
        if (State != FormState.Closed)
        {
            throw new InvalidOperationException("Only a closed procedure is reopened.");
        }

        State = FormState.Open;
        Version++;
    }

    private void Change(IReadOnlyList<Question> questions)
    {
        Questions = questions;
        HasUnpublishedChanges = true;
        Version++;
    }
}

/// <summary>The life of a procedure. Stored by name.</summary>
internal enum FormState
{
    /// <summary>Never published: residents do not know it.</summary>
    Draft,
    Open,

    /// <summary>Its address answers with closing words.</summary>
    Closed,
}

/// <summary>A question and the place it had, from 0.</summary>
internal sealed record RemovedQuestion(Question Question, int Place);
