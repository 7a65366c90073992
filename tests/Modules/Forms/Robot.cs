using AngleSharp.Html.Dom;
using Saas.Modules.Forms.Model;

namespace Saas.Modules.Forms.Tests;

/// <summary>A resident who answers whatever is asked, step after step, with something that fits.</summary>
internal sealed class Robot(Browser browser, Form form)
{
    private const int MostPages = 12;

    private readonly Dictionary<string, string> _answers = [];

    public IEnumerable<Question> Answered => form.Questions.Where(question => _answers.ContainsKey(question.Id));

    public async Task<IHtmlDocument> FileAsync()
    {
        var address = $"/demarches/{form.Slug}";
        for (var pages = 0; pages < MostPages; pages++)
        {
            var page = await browser.OpenAsync(address);
            var sending = page.QuerySelectorAll("main button").Any(button => button.TextContent.Trim() == "Envoyer ma demande");
            var (fields, files) = FillIn(page);
            using var answer = await browser.SubmitAsync(page, address, sending ? "Envoyer ma demande" : "Continuer", fields, files);
            if (answer.Headers.Location is not { } next)
            {
                var refused = await Browser.ReadAsync(answer);
                throw new InvalidOperationException($"{address}: {refused.QuerySelector(".error-summary")?.TextContent}");
            }

            address = next.ToString().Split('#')[0];
            if (address.StartsWith("/demandes/", StringComparison.Ordinal))
            {
                return await browser.OpenAsync(address);
            }
        }

        throw new InvalidOperationException($"No end in sight: {address}");
    }

    private (List<(string, string)> Fields, List<SentFile> Files) FillIn(IHtmlDocument page)
    {
        var (fields, files) = (new List<(string, string)>(), new List<SentFile>());
        foreach (var question in form.Questions.Where(question => question.Asked.Asks && page.GetElementById(question.Field) is not null))
        {
            if (!new Journey(form.Questions, q => _answers.GetValueOrDefault(q.Id, ""), DateOnly.FromDateTime(DateTime.Today)).Meets(question))
            {
                continue;
            }

            if (question is { Required: false } && question.Asked.TakesFiles && !question.Accepts.Contains(FileFamily.Pdf))
            {
                continue;
            }

            _answers[question.Id] = Answer(question);
            if (question.Asked.TakesFiles)
            {
                files.Add(new SentFile(question.Field, $"{question.Id}.pdf", Given.Pdf(question.Id)));
            }
            else if (question.Kind == "Address")
            {
                ((IHtmlInputElement)page.GetElementById(question.Field)!).Value = "12 rue des Écoles";
                ((IHtmlInputElement)page.GetElementById($"{question.Field}-3")!).Value = "Claret";
            }
            else
            {
                fields.Add((question.Field, _answers[question.Id]));
            }
        }

        return (fields, files);
    }

    private static string Answer(Question question) => question.Kind switch
    {
        "Choice" or "SeveralChoices" => question.Options[0],
        "YesNo" or "Consent" => "Oui",
        "Number" or "Amount" => question.Setting("Least") is { Length: > 0 } least ? least : "3",
        "Date" => question.Setting("When") == "past" ? "12/03/2019" : "01/09/2060",
        "Time" => "14 h 30",
        "Email" => "lea@exemple.fr",
        "Telephone" => "06 12 34 56 78",
        "Commune" => "Claret (34270)",
        "CompanyNumber" => "W343012345",
        "Iban" => "FR14 2004 1010 0505 0001 3M02 606",
        _ => "Léa Martin",
    };
}
