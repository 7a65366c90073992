using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Saas.Contracts.Forms;
using Saas.Contracts.Requests;
using Saas.Contracts.Search;
using Saas.Contracts.Site;
using Saas.Shell.Tenancy;

namespace Saas.Shell.Web;

/// <summary>What the shell answers for a module that is not plugged in, or off for this commune, so that callers need no condition.</summary>
internal static class EmptyAnswers
{
    /// <summary>Under which they are registered, so as not to be taken for a module's own.</summary>
    public const string Key = "off";

    public static void AddEmptyAnswers(this IServiceCollection services)
    {
        Add<IRequestIntake, NoRequestIntake>(services);
        Add<IAnswersAgain, NoAnswersAgain>(services);
        Add<IOpenProcedures, NoOpenProcedures>(services);
        Add<IPublicFrame, BarePublicFrame>(services);
        services.AddKeyedScoped<ISearchable, NothingToFind>(Key);
        services.AddKeyedScoped<ISearchableByStaff, NothingForStaff>(Key);
        services.AddKeyedScoped<IToday, NothingToday>(Key);
    }

    private static void Add<TContract, TAnswer>(IServiceCollection services)
        where TContract : class
        where TAnswer : class, TContract
    {
        services.AddKeyedScoped<TContract, TAnswer>(Key);
        services.TryAddScoped<TContract, TAnswer>();
    }
}

internal sealed class NoRequestIntake : IRequestIntake
{
    public bool Offered => false;

    public Task<FiledRequest> PrepareAsync(RequestToFile request, CancellationToken cancel) =>
        throw new InvalidOperationException("Ask Offered first.");

    public Task<FiledRequest?> FindAsync(Guid sourceId, CancellationToken cancel) => Task.FromResult<FiledRequest?>(null);

    public Task<IReadOnlyList<FiledRequest>> ListAsync(string browser, string procedureAddress, DateTimeOffset since, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<FiledRequest>>([]);

    public Task<FiledRequest?> CompleteAsync(Guid requestId, Guid completionId, IReadOnlyList<FiledAnswer> answers, CancellationToken cancel) =>
        Task.FromResult<FiledRequest?>(null);

    public Task<FiledRequest?> FindCompletedAsync(Guid completionId, CancellationToken cancel) => Task.FromResult<FiledRequest?>(null);

    public Task<string> ReceiptForStaffAsync(FiledRequest filed, CancellationToken cancel) => throw new InvalidOperationException("Ask Offered first.");

    public string OpenToThisBrowser(FiledRequest filed) => throw new InvalidOperationException("Ask Offered first.");
}

internal sealed class NoAnswersAgain : IAnswersAgain
{
    public bool Offered => false;

    public Task<string?> OpenAsync(AnswersToGiveAgain wanted, CancellationToken cancel) => Task.FromResult<string?>(null);
}

internal sealed class NoOpenProcedures : IOpenProcedures
{
    public bool Offered => false;

    public string? EntryAddress => null;

    public Task<IReadOnlyList<OpenProcedure>> ListAsync(int most, CancellationToken cancel) => Task.FromResult<IReadOnlyList<OpenProcedure>>([]);
}

internal sealed class NothingToFind : ISearchable
{
    public Task<IReadOnlyList<SearchHit>> FindAsync(string words, int most, CancellationToken cancel) => Task.FromResult<IReadOnlyList<SearchHit>>([]);
}

internal sealed class NothingForStaff : ISearchableByStaff
{
    public Task<IReadOnlyList<StaffHit>> FindAsync(string typed, int most, CancellationToken cancel) => Task.FromResult<IReadOnlyList<StaffHit>>([]);
}

internal sealed class NothingToday : IToday
{
    public Task<IReadOnlyList<TodayTask>> ReadAsync(CancellationToken cancel) => Task.FromResult<IReadOnlyList<TodayTask>>([]);
}

internal sealed class BarePublicFrame(ICurrentTenant current) : IPublicFrame
{
    public Task<PublicFrame> ReadAsync(CancellationToken cancel) => Task.FromResult(new PublicFrame(
        [],
        new TownHall(current.Words.HouseNamed(current.Tenant.Name), Street: null, PostalCode: null, City: null, Telephone: null, Email: null, OpeningSentence: "", OpenNow: false, Week: []),
        Notices: []));
}
