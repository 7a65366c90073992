using System.Globalization;
using Saas.Modules.Forms.Answering.Fields;

namespace Saas.Modules.Forms.Model;

/// <summary>
/// What is wrong with the conditions of a form, found while it is composed: what refers to nothing, to itself or to what comes later, and
/// what no answers whatsoever would show. Answers are tried out, each question's proposed ones or those around the limits it is compared with.
/// </summary>
internal sealed class ConditionCheck(IReadOnlyList<Question> questions, DateOnly today)
{
    /// <summary>Beyond, a form is too entangled to be tried out in whole, and is believed.</summary>
    private const int MostTrials = 4_096;

    private readonly Dictionary<string, Question> _byId = questions.ToDictionary(question => question.Id);

    public IEnumerable<string> Problems()
    {
        foreach (var question in questions.Where(question => question.When is not null))
        {
            foreach (var problem in question.When!.Clauses.Select(clause => Problem(question, clause)).OfType<string>().Distinct())
            {
                yield return problem;
            }
        }

        foreach (var question in NeverMet())
        {
            yield return question.Asked is StepField
                ? $"L’étape « {question.Label} » n’est jamais atteinte : ses conditions se contredisent."
                : $"« {question.Label} » ne s’affiche jamais, quelles que soient les réponses : ses conditions se contredisent.";
        }

        foreach (var step in new Journey(questions, _ => "", today).Steps.Where(step => step.Questions.Count == 0))
        {
            yield return $"L’étape « {step.Title!.Label} » est vide : ajoutez-y une question, ou retirez-la.";
        }
    }

    private string? Problem(Question question, Clause clause)
    {
        if (!_byId.TryGetValue(clause.QuestionId, out var asked))
        {
            return $"« {question.Label} » dépend d’une question qui a été retirée. Modifiez sa condition.";
        }

        if (asked == question)
        {
            return $"« {question.Label} » dépend de sa propre réponse. Modifiez sa condition.";
        }

        if (PlaceOf(asked) > PlaceOf(question))
        {
            return DependsOn(asked, question)
                ? $"« {question.Label} » et « {asked.Label} » dépendent l’une de l’autre : aucune des deux ne s’afficherait."
                : $"« {question.Label} » dépend de « {asked.Label} », posée après elle. Placez « {asked.Label} » avant.";
        }

        return asked.Asked.RefuseClause(asked, clause) is { } refusal ? $"« {question.Label} » : {refusal}" : null;
    }

    private bool DependsOn(Question question, Question other)
    {
        var seen = new HashSet<string>();
        var open = new Stack<Question>([question]);
        while (open.TryPop(out var next))
        {
            foreach (var id in (next.When?.Clauses ?? []).Select(clause => clause.QuestionId).Where(seen.Add))
            {
                if (id == other.Id)
                {
                    return true;
                }

                if (_byId.TryGetValue(id, out var further))
                {
                    open.Push(further);
                }
            }
        }

        return false;
    }

    private IEnumerable<Question> NeverMet()
    {
        var deciding = questions.SelectMany(question => question.When?.Clauses ?? []).Select(clause => clause.QuestionId).Distinct()
            .Select(id => _byId.GetValueOrDefault(id)).OfType<Question>()
            .Select(question => (question.Id, Answers: TrialsOf(question)))
            .ToList();
        var trials = deciding.Aggregate(1L, (product, question) => Math.Min(product * question.Answers.Count, long.MaxValue / 1_000));
        if (deciding.Count == 0 || trials > MostTrials)
        {
            return [];
        }

        var met = new HashSet<string>();
        for (var trial = 0; trial < trials && met.Count < questions.Count; trial++)
        {
            var rest = trial;
            var answers = new Dictionary<string, string>();
            foreach (var (id, choices) in deciding)
            {
                answers[id] = choices[rest % choices.Count];
                rest /= choices.Count;
            }

            var journey = new Journey(questions, question => answers.GetValueOrDefault(question.Id, ""), today);
            met.UnionWith(questions.Where(journey.Meets).Select(question => question.Id));
        }

        // Within a step or section that is never met, that one alone is named.
        return questions.Where(question => !met.Contains(question.Id) && question.When is not null);
    }

    private List<string> TrialsOf(Question question)
    {
        var limits = questions.SelectMany(other => other.When?.Clauses ?? []).Where(clause => clause.QuestionId == question.Id && clause.Value.Length > 0);
        IEnumerable<string> answers = question.Asked.Compares switch
        {
            Comparison.Options => question.Asked.OptionsOf(question),
            Comparison.None => ["x"],
            _ => limits.Select(clause => question.Asked.Measure(clause.Value, today)).OfType<decimal>().Distinct()
                .SelectMany(limit => new[] { limit - 1, limit, limit + 1 })
                .Select(measure => question.Asked.Compares == Comparison.Days && measure is > 0 and < 1_000_000
                    ? DateOnly.FromDayNumber((int)measure).ToString("dd/MM/yyyy", CultureInfo.InvariantCulture)
                    : measure.ToString(CultureInfo.InvariantCulture)),
        };
        return [.. answers.Distinct(), ""];
    }

    private int PlaceOf(Question question) => questions.TakeWhile(other => other.Id != question.Id).Count();
}
