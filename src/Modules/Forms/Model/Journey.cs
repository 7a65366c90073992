using Saas.Modules.Forms.Answering.Fields;

namespace Saas.Modules.Forms.Model;

/// <summary>
/// What a resident meets of a form, given the answers so far. Conditions look back: an answer counts once its question was met, so that
/// a hidden question can neither show another nor be told.
/// </summary>
internal sealed class Journey
{
    private readonly HashSet<string> _met = [];

    /// <param name="valueOf">The answer as typed; anything for a question that received files.</param>
    /// <param name="today">In the commune.</param>
    public Journey(IReadOnlyList<Question> questions, Func<Question, string> valueOf, DateOnly today)
    {
        Steps = StepsOf(questions);
        var answers = new Dictionary<string, (Question Question, string Value)>();
        var (inStep, inSection) = (true, true);
        foreach (var question in questions.TakeWhile(_ => Exit is null))
        {
            var own = question.When is not { } condition || condition.Hides != Holds(condition, answers, today);
            (inStep, inSection) = question.Asked switch
            {
                StepField => (own, true),
                SectionField => (inStep, own),
                _ => (inStep, inSection),
            };
            if (!inStep || !inSection || !own)
            {
                continue;
            }

            _met.Add(question.Id);
            answers[question.Id] = (question, valueOf(question));
            Exit = question.Asked is ExitField ? question : null;
        }
    }

    /// <summary>Every step, met or not; a form without steps has one.</summary>
    public IReadOnlyList<Step> Steps { get; }

    /// <summary>The end that was reached: nothing follows, and nothing can be sent.</summary>
    public Question? Exit { get; private set; }

    public IReadOnlyList<Step> MetSteps => [.. Steps.Where(step => step.Questions.Any(Meets) && (step.Title is null || Meets(step.Title)))];

    public bool Meets(Question question) => _met.Contains(question.Id);

    /// <summary>The condition as staff wrote it, with what it refers to being there.</summary>
    public static bool Holds(Clause clause, Question asked, string value, DateOnly today) => (value.Length > 0, clause.Test) switch
    {
        (false, var test) => test == Test.Unanswered,
        (_, Test.Answered) => true,
        (_, Test.Unanswered) => false,
        (_, Test.Is) when asked.Asked.Compares == Comparison.Options => asked.Asked.Says(value, clause.Value),
        (_, Test.IsNot) when asked.Asked.Compares == Comparison.Options => !asked.Asked.Says(value, clause.Value),
        _ => (asked.Asked.Measure(value, today), asked.Asked.Measure(clause.Value, today)) is ({ } answered, { } limit) && Compare(clause.Test, answered, limit),
    };

    private static bool Holds(Condition condition, Dictionary<string, (Question Question, string Value)> answers, DateOnly today)
    {
        bool IsTrue(Clause clause) => answers.TryGetValue(clause.QuestionId, out var answer)
            ? Holds(clause, answer.Question, answer.Value, today)
            : clause.Test == Test.Unanswered;

        return condition.Any ? condition.Clauses.Any(IsTrue) : condition.Clauses.All(IsTrue);
    }

    private static bool Compare(Test test, decimal answered, decimal limit) => test switch
    {
        Test.Is => answered == limit,
        Test.IsNot => answered != limit,
        Test.Less => answered < limit,
        Test.AtMost => answered <= limit,
        Test.AtLeast => answered >= limit,
        _ => answered > limit,
    };

    private static List<Step> StepsOf(IReadOnlyList<Question> questions)
    {
        var steps = new List<Step>();
        foreach (var question in questions)
        {
            if (question.Asked is StepField)
            {
                steps.Add(new Step(steps.Count + 1, question, []));
                continue;
            }

            if (steps.Count == 0)
            {
                steps.Add(new Step(1, null, []));
            }

            steps[^1].Questions.Add(question);
        }

        return steps;
    }
}

/// <summary>One page of a form.</summary>
/// <param name="Number">From 1, over all steps.</param>
/// <param name="Title">The element that opens it; null for what stands before the first.</param>
internal sealed record Step(int Number, Question? Title, List<Question> Questions);
