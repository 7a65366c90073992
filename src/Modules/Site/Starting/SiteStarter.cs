using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Saas.Modules.Site.Model;
using Saas.Shell.Data;
using Saas.Shell.Provisioning;
using Saas.Shell.Settings;
using Saas.Shell.Tenancy;
using Saas.Shell.Theming;
using Saas.Shell.Web;

namespace Saas.Modules.Site.Starting;

/// <summary>
/// Takes site.json, blason.png, site/*.md and news/*.md of a folder of tenants/. Applied again, it changes what the folder changed,
/// and leaves alone what staff wrote, withdrew or deleted since.
/// </summary>
internal sealed class SiteStarter(SaasDbContext db, ITenantSettings settings, ICurrentTenant current, CommunePictures pictures, CommuneClock clock) : IStarterContent
{
    public async Task ApplyBlueprintAsync(TenantKind kind, DirectoryInfo folder, CancellationToken cancel)
    {
        var files = await MarkdownFile.ReadAllAsync(Sub(folder, "site"), cancel);
        var known = await db.StarterPagesOf(kind).ToDictionaryAsync(page => page.Slug, cancel);
        foreach (var file in files)
        {
            if (!known.Remove(file.Slug, out var page))
            {
                page = new StarterPage { Kind = kind, Slug = file.Slug };
                db.Add(page);
            }

            page.Write(file.Title, file.Html, Menu(file));
        }

        db.RemoveRange(known.Values);
        if (await db.SaveChangesAsync(cancel) > 0)
        {
            // Every commune, or every group, shows these pages: those in caches end now.
            await db.Set<TenantRow>().Where(row => row.Kind == kind).ExecuteUpdateAsync(row => row.SetProperty(t => t.ContentVersion, t => t.ContentVersion + 1), cancel);
        }
    }

    public async Task ApplyCommuneAsync(DirectoryInfo folder, CancellationToken cancel)
    {
        var before = await settings.GetAsync<SiteSettings>(cancel);
        var after = before.WrittenByStaff ? before : await ReadSettingsAsync(folder, before, cancel);
        var taken = new HashSet<string>(before.Taken, StringComparer.Ordinal);
        await TakePagesAsync(await MarkdownFile.ReadAllAsync(Sub(folder, "site"), cancel), taken, cancel);
        await TakeNewsAsync(await MarkdownFile.ReadAllAsync(Sub(folder, "news"), cancel), taken, cancel);
        await TakeBlasonAsync(new FileInfo(Path.Combine(folder.FullName, "blason.png")), taken, cancel);
        after = after with { PreviousLook = before.PreviousLook, Taken = [.. taken.Order(StringComparer.Ordinal)] };
        if (Written(after) != Written(before))
        {
            await settings.SetAsync(after, cancel);
        }
    }

    private static async Task<SiteSettings> ReadSettingsAsync(DirectoryInfo folder, SiteSettings before, CancellationToken cancel)
    {
        var file = Path.Combine(folder.FullName, "site.json");
        return File.Exists(file)
            ? JsonSerializer.Deserialize<SiteSettings>(await File.ReadAllTextAsync(file, cancel), EntityConfigurations.Json)!
            : before;
    }

    private async Task TakePagesAsync(IReadOnlyList<MarkdownFile> files, HashSet<string> taken, CancellationToken cancel)
    {
        var known = await db.Pages.ToDictionaryAsync(page => page.Slug, cancel);
        foreach (var file in files)
        {
            var isNew = taken.Add($"site/{file.Slug}");
            var wording = new PageWording(file.Title, file.Html, Menu(file));
            if (known.TryGetValue(file.Slug, out var page))
            {
                if (page.UpdatedBy is null && !page.Says(wording))
                {
                    page.Write(wording, author: null, clock.Now);
                }
            }
            else if (isNew)
            {
                page = new Page(Guid.CreateVersion7(), file.Slug);
                page.Write(wording, author: null, clock.Now);
                page.Publish(clock.Now, until: null, author: null, clock.Now);
                db.Add(page);
            }
        }
    }

    private async Task TakeNewsAsync(IReadOnlyList<MarkdownFile> files, HashSet<string> taken, CancellationToken cancel)
    {
        var known = await db.News.ToDictionaryAsync(item => item.Slug, cancel);
        foreach (var file in files)
        {
            var isNew = taken.Add($"news/{file.Slug}");
            var wording = new NewsWording(file.Title, file.Front.GetValueOrDefault("summary", ""), file.Html);
            if (known.TryGetValue(file.Slug, out var item))
            {
                if (item.UpdatedBy is null && !item.Says(wording))
                {
                    item.Write(wording, author: null, clock.Now);
                }
            }
            else if (isNew)
            {
                item = new NewsItem(Guid.CreateVersion7(), file.Slug);
                item.Write(wording, author: null, clock.Now);
                if (file.Front.TryGetValue("date", out var date))
                {
                    item.Publish(clock.ToInstant(DateTime.ParseExact(date, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)), until: null, author: null, clock.Now);
                }

                db.Add(item);
            }
        }
    }

    private async Task TakeBlasonAsync(FileInfo file, HashSet<string> taken, CancellationToken cancel)
    {
        if (!file.Exists)
        {
            return;
        }

        await using var content = file.OpenRead();
        var checksum = Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancel));
        var id = current.Tenant.Id;
        var row = await db.Set<TenantRow>().SingleAsync(tenant => tenant.Id == id, cancel);
        if (row.LookChosen || !taken.Add($"blason/{checksum}"))
        {
            return;
        }

        content.Position = 0;
        var (picture, refusal) = await pictures.TakeBlasonAsync(file.Name, content, cancel);
        row.Blason = picture ?? throw new InvalidOperationException($"{file.FullName}: {refusal}");
    }

    private static int? Menu(MarkdownFile file) =>
        file.Front.TryGetValue("menu", out var place) ? int.Parse(place, CultureInfo.InvariantCulture) : null;

    private static DirectoryInfo Sub(DirectoryInfo folder, string name) => new(Path.Combine(folder.FullName, name));

    private static string Written(SiteSettings values) => JsonSerializer.Serialize(values, EntityConfigurations.Json);
}
