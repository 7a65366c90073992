using Saas.Contracts.Requests;
using Saas.Modules.Forms.Answering.Fields;
using Saas.Modules.Forms.Model;

namespace Saas.Modules.Forms.Composing;

/// <summary>States and differences of forms in the words of the screen.</summary>
internal static class Wording
{
    public static string State(FormState state, bool hasUnpublishedChanges) => (state, hasUnpublishedChanges) switch
    {
        (FormState.Draft, _) => "Brouillon",
        (FormState.Open, false) => "Ouverte",
        (FormState.Open, true) => "Ouverte, modifications non publiées",
        _ => "Fermée",
    };

    public static string Badge(FormState state, bool hasUnpublishedChanges) => (state, hasUnpublishedChanges) switch
    {
        (FormState.Open, false) => "badge badge--success",
        (FormState.Open, true) => "badge badge--warning",
        _ => "badge",
    };

    /// <summary>« Choix · facultatif ».</summary>
    public static string Describe(Question question) =>
        question.Asked.Asks ? $"{question.Asked.Title} · {(question.Required ? "obligatoire" : "facultatif")}" : question.Asked.Title;

    /// <summary>How its card stands out in the list.</summary>
    public static string Card(Question question) => question.Asked switch
    {
        StepField => " question-card--step",
        SectionField => " question-card--title",
        { Asks: false } => " question-card--text",
        _ => "",
    };

    /// <summary>« acceptation après 2 mois ».</summary>
    public static string Silence(ProcedureTerms terms) => terms.Silence switch
    {
        Contracts.Requests.Silence.Acceptance => $"acceptation après {terms.Months} mois",
        Contracts.Requests.Silence.Rejection => $"refus après {terms.Months} mois",
        _ => "sans effet",
    };

    /// <summary>What residents will see change, one sentence each.</summary>
    public static IReadOnlyList<string> Changes(Form form, Edition? latest)
    {
        if (latest is null)
        {
            return ["La démarche sera ouverte aux habitants pour la première fois."];
        }

        var changes = new List<string>();
        if (form.Title != latest.Title)
        {
            changes.Add($"Le titre devient « {form.Title} ».");
        }

        if (form.Summary != latest.Summary)
        {
            changes.Add("Le résumé change.");
        }

        if (form.Introduction != latest.Introduction)
        {
            changes.Add("L’introduction change.");
        }

        if (form.Terms != latest.Terms)
        {
            changes.Add(Silence(form.Terms) == Silence(latest.Terms)
                ? "Les règles changent : texte applicable, service ou conservation."
                : $"Les règles changent. Silence de l’administration : {Silence(form.Terms)}.");
        }

        var before = latest.Questions.ToDictionary(question => question.Id);
        var after = form.Questions.ToDictionary(question => question.Id);
        changes.AddRange(form.Questions.Where(question => !before.ContainsKey(question.Id)).Select(question => $"Nouvelle question : « {question.Label} »."));
        changes.AddRange(latest.Questions.Where(question => !after.ContainsKey(question.Id)).Select(question => $"Question retirée : « {question.Label} »."));
        changes.AddRange(form.Questions.Where(question => before.TryGetValue(question.Id, out var old) && !old.ReadsLike(question)).Select(question => $"Question modifiée : « {question.Label} »."));
        if (!form.Questions.Where(question => before.ContainsKey(question.Id)).Select(question => question.Id)
            .SequenceEqual(latest.Questions.Where(question => after.ContainsKey(question.Id)).Select(question => question.Id)))
        {
            changes.Add("L’ordre des questions change.");
        }

        return changes;
    }
}
