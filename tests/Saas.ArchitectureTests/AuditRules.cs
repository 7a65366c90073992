using System.Text.RegularExpressions;
using Saas.Shell.Audit;

namespace Saas.ArchitectureTests;

/// <summary>What staff do leaves an entry in the trail, or says here why it need not.</summary>
public sealed partial class AuditRules(SaasHost host) : IClassFixture<SaasHost>
{
    /// <summary>Acts of the back office that leave no entry.</summary>
    private static readonly Dictionary<string, string> LeaveNoEntry = new(StringComparer.Ordinal)
    {
        ["/console/deconnexion"] = "leaving changes nothing",
        ["/gestion/annonces"] = "folds what the operator says away in one's own browser",
        ["/gestion/demandes/colonnes"] = "arranges a list for oneself",
        ["/gestion/site/apercu"] = "shows a text as it will look and saves nothing",
    };

    private static readonly Lazy<Dictionary<string, List<string>>> Sources = new(() => Codebase.Files("*.cs", "src")
        .Where(file => !file.Path.EndsWith("/StaffTrail.cs", StringComparison.Ordinal) && !file.Path.EndsWith("/TenantSettings.cs", StringComparison.Ordinal))
        .GroupBy(file => Path.GetFileName(file.Path).Split('.')[0], StringComparer.Ordinal)
        .ToDictionary(files => files.Key, files => files.Select(file => file.Text).ToList(), StringComparer.Ordinal));

    private IEnumerable<PageAt> Posts => PageAt.Of(host)
        .Where(page => page.Address.StartsWith("/gestion", StringComparison.Ordinal) || page.Address.StartsWith("/console", StringComparison.Ordinal))
        .Where(page => page.Model?.GetMethods().Any(method => method.Name.StartsWith("OnPost", StringComparison.Ordinal)) == true);

    [Fact]
    public void Every_act_of_staff_leaves_an_entry_in_the_trail()
    {
        Assert.NotEmpty(Posts);

        Expect.None(Posts
            .Where(page => !LeaveNoEntry.ContainsKey(page.Address) && !Notes(page.Model!))
            .Select(page => $"{page} changes something and leaves no entry: AuditTrail.Note, or a reason in AuditRules"));
    }

    [Fact]
    public void Every_exception_is_an_act_without_an_entry()
    {
        var silent = Posts.Where(page => !Notes(page.Model!)).Select(page => page.Address).ToHashSet(StringComparer.Ordinal);

        Expect.None(LeaveNoEntry.Keys.Where(address => !silent.Contains(address)));
    }

    [Fact]
    public void A_page_that_only_takes_the_trail_and_never_writes_to_it_is_caught()
    {
        Assert.False(Notes(typeof(Silent)));
        Assert.DoesNotMatch(NoteCall(), "settings.GetAsync<SiteSettings>(cancel)");
        Assert.Matches(NoteCall(), "trail.Note(AuditKind.Site, deed)");
    }

    /// <summary>In the source of the page, of what it derives from or of what it is given.</summary>
    private static bool Notes(Type page) => WithWhatItIsGiven(page, []).Any(type => SourcesOf(type).Any(source => NoteCall().IsMatch(source)));

    private static HashSet<Type> WithWhatItIsGiven(Type type, HashSet<Type> seen)
    {
        if (type.Namespace?.StartsWith("Saas.", StringComparison.Ordinal) == true && type.IsClass && type != typeof(AuditTrail) && seen.Add(type))
        {
            foreach (var given in type.GetConstructors().SelectMany(constructor => constructor.GetParameters()).Select(parameter => parameter.ParameterType).Append(type.BaseType!))
            {
                WithWhatItIsGiven(given, seen);
            }
        }

        return seen;
    }

    private static IEnumerable<string> SourcesOf(Type type) => Sources.Value.TryGetValue(type.Name.Split('`')[0], out var texts) ? texts : [];

    [GeneratedRegex(@"\btrail\.Note\w*\(|\bsettings\.(Change|Set)Async[<(]")]
    private static partial Regex NoteCall();

    private sealed class Silent(AuditTrail trail)
    {
        public AuditTrail Trail => trail;
    }
}
