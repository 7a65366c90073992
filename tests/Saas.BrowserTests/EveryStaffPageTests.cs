using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Mail;

namespace Saas.BrowserTests;

/// <summary>Every page of the back office. A class of its own, for these long walks to go side by side.</summary>
public sealed class EveryStaffPageTests(LiveHost live) : IClassFixture<LiveHost>
{
    [Fact]
    public async Task The_secretary_meets_no_barrier_on_any_page()
    {
        var pages = await PageTable.ReadAsync(live.Services);
        var draft = await live.Communes.ADraftProcedureAsync(SaasHost.Matelles, "Démarche en brouillon");
        var open = await live.Communes.AnOpenProcedureAsync(SaasHost.Matelles, "Démarche ouverte");
        var closed = await live.Communes.AClosedProcedureAsync(SaasHost.Matelles, "Démarche fermée");
        await live.Communes.APieceOfNewsAsync(SaasHost.Matelles, "Une actualité");
        var page = await live.Communes.APageAsync(SaasHost.Matelles, "Une page");
        var happening = await live.Communes.AnEventAsync(SaasHost.Matelles, "Un marché");
        var alert = await live.Communes.AnAlertAsync(SaasHost.Matelles, "Route barrée jusqu’à ce soir", "Urgence");
        var inRubrics = await live.Communes.FullRubricsAsync(SaasHost.Matelles);
        await live.Communes.AChangedAndSharedTextAsync(SaasHost.Matelles, page);
        await live.Communes.AReplyTemplateAsync(SaasHost.Matelles, "Un modèle de réponse");
        await live.Communes.ALabelAndAFilterAsync(SaasHost.Matelles, "Urgent");
        var thrown = await live.Communes.AThrownPageAsync(SaasHost.Matelles, "Une page jetée");
        var media = await live.Communes.AMediaAsync(SaasHost.Matelles, "Règlement de la cantine.pdf");
        var picture = await live.Communes.APictureAsync(SaasHost.Matelles, "La place.png");
        await using var resident = await live.VisitAsync(SaasHost.Matelles);
        var waiting = await resident.FileAsync(open, "Ana Roux");
        await resident.WriteToTownHallAsync(waiting, "Un oubli.");
        var answered = await live.AFiledRequestAsync(SaasHost.Matelles, open, "Bao Petit");
        var another = await live.AFiledRequestAsync(SaasHost.Matelles, open, "Chloé Blanc");
        var unwanted = await live.AFiledRequestAsync(SaasHost.Matelles, open, "Robot", unwanted: true);
        await using var secretary = await live.VisitAsync(SaasHost.Matelles, Role.Administrator);
        var toAnswer = await secretary.FindRequestAsync(waiting);
        var toReopen = await secretary.FindRequestAsync(answered);
        var toRelease = await secretary.FindRequestAsync(unwanted, among: "indesirables");
        await secretary.CloseRequestAsync(toReopen);
        var several = $"/gestion/demandes/ensemble?acte=Write&demande={(await secretary.FindRequestAsync(another)).Split('/')[^1]}";
        var told = await secretary.WriteToSeveralAsync(several);
        var (colleague, member) = await ProtectedColleagueAsync();
        await using var _ = colleague;
        var own = new Walk(colleague, pages);
        var (department, invitation, refused) = await SomethingToManageAsync();
        await Assistance.AllowAsync(live.Communes, SaasHost.Matelles, mayAct: true);
        var walk = new Walk(secretary, pages);

        await own.GoAsync(["/gestion/mon-compte/codes-de-secours", "/gestion/changer-de-commune"], page => false);
        await walk.GoAsync(
            [
                "/gestion", "/gestion/bien-demarrer", "/gestion/recherche?q=Ana", "/gestion/recherche?q=zzzz",
                $"/gestion/equipe/{member}", $"/gestion/equipe/{member}/double-authentification", $"/gestion/equipe/{member}/retirer",
                $"/gestion/equipe/services/{department}", $"/gestion/equipe/invitations/{invitation}/renvoyer", $"/gestion/equipe/invitations/{invitation}/annuler",
                $"/gestion/courriels/{refused}", $"/gestion/courriels/{refused}/renvoyer", $"/gestion/courriels/{refused}/regler",
                several, several.Replace("/ensemble", "/ensemble/etiquettes", StringComparison.Ordinal), told, "/gestion/demandes/filtres/nouveau?etat=toutes&q=Ana", toReopen + "/conserver", toAnswer, toAnswer + "/confier", toAnswer + "/message-lu", toAnswer + "/repondre", toAnswer + "/noter", toAnswer + "/fichiers.zip", toAnswer + "/accuse", toAnswer + "/completer", "/gestion/saisir", $"/gestion/saisir/{open.Slug}", toAnswer + "/prendre-en-charge",
                toReopen, toRelease, toRelease + "/ecarter",
                draft.Staff, draft.Staff + "/publier", draft.Staff + "/apercu", draft.Staff + "/regles", open.Staff, open.Staff + "/publier", closed.Staff, closed.Staff + "/fermer",
                page, page + "/versions/1", page + "/partage", page + "/relecture", page + "/publication", happening, happening + "/apercu", alert, alert + "/apercu", "/gestion/site/agenda", "/gestion/site/alertes", thrown + "/retablir", "/gestion/site/rubriques",
                .. inRubrics, .. inRubrics.Select(content => content + "/apercu"),
                media, media + "/supprimer", media + "/retablir", picture, "/gestion/site/medias/ajouter", "/gestion/site/medias/decrire",
                "/gestion/annonces", Assistance.Page, Assistance.Page + "/terminer",
                "/gestion/deconnexion",
            ],
            page => page.IsStaff);

        own.AssertNoProblem();
        walk.AssertNoProblem();
        Assert.Empty(pages.Rows.Where(page => page.IsStaff).Select(page => page.Route).Except(walk.Routes).Except(own.Routes));
    }

    /// <summary>Someone of Les Matelles who is signed in and protects their account since.</summary>
    private async Task<(Visitor Colleague, Guid Member)> ProtectedColleagueAsync()
    {
        const string Email = "prudente@matelles.test";
        var member = await live.AColleagueAsync(SaasHost.Matelles, Email);
        var colleague = await live.VisitAsync(SaasHost.Matelles);
        await colleague.SignInAsync("/gestion/connexion", Email);
        await live.Communes.ProtectAsync(Email);
        return (colleague, member);
    }

    private async Task<(Guid Department, Guid Invitation, Guid RefusedMail)> SomethingToManageAsync()
    {
        await live.Communes.RefuseMailToAsync(SaasHost.Matelles, "parti@example.test");
        return await live.Communes.InAsync(SaasHost.Matelles, async services =>
        {
            var db = services.GetRequiredService<SaasDbContext>();
            var department = new Department("État civil");
            var invitation = new Invitation { Id = Guid.CreateVersion7(), Email = "invitee@example.test", NormalizedEmail = "INVITEE@EXAMPLE.TEST", Name = "Une invitée", Role = Role.Secretary, InvitedBy = "Le maire" };
            invitation.Renew([1], TimeProvider.System.GetUtcNow());
            db.AddRange(department, invitation);
            await db.SaveChangesAsync();
            return (department.Id, invitation.Id, await db.Set<OutgoingMail>().Where(mail => mail.Recipient == "parti@example.test").Select(mail => mail.Id).FirstAsync());
        });
    }
}
