using Microsoft.AspNetCore.Mvc;
using Saas.Modules.Requests.Model;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Web;

namespace Saas.Modules.Requests.Processing;

/// <summary>A page whose address says which requests it is about: those of a filter, or among them the ones that were ticked.</summary>
internal abstract class RequestFilterPage(SaasDbContext db, CommuneClock clock, CurrentPerson person) : FormPage
{
    [BindProperty(SupportsGet = true, Name = "etat")]
    public string? Tab { get; set; }

    [BindProperty(SupportsGet = true, Name = "demarche")]
    public string? Procedure { get; set; }

    [BindProperty(SupportsGet = true, Name = "suivi")]
    public string? Assignee { get; set; }

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Words { get; set; }

    [BindProperty(SupportsGet = true, Name = "etiquette")]
    public string? Label { get; set; }

    [BindProperty(SupportsGet = true, Name = "echeance")]
    public string? Due { get; set; }

    [BindProperty(SupportsGet = true, Name = "tri")]
    public string? Order { get; set; }

    /// <summary>Ticked in the list; none stands for all that the filter finds.</summary>
    [BindProperty(SupportsGet = true, Name = "demande")]
    public IReadOnlyList<Guid> Ticked { get; set; } = [];

    public RequestFilter Filter => new(RequestFilter.KnownTab(Tab), Procedure, Assignee, Words, Label, Due, Order);

    protected SaasDbContext Db => db;

    protected CommuneClock Clock => clock;

    protected CurrentPerson Person => person;

    protected IQueryable<Request> Found() => Filter.In(db.Requests, db.RequestLabels, clock, person.AccountId);

    protected IQueryable<Request> Chosen() => Ticked.Count == 0 ? Found() : db.Requests.Where(r => Ticked.Contains(r.Id));
}
