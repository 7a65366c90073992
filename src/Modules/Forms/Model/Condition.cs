namespace Saas.Modules.Forms.Model;

/// <summary>When an element of a form is met: « Si « Vous habitez la commune » est « non » ».</summary>
internal sealed record Condition
{
    public required IReadOnlyList<Clause> Clauses { get; init; }

    /// <summary>One clause is enough; otherwise all must hold.</summary>
    public bool Any { get; init; }

    /// <summary>The element is hidden when the clauses hold, instead of shown.</summary>
    public bool Hides { get; init; }

    public bool Equals(Condition? other) =>
        other is not null && Any == other.Any && Hides == other.Hides && Clauses.SequenceEqual(other.Clauses);

    public override int GetHashCode() => HashCode.Combine(Any, Hides, Clauses.Count);
}

/// <summary>What one answer is compared with.</summary>
/// <param name="Value">A proposed answer, a number, a day, « aujourd’hui » or an age such as « 18 ans »; empty where the test needs none.</param>
internal sealed record Clause(string QuestionId, Test Test, string Value = "");

/// <summary>Stored by name. Nothing but <see cref="Unanswered"/> holds of a question without answer.</summary>
internal enum Test
{
    Is,
    IsNot,
    Less,
    AtMost,
    AtLeast,
    More,
    Answered,
    Unanswered,
}
