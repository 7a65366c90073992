using Saas.Modules.Forms.Model;

namespace Saas.Modules.Forms.Composing;

/// <summary>When an element is met, as typed by staff.</summary>
internal sealed class ConditionInput
{
    public const int MostClauses = 3;

    public ConditionMode Mode { get; set; }

    public bool Any { get; set; }

    public List<ClauseInput> Clauses { get; set; } = [];

    public static ConditionInput Of(Condition? condition) => condition is null ? new() : new()
    {
        Mode = condition.Hides ? ConditionMode.Unless : ConditionMode.If,
        Any = condition.Any,
        Clauses = [.. condition.Clauses.Select(ClauseInput.Of)],
    };

    /// <summary>Null always shows.</summary>
    public Condition? ToCondition() => Mode == ConditionMode.Always || Chosen.Count == 0 ? null : new()
    {
        Hides = Mode == ConditionMode.Unless,
        Any = Any && Chosen.Count > 1,
        Clauses = [.. Chosen.Select(clause => clause.ToClause()!)],
    };

    /// <param name="earlier">What a condition may ask about.</param>
    public IEnumerable<(string Control, string Sentence)> Refusals(IReadOnlyList<Question> earlier)
    {
        if (Mode == ConditionMode.Always)
        {
            yield break;
        }

        if (Chosen.Count == 0)
        {
            yield return ("Condition.Clauses[0].Choice", "Choisissez la réponse dont cela dépend, ou « Toujours ».");
        }

        for (var i = 0; i < Clauses.Count; i++)
        {
            if (Clauses[i].ToClause() is { } clause && earlier.FirstOrDefault(question => question.Id == clause.QuestionId) is { } asked && asked.Asked.RefuseClause(asked, clause) is { } refusal)
            {
                yield return ($"Condition.Clauses[{i}].Value", char.ToUpperInvariant(refusal[0]) + refusal[1..]);
            }
        }
    }

    private List<ClauseInput> Chosen => [.. Clauses.Where(clause => clause.ToClause() is not null)];
}

/// <summary>One line: a question with a test of its answer, and the value for the tests that need one.</summary>
internal sealed class ClauseInput
{
    private const char Between = '|';

    /// <summary><c>id|Is|Oui</c>; empty for none.</summary>
    public string? Choice { get; set; }

    public string? Value { get; set; }

    public static string ChoiceOf(Clause clause) => string.Join(Between, clause.QuestionId, clause.Test, clause.Value);

    public static ClauseInput Of(Clause clause) => clause.Test is Test.Is or Test.IsNot
        ? new() { Choice = ChoiceOf(clause), Value = clause.Value }
        : new() { Choice = ChoiceOf(clause with { Value = "" }), Value = clause.Value };

    public Clause? ToClause() => (Choice ?? "").Split(Between, 3) is [{ Length: > 0 } id, var test, var option] && Enum.TryParse<Test>(test, out var known)
        ? new Clause(id, known, known is Test.Answered or Test.Unanswered ? "" : option.Length > 0 ? option : (Value ?? "").Trim())
        : null;
}

internal enum ConditionMode
{
    Always,
    If,
    Unless,
}
