using Saas.Modules.Forms.Answering.Fields;
using Saas.Modules.Forms.Model;
using Saas.Shell.Web;

namespace Saas.Modules.Forms.Composing;

/// <summary>Conditions as sentences: what staff read and what a resident without script follows.</summary>
internal static class ConditionWords
{
    /// <summary>« Si « Vous habitez la commune » est « non » : masquer ».</summary>
    public static string Sentence(Condition condition, IReadOnlyList<Question> questions) =>
        $"Si {Clauses(condition, questions)} : {(condition.Hides ? "masquer" : "afficher")}";

    /// <summary>« À remplir si « Vous habitez la commune » est « oui ». »</summary>
    public static string ForResidents(Question question, IReadOnlyList<Question> questions) =>
        $"{(question.Asked.Asks ? "À remplir" : "Vous concerne")} {(question.When!.Hides ? "sauf si" : "si")} {Clauses(question.When, questions)}.";

    /// <summary>The tests one can make of an answer to this question, with the words that follow its title; the value to be added where there is none yet.</summary>
    public static IEnumerable<(Clause Clause, string Words)> TestsOf(Question question)
    {
        if (question.Asked.Compares == Comparison.Options)
        {
            foreach (var test in new[] { Test.Is, Test.IsNot })
            {
                foreach (var option in question.Asked.OptionsOf(question))
                {
                    var clause = new Clause(question.Id, test, option);
                    yield return (clause, Predicate(question, clause));
                }
            }
        }
        else if (question.Asked.Compares != Comparison.None)
        {
            foreach (var test in new[] { Test.Less, Test.AtMost, Test.Is, Test.AtLeast, Test.More })
            {
                yield return (new Clause(question.Id, test), Predicate(question, new Clause(question.Id, test, "…")));
            }
        }

        foreach (var test in new[] { Test.Answered, Test.Unanswered })
        {
            yield return (new Clause(question.Id, test), Predicate(question, new Clause(question.Id, test)));
        }
    }

    private static string Clauses(Condition condition, IReadOnlyList<Question> questions) =>
        string.Join(condition.Any ? " ou " : " et ", condition.Clauses.Select(clause =>
            questions.FirstOrDefault(question => question.Id == clause.QuestionId) is { } question
                ? $"« {question.Label} » {Predicate(question, clause)}"
                : "une question retirée a la bonne réponse"));

    private static string Predicate(Question question, Clause clause) => (clause.Test, question.Asked.Compares) switch
    {
        (Test.Answered, _) => question.Asked.TakesFiles ? "a un fichier" : "a une réponse",
        (Test.Unanswered, _) => question.Asked.TakesFiles ? "est sans fichier" : "est sans réponse",
        (Test.Is, Comparison.Options) => $"{(question.Asked is SeveralChoicesField ? "comprend" : "est")} « {clause.Value} »",
        (Test.IsNot, Comparison.Options) => $"{(question.Asked is SeveralChoicesField ? "ne comprend pas" : "n’est pas")} « {clause.Value} »",
        (var test, Comparison.Days) when DateField.Age(clause.Value) is not null => $"{Since(test)} {clause.Value}",
        (var test, Comparison.Days) => Around(test, Day(clause.Value)),
        (Test.Is, _) => $"est {clause.Value}",
        (Test.IsNot, _) => $"n’est pas {clause.Value}",
        (Test.Less, _) => $"est moins de {clause.Value}",
        (Test.AtMost, _) => $"est au plus {clause.Value}",
        (Test.AtLeast, _) => $"est au moins {clause.Value}",
        _ => $"est plus de {clause.Value}",
    };

    private static string Around(Test test, string day) => test switch
    {
        Test.Is => $"est {day}",
        Test.IsNot => $"n’est pas {day}",
        Test.Less => $"est avant {day}",
        Test.AtMost => $"est {day} ou avant",
        Test.AtLeast => $"est {day} ou après",
        _ => $"est après {day}",
    };

    /// <summary>Born before that day is older.</summary>
    private static string Since(Test test) => test switch
    {
        Test.Is => "remonte à exactement",
        Test.IsNot => "ne remonte pas à exactement",
        Test.Less => "remonte à plus de",
        Test.AtMost => "remonte à au moins",
        Test.AtLeast => "remonte à au plus",
        _ => "remonte à moins de",
    };

    private static string Day(string value) => DateField.Read(value) is { } day ? $"le {French.ShortDay(day)}" : value;
}
