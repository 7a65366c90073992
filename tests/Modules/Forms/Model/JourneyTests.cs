using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Saas.Modules.Forms.Answering;
using Saas.Modules.Forms.Model;

namespace Saas.Modules.Forms.Tests.Model;

public sealed class JourneyTests
{
    private static readonly Question Resident = new() { Id = "habitant", Label = "Vous habitez la commune", Kind = "YesNo", Required = true };

    private static readonly Question Age = new() { Id = "naissance", Label = "Date de naissance", Kind = "Date" };

    private static readonly Question Guests = new() { Id = "invites", Label = "Nombre d’invités", Kind = "Number" };

    [Theory]
    [InlineData("Oui", true)]
    [InlineData("Non", false)]
    [InlineData("", false)]
    public void A_question_is_met_when_its_condition_holds(string answer, bool met) =>
        Assert.Equal(met, Met(Rate(If(new Clause("habitant", Test.Is, "Oui"))), ("habitant", answer)));

    [Fact]
    public void A_question_is_hidden_when_its_condition_holds() =>
        Assert.False(Met(Rate(If(new Clause("habitant", Test.Is, "Non")) with { Hides = true }), ("habitant", "Non")));

    [Theory]
    [InlineData("Less", "50", "49", true)]
    [InlineData("Less", "50", "50", false)]
    [InlineData("AtMost", "50", "50", true)]
    [InlineData("AtLeast", "50", "50", true)]
    [InlineData("More", "50", "50,5", true)]
    [InlineData("More", "50", "beaucoup", false)]
    public void Numbers_are_compared_as_numbers(string test, string limit, string answer, bool met) =>
        Assert.Equal(met, Met(Rate(If(new Clause("invites", Enum.Parse<Test>(test), limit))), ("invites", answer)));

    [Theory]
    [InlineData("More", "18 ans", "23/11/2008", false)]
    [InlineData("More", "18 ans", "24/11/2008", true)]
    [InlineData("Less", "aujourd’hui", "22 novembre 2026", true)]
    [InlineData("AtLeast", "01/01/2027", "31/12/2026", false)]
    public void Days_are_compared_as_days_with_today_and_with_an_age(string test, string limit, string answer, bool met) =>
        Assert.Equal(met, Met(Rate(If(new Clause("naissance", Enum.Parse<Test>(test), limit))), ("naissance", answer)));

    [Fact]
    public void A_hidden_section_hides_its_questions_and_no_others()
    {
        Question[] form = [Resident, Element("titre", "Section", If(new Clause("habitant", Test.Is, "Oui"))), Guests, Element("suite", "Section"), Age];

        var journey = Of(form, ("habitant", "Non"));

        Assert.Equal(["habitant", "suite", "naissance"], form.Where(journey.Meets).Select(question => question.Id));
    }

    [Fact]
    public void A_hidden_step_is_passed_over()
    {
        Question[] form = [Element("un", "Step"), Resident, Element("deux", "Step", If(new Clause("habitant", Test.Is, "Oui"))), Guests, Element("trois", "Step"), Age];

        Assert.Equal([1, 3], Of(form, ("habitant", "Non")).MetSteps.Select(step => step.Number));
        Assert.Equal([1, 2, 3], Of(form, ("habitant", "Oui")).MetSteps.Select(step => step.Number));
    }

    [Fact]
    public void Nothing_follows_an_end_that_is_reached()
    {
        Question[] form = [Resident, Element("fin", "Exit", If(new Clause("habitant", Test.Is, "Non"))), Guests];

        Assert.Equal("fin", Of(form, ("habitant", "Non")).Exit?.Id);
        Assert.False(Of(form, ("habitant", "Non")).Meets(Guests));
        Assert.Null(Of(form, ("habitant", "Oui")).Exit);
    }

    [Fact]
    public void An_answer_to_a_hidden_question_shows_nothing()
    {
        Question[] form = [Resident, Guests with { When = If(new Clause("habitant", Test.Is, "Oui")) }, Rate(If(new Clause("invites", Test.AtLeast, "1")))];

        Assert.False(Of(form, ("habitant", "Non"), ("invites", "12")).Meets(form[2]));
    }

    [Property(MaxTest = 300)]
    public Property A_hidden_question_neither_blocks_nor_is_told() => Prop.ForAll(Forms(), form =>
    {
        var (questions, answers) = form;
        var edition = new Edition(Given.ADraft([.. questions]), DateTimeOffset.UtcNow);
        var sheet = new AnswerSheet(edition, answers, [], Given.Today);
        var hidden = questions.Where(question => !sheet.Journey.Meets(question)).ToList();

        var told = sheet.ToRequest(Guid.NewGuid(), edition.Form, looksLikeSpam: false, "").Answers;

        return hidden.TrueForAll(question => sheet.Refusals([]).All(refusal => refusal.Field != question.Field))
            && hidden.TrueForAll(question => told.All(answer => answer.Label != question.Label))
            && told.All(answer => hidden.TrueForAll(question => question.Kind != "ShortText" || answer.Value != answers.GetValueOrDefault(question.Id, "—")));
    });

    [Property(MaxTest = 300)]
    public Property What_is_typed_into_a_hidden_question_changes_nothing_else() => Prop.ForAll(Forms(), form =>
    {
        var (questions, answers) = form;
        var journey = new Journey(questions, question => answers.GetValueOrDefault(question.Id, ""), Given.Today);
        var without = answers.Where(answer => journey.Meets(questions.Single(question => question.Id == answer.Key))).ToDictionary();
        var again = new Journey(questions, question => without.GetValueOrDefault(question.Id, ""), Given.Today);

        return questions.TrueForAll(question => journey.Meets(question) == again.Meets(question));
    });

    /// <summary>Forms whose questions depend on each other in any way, and any answers; those in words are unlike all others.</summary>
    private static Arbitrary<(List<Question> Questions, Dictionary<string, string> Answers)> Forms() =>
        (from size in Gen.Choose(1, 8)
         from kinds in Gen.Elements("YesNo", "Number", "Date", "ShortText", "Section", "Step").ListOf(size)
         from conditions in Condition(size).ListOf(size)
         from required in Gen.Elements(true, false).ListOf(size)
         from answered in Gen.Choose(0, 3).ListOf(size)
         let questions = kinds.Select((kind, i) => new Question { Id = $"q{i}", Label = $"Question {i}", Kind = kind, Required = required[i], When = conditions[i] }).ToList()
         select (questions, questions.Where((_, i) => answered[i] > 0).ToDictionary(question => question.Id, question => Answer(question, answered[int.Parse(question.Id[1..], System.Globalization.CultureInfo.InvariantCulture)]))))
        .ToArbitrary();

    private static Gen<Condition?> Condition(int size) => Gen.Frequency(
        (1, Gen.Constant((Condition?)null)),
        (2, from any in Gen.Elements(true, false)
            from hides in Gen.Elements(true, false)
            from clauses in (from asked in Gen.Choose(0, size)
                             from test in Gen.Elements(Enum.GetValues<Test>())
                             from value in Gen.Elements("Oui", "1", "2", "01/01/2027", "aujourd’hui")
                             select new Clause($"q{asked}", test, value)).NonEmptyListOf()
            select (Condition?)new Condition { Any = any, Hides = hides, Clauses = [.. clauses.Take(3)] }));

    private static string Answer(Question question, int choice) => question.Kind switch
    {
        "YesNo" => choice == 1 ? "Oui" : "Non",
        "Number" => $"{choice}",
        "Date" => $"{choice}/1/2027",
        _ => $"texte {question.Id}",
    };

    private static Condition If(params Clause[] clauses) => new() { Clauses = clauses };

    private static Question Rate(Condition condition) => new() { Id = "tarif", Label = "Tarif résident", Kind = "ShortText", When = condition };

    private static Question Element(string id, string kind, Condition? when = null) => new() { Id = id, Label = id, Kind = kind, When = when };

    private static bool Met(Question question, params (string Id, string Answer)[] answers) => Of([Resident, Age, Guests, question], answers).Meets(question);

    private static Journey Of(Question[] form, params (string Id, string Answer)[] answers) =>
        new(form, question => answers.FirstOrDefault(answer => answer.Id == question.Id).Answer ?? "", Given.Today);
}
