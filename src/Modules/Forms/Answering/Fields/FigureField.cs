using System.Globalization;
using Saas.Modules.Forms.Composing;
using Saas.Modules.Forms.Model;
using Saas.Shell.Web;

namespace Saas.Modules.Forms.Answering.Fields;

/// <summary>What numbers and amounts share: a least and a greatest value.</summary>
internal abstract class FigureField : Field
{
    public const string Least = "Least";

    public const string Most = "Most";

    public override FieldGroup Group => FieldGroup.Figures;

    public override Comparison Compares => Comparison.Figures;

    public override IReadOnlyList<string> Settings => [Least, Most];

    /// <summary>« 1 250,50 » as people and phones write it; null when it is no figure.</summary>
    public static decimal? Read(string text)
    {
        var compact = new string([.. text.Where(letter => !char.IsWhiteSpace(letter) && letter != '€')]).Replace(',', '.');
        return compact.Length <= 15 && decimal.TryParse(compact, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var figure) ? figure : null;
    }

    public override decimal? Measure(string text, DateOnly today) => Read(text);

    public override IEnumerable<(string Control, string Sentence)> RefuseSettings(QuestionInput input)
    {
        foreach (var name in new[] { Least, Most }.Where(name => input.Setting(name).Length > 0 && Read(input.Setting(name)) is null))
        {
            yield return (QuestionInput.Control(name), $"« {input.Setting(name)} » n’est pas un nombre.");
        }

        if (Read(input.Setting(Least)) > Read(input.Setting(Most)))
        {
            yield return (QuestionInput.Control(Most), "Le maximum est plus petit que le minimum : personne ne pourrait répondre.");
        }
    }

    public override string? Refuse(Question question, string answer, DateOnly today)
    {
        if (Read(answer) is not { } figure || !IsWellFormed(question, figure))
        {
            return $"« {answer} » n’est pas {Expected(question)}.";
        }

        return figure < Read(question.Setting(Least)) ? $"« {question.Label} » : {Write(Read(question.Setting(Least))!.Value)} au moins, vous avez écrit {Write(figure)}."
            : figure > Read(question.Setting(Most)) ? $"« {question.Label} » : {Write(Read(question.Setting(Most))!.Value)} au plus, vous avez écrit {Write(figure)}."
            : null;
    }

    public override string Show(Question question, string answer) => Read(answer) is { } figure ? Write(figure) : answer;

    /// <summary>« Entre 1 et 10. », said before it is typed.</summary>
    public string Limits(Question question) => (Read(question.Setting(Least)), Read(question.Setting(Most))) switch
    {
        ({ } least, { } most) => $"Entre {Write(least)} et {Write(most)}.",
        ({ } least, null) => $"{Write(least)} au moins.",
        (null, { } most) => $"{Write(most)} au plus.",
        _ => "",
    };

    protected abstract bool IsWellFormed(Question question, decimal figure);

    /// <summary>« un nombre. Écrivez… ».</summary>
    protected abstract string Expected(Question question);

    protected virtual string Write(decimal figure) => figure.ToString("#,0.######", French.Culture);
}
