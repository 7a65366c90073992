using Saas.Modules.Forms.Model;

namespace Saas.Modules.Forms.Tests.Model;

public sealed class ConditionCheckTests
{
    private static readonly Question Resident = new() { Id = "habitant", Label = "Vous habitez la commune", Kind = "YesNo" };

    private static readonly Question Guests = new() { Id = "invites", Label = "Nombre d’invités", Kind = "Number" };

    [Fact]
    public void A_sound_form_has_no_problem() => Assert.Empty(Problems(
        Resident,
        Guests with { When = If(new Clause("habitant", Test.Is, "Oui")) },
        Text("salle", new Clause("habitant", Test.Is, "Oui"), new Clause("invites", Test.AtLeast, "50"))));

    [Fact]
    public void Two_questions_that_depend_on_each_other_are_named() =>
        Assert.Contains("dépendent l’une de l’autre", Assert.Single(Problems(
            Text("a", new Clause("b", Test.Answered)),
            Text("b", new Clause("a", Test.Answered)))[..1]), StringComparison.Ordinal);

    [Fact]
    public void A_question_that_depends_on_a_later_one_says_what_to_move() =>
        Assert.Contains("Placez", Problems(Text("a", new Clause("habitant", Test.Is, "Oui")), Resident)[0], StringComparison.Ordinal);

    [Fact]
    public void A_question_that_depends_on_itself_is_named() =>
        Assert.Contains("sa propre réponse", Problems(Text("a", new Clause("a", Test.Answered)))[0], StringComparison.Ordinal);

    [Fact]
    public void A_condition_on_a_question_that_is_gone_or_an_answer_no_longer_proposed_is_said()
    {
        Assert.Contains("a été retirée", Problems(Text("a", new Clause("partie", Test.Answered)))[0], StringComparison.Ordinal);
        Assert.Contains("ne propose plus", Problems(Resident, Text("a", new Clause("habitant", Test.Is, "Peut-être")))[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Contradictions_are_found_among_answers_numbers_and_sections()
    {
        Assert.Contains("ne s’affiche jamais", Assert.Single(Problems(Resident, Text("a", new Clause("habitant", Test.Is, "Oui"), new Clause("habitant", Test.Is, "Non")))), StringComparison.Ordinal);
        Assert.Contains("ne s’affiche jamais", Assert.Single(Problems(Guests, Text("a", new Clause("invites", Test.Less, "10"), new Clause("invites", Test.More, "20")))), StringComparison.Ordinal);
        Assert.Single(Problems(
            Resident,
            new Question { Id = "s", Label = "Section", Kind = "Section", When = If(new Clause("habitant", Test.Is, "Oui")) },
            Text("a", new Clause("habitant", Test.Is, "Non"))));
    }

    [Fact]
    public void An_unreachable_step_and_an_empty_one_are_named()
    {
        var problems = Problems(
            Resident,
            new Question { Id = "fin", Label = "Fin", Kind = "Exit", When = If(new Clause("habitant", Test.Answered)) },
            new Question { Id = "e1", Label = "Votre projet", Kind = "Step", When = If(new Clause("habitant", Test.Is, "Oui")) },
            Guests,
            new Question { Id = "e2", Label = "Pièces", Kind = "Step" });

        Assert.Contains(problems, problem => problem.Contains("« Votre projet » n’est jamais atteinte", StringComparison.Ordinal));
        Assert.Contains(problems, problem => problem.Contains("« Pièces » est vide", StringComparison.Ordinal));
    }

    private static Condition If(params Clause[] clauses) => new() { Clauses = clauses };

    private static Question Text(string id, params Clause[] clauses) => new() { Id = id, Label = $"Question {id}", Kind = "ShortText", When = If(clauses) };

    private static List<string> Problems(params Question[] questions) => [.. new ConditionCheck(questions, Given.Today).Problems().Select(problem => problem.Replace('\u00a0', ' '))];
}
