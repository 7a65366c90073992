using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.WebEncoders;
using Saas.Shell.Announcements;
using Saas.Shell.Assistance;
using Saas.Shell.Audit;
using Saas.Shell.Data;
using Saas.Shell.Files;
using Saas.Shell.Identity;
using Saas.Shell.Jobs;
using Saas.Shell.Mail;
using Saas.Shell.Modules;
using Saas.Shell.Provisioning;
using Saas.Shell.Retention;
using Saas.Shell.Settings;
using Saas.Shell.Telemetry;
using Saas.Shell.Tenancy;
using Saas.Shell.Theming;
using Saas.Shell.Web;
using Serilog;

namespace Saas.Shell;

/// <summary>The whole start-up, in order.</summary>
public static class Shell
{
    /// <summary>For what changes its address when it changes.</summary>
    private const string KeptForEver = "public, max-age=31536000, immutable";

    public static void AddShell(this WebApplicationBuilder builder, params SaasModule[] modules)
    {
        ArgumentNullException.ThrowIfNull(builder);
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = French.Culture;
        var services = builder.Services;
        AddOptions(services);
        AddLogging(builder);
        builder.AddTelemetry();
        AddData(builder);
        AddTenancy(services);
        AddIdentity(services);
        AddMailFilesJobs(services);
        AddPages(builder);
        AddModules(services, modules);
        services.AddScheduler();
    }

    public static void UseShell(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        UnreadableRequests.Listen(app.Services.GetRequiredService<DiagnosticListener>());
        app.UseForwardedHeaders();
        app.UseMiddleware<LastResort>();
        app.UseMiddleware<SecurityHeaders>();
        if (!app.Environment.IsDevelopment())
        {
            app.UseHsts();
        }

        // Everything that may run twice for one request (error pages) stands after the commune is entered, which happens once.
        app.UseMiddleware<TenantMiddleware>();
        app.UseMiddleware<AnsweredFromMemory>();
        app.UseMiddleware<RequestLog>();
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandlingPath = "/erreur/500",
            StatusCodeSelector = broken => broken is BadHttpRequestException refused ? refused.StatusCode : StatusCodes.Status500InternalServerError,
        });
        app.UseStatusCodePagesWithReExecute("/erreur/{0}");

        // The page that explains an error is read, whatever was being sent: a refused POST must not be refused once more on its way there,
        // nor its body, which may be what was refused, be read for values.
        app.Use(static (http, next) =>
        {
            if (http.Features.Get<IStatusCodeReExecuteFeature>() is not null || http.Features.Get<IExceptionHandlerFeature>() is not null)
            {
                http.Request.Method = HttpMethods.IsHead(http.Request.Method) ? HttpMethods.Head : HttpMethods.Get;
                http.Request.ContentType = null;
            }

            return next(http);
        });
        app.UseRouting();
        app.Use(RequestLog.NamePageAsync);
        app.UseMiddleware<RateLimiting>();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseMiddleware<WellFormed>();
        app.Use(static async (http, next) =>
        {
            await http.RequestServices.GetRequiredService<KeptPosts>().RestoreAsync(http);
            await next(http);
        });
        app.UseMiddleware<MadeOnce>();
        app.UseResponseCompression();

        app.MapHealth();
        app.MapStaticAssets().AllowAnonymous();
        app.MapGet("/favicon.ico", () => Results.Redirect("/_content/Saas.Themes/favicon.svg", permanent: true)).AllowAnonymous();
        app.MapGet("/identite-{accent}-{version}.css", CommuneStylesheet).AllowAnonymous();
        app.MapGet("/identite/images/{id:guid}", CommunePictureAsync).AllowAnonymous();
        app.MapRazorPages().WithStaticAssets();
        if (app.Environment.IsDevelopment())
        {
            app.MapDevelopmentMails();
        }
    }

    private static void AddOptions(IServiceCollection services)
    {
        Bind<PlatformOptions>(services, "Platform");
        Bind<DataOptions>(services, "Data");
        Bind<MailOptions>(services, "Mail");
        Bind<FilesOptions>(services, "Files");
        Bind<RateLimits>(services, "RateLimits");
        Bind<KeptPostLimits>(services, "KeptPosts");
        Bind<VisitorCacheOptions>(services, "VisitorCache");
        Bind<AuditOptions>(services, "Audit");
    }

    private static void Bind<TOptions>(IServiceCollection services, string section)
        where TOptions : class =>
        services.AddOptions<TOptions>().BindConfiguration(section).ValidateDataAnnotations().ValidateOnStart();

    private static void AddLogging(WebApplicationBuilder builder)
    {
        var logger = new LoggerConfiguration().ReadFrom.Configuration(builder.Configuration).Enrich.FromLogContext().CreateLogger();
        builder.Logging.ClearProviders();
        builder.Logging.AddSerilog(logger, dispose: true);
    }

    private static void AddData(WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<ApplicationDatabase>();
        services.AddDbContext<SaasDbContext>((provider, options) => options
            .UseNpgsql(provider.GetRequiredService<ApplicationDatabase>().Source)
            .ConfigureWarnings(warnings => warnings
                .Ignore(CoreEventId.NoEntityTypeConfigurationsWarning)

                // A second click meets a unique key every day; what nobody handles is logged as the request's failure.
                .Log((CoreEventId.SaveChangesFailed, LogLevel.Information), (RelationalEventId.CommandError, LogLevel.Information)))
            .AddInterceptors(new TenantGuard(), new TenantSession(), new RequestConnection(provider.GetRequiredService<IHttpContextAccessor>()), new ContentVersion(provider.GetRequiredService<ITenantDirectory>())));
        services.AddScoped<ITenantSettings, TenantSettings>();
        services.AddScoped<AuditTrail>();
        services.AddDataProtection().SetApplicationName("saas").ProtectKeys(builder.Configuration.GetSection("Keys").Get<KeysOptions>() ?? new KeysOptions());
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider => new ConfigureOptions<KeyManagementOptions>(options =>
            options.XmlRepository = new DataProtectionKeys(provider.GetRequiredService<ApplicationDatabase>())));
    }

    private static void AddTenancy(IServiceCollection services)
    {
        services.AddScoped<CurrentTenant>();
        services.AddScoped<ICurrentTenant>(provider => provider.GetRequiredService<CurrentTenant>());
        services.AddSingleton<TenantDirectory>();
        services.AddSingleton<ITenantDirectory>(provider => provider.GetRequiredService<TenantDirectory>());
        services.AddSingleton<CurrentAnnouncements>();
        services.AddScoped<FoldedAnnouncements>();
        services.AddHostedService<TenantDirectoryListener>();
        services.AddSingleton<TenantScopes>();
        services.AddScoped<CommuneFounding>();
        services.AddScoped<GroupSlugs>();
        services.AddScoped<GroupMembers>();
        services.AddScoped<GroupFounding>();
        services.AddSingleton<CommuneFolders>();
        services.AddScoped<CommuneClock>();
        services.AddScoped<SiteAddress>();
    }

    private static void AddIdentity(IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddIdentityCore<Account>(options =>
        {
            // Length is what makes a password strong (ANSSI, NIST 800-63B); composition rules only make it forgotten.
            options.Password.RequiredLength = 12;
            options.Password.RequireDigit = options.Password.RequireLowercase = options.Password.RequireUppercase = options.Password.RequireNonAlphanumeric = false;
            options.User.RequireUniqueEmail = true;

            // The name is the address, which has letters and signs of its own (RFC 5321, RFC 6531).
            options.User.AllowedUserNameCharacters = "";
            options.Lockout.MaxFailedAccessAttempts = 5;
            options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
        }).AddDefaultTokenProviders();
        services.Configure<DataProtectionTokenProviderOptions>(options => options.TokenLifespan = TimeSpan.FromHours(1));
        services.AddScoped<IUserStore<Account>, AccountStore>();
        services.AddScoped<StaffAccounts>();
        services.AddScoped<StaffSignIn>();
        services.AddScoped<StaffPlace>();
        services.AddScoped<StaffMails>();
        services.AddScoped<StaffTrail>();
        services.AddScoped<SecondFactor>();
        services.AddScoped<PendingSignIn>();
        services.AddScoped<LastSignedIn>();
        services.AddScoped<Team>();
        services.AddScoped<ServedCommunes>();
        services.AddScoped<CommuneSwitch>();
        services.AddScoped<AssistanceConsents>();
        services.AddScoped<AssistanceTickets>();
        services.AddScoped<LostSecondFactors>();
        services.AddScoped<CurrentPerson>();
        services.AddSingleton<SessionStore>();
        services.AddAuthentication(StaffCookie.Scheme).AddCookie(StaffCookie.Scheme);
        services.AddOptions<CookieAuthenticationOptions>(StaffCookie.Scheme).Configure<SessionStore>((options, sessions) =>
        {
            options.Cookie.Name = StaffCookie.Name;
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.SessionStore = sessions;
            options.ExpireTimeSpan = StaffCookie.Lifetime;
            options.ReturnUrlParameter = "retour";
            options.Events.OnRedirectToLogin = AskToSignInAsync;
            options.Events.OnRedirectToAccessDenied = context =>
            {
                if (context.HttpContext.RequestServices.GetRequiredService<CurrentPerson>().OwesSecondFactor)
                {
                    context.Response.StatusCode = StatusCodes.Status303SeeOther;
                    context.Response.Headers.Location = context.HttpContext.RequestServices.GetRequiredService<StaffPlace>().SetUpSecondFactor;
                }
                else
                {
                    context.Response.StatusCode = StatusCodes.Status403Forbidden;
                }

                return Task.CompletedTask;
            };
        });
        services.AddScoped<IAuthorizationHandler, PermissionHandler>();

        // A page that does not say who may open it opens for nobody; an address that does not exist is for the 404 page to say.
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder()
            .RequireAssertion(context => context.Resource is HttpContext http && http.GetEndpoint() is null)
            .Build());
        services.AddScoped<KeptPosts>();
    }

    private static async Task AskToSignInAsync(Microsoft.AspNetCore.Authentication.RedirectContext<CookieAuthenticationOptions> context)
    {
        var http = context.HttpContext;
        var kept = HttpMethods.IsPost(http.Request.Method) ? await http.RequestServices.GetRequiredService<KeptPosts>().KeepAsync(http) : null;
        var onPlatform = http.RequestServices.GetRequiredService<ICurrentTenant>().Found is null;
        var back = Uri.EscapeDataString(http.Request.Path + http.Request.QueryString);
        http.Response.StatusCode = StatusCodes.Status303SeeOther;
        http.Response.Headers.Location = $"{(onPlatform ? "/console" : "/gestion")}/connexion?retour={back}{SentTooLate.Query(kept)}";
    }

    private static void AddMailFilesJobs(IServiceCollection services)
    {
        services.AddScoped<IMailer, Outbox>();
        services.AddSingleton<IMailTransport>(provider => new MeasuredTransport(provider.GetRequiredService<IOptions<MailOptions>>().Value.Host.Length == 0
            ? ActivatorUtilities.CreateInstance<FolderTransport>(provider)
            : ActivatorUtilities.CreateInstance<SmtpTransport>(provider)));
        services.AddTenantJob<DeliverMail>(DeliverMail.Kind);
        services.AddTenantJob<CloseAssistance>(CloseAssistance.Kind);
        services.AddSingleton(provider => new PlatformMails(
            provider.GetRequiredService<IMailTransport>(),
            provider.GetRequiredService<IOptions<MailOptions>>(),
            provider.GetRequiredService<IOptions<PlatformOptions>>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<PlatformMails>>()));
        services.AddHostedService(provider => provider.GetRequiredService<PlatformMails>());
        services.AddTenantJob<EraseOldMails>(EraseOldMails.Kind);
        services.AddSingleton(new SettingsType(typeof(MailSettings), "mail", "la signature des courriels", "/gestion/reglages/courriels"));
        services.AddScoped<NightlyWork>();
        services.AddScoped<WorkPlan>();
        services.AddSingleton<FailedMails>();
        services.AddScoped<StuckJobs>();
        services.AddScoped<IFileStore, FileStore>();
        services.AddSingleton<IFileScanner, ClamScanner>();
        services.AddSingleton<IFileBytes>(provider => provider.GetRequiredService<IOptions<FilesOptions>>().Value.S3.Length == 0
            ? ActivatorUtilities.CreateInstance<DiskBytes>(provider)
            : ActivatorUtilities.CreateInstance<S3Bytes>(provider));
        services.AddTenantJob<ScanFile>(ScanFile.Kind);
        services.AddTenantJob<SweepFiles>(SweepFiles.Kind);
        services.AddDailyJob<PurgeExpired>(new TimeOnly(3, 10));
        services.AddDailyJob<PurgeAudit>(new TimeOnly(3, 20));
    }

    private static void AddPages(WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.TryAddSingleton(TimeProvider.System);
        services.AddRazorPages()
            .AddMvcOptions(options =>
            {
                // In place of the framework's check, which answers an empty 400 and loses what was typed. The last policy is the one that
                // counts, and conventions of folders do not reach pages of areas: hence an order behind the framework's own, 1000.
                options.Filters.Add(new IgnoreAntiforgeryTokenAttribute { Order = 2_000 });
                options.Filters.Add<NothingTypedIsLost>();
                options.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;
                var messages = options.ModelBindingMessageProvider;
                messages.SetValueMustNotBeNullAccessor(_ => "Complétez ce champ.");
                messages.SetAttemptedValueIsInvalidAccessor((value, _) => $"« {value} » n’est pas une réponse possible ici.");
                messages.SetValueIsInvalidAccessor(value => $"« {value} » n’est pas une réponse possible ici.");
                messages.SetNonPropertyAttemptedValueIsInvalidAccessor(value => $"« {value} » n’est pas une réponse possible ici.");
                messages.SetValueMustBeANumberAccessor(_ => "Écrivez un nombre.");
            });
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "parvis-formulaire";
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.SuppressXFrameOptionsHeader = true;
        });
        services.Configure<CookieTempDataProviderOptions>(options => options.Cookie.Name = Notices.CookieName);
        services.Configure<RouteOptions>(options => options.LowercaseUrls = true);
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.Configure<RazorViewEngineOptions>(options => options.ViewLocationExpanders.Add(new ThemeViews()));
        builder.WebHost.ConfigureKestrel(options =>
        {
            options.Limits.MaxRequestBodySize = SentBody.LargestText;

            // What is longer than this the server refuses itself (UnreadableRequests); what is shorter WellFormed refuses in words.
            options.Limits.MaxRequestLineSize = 65_536;
            options.AddServerHeader = false;
        });
        services.Configure<ForwardedHeadersOptions>(options =>
        {
            // Without a single known proxy the framework believes everyone.
            var proxies = builder.Configuration.GetSection("Proxies").Get<string[]>() ?? [];
            options.ForwardedHeaders = proxies.Length == 0
                ? ForwardedHeaders.None
                : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost;
            options.KnownProxies.Clear();
            options.KnownIPNetworks.Clear();
            foreach (var proxy in proxies)
            {
                options.KnownProxies.Add(IPAddress.Parse(proxy));
            }
        });
        services.AddSingleton<MatcherPolicy, PlaceMatcherPolicy>();
        services.AddSingleton<MatcherPolicy, ModuleGate>();
        services.AddScoped<IStaffMenu, StaffMenu>();
        services.AddScoped<CurrentLook>();
        services.AddScoped<CommunePictures>();
        services.AddSingleton<PictureResizing>();
        services.AddScoped<VisitorCache>();
        services.AddSingleton<MadePages>();
        services.AddResponseCompression(options =>
        {
            // Tokens are masked afresh on each page, so that compression tells nothing of them (BREACH).
            options.EnableForHttps = true;
            options.Providers.Add<BrotliCompressionProvider>();
            options.Providers.Add<GzipCompressionProvider>();
        });
    }

    private static void AddModules(IServiceCollection services, SaasModule[] modules)
    {
        var permissions = new List<PermissionEntry>();
        var publicMenu = new List<PublicMenuEntry>();
        var staffMenu = new List<StaffMenuEntry>();
        foreach (var module in modules)
        {
            var description = new ModuleBuilder(services, module);
            module.Describe(description);
            permissions.AddRange(description.Permissions);
            publicMenu.AddRange(description.PublicEntries);
            staffMenu.AddRange(description.StaffEntries);
        }

        services.AddSingleton(new ModuleCatalog(modules, permissions, publicMenu, staffMenu));
        services.AddEmptyAnswers();
    }

    private static IResult CommuneStylesheet(HttpContext http)
    {
        if (CommuneIdentity.AccentOf(http.Request.Path) is not { } accent)
        {
            return Results.NotFound();
        }

        http.Response.Headers.CacheControl = KeptForEver;
        return Results.Text(CommuneIdentity.Css(accent), "text/css");
    }

    private static async Task<IResult> CommunePictureAsync(HttpContext http, Guid id, ICurrentTenant current, CommunePictures pictures)
    {
        if (current.Found is null || await pictures.OpenAsync(id, http.RequestAborted) is not var (content, type))
        {
            return Results.NotFound();
        }

        http.Response.Headers.CacheControl = KeptForEver;
        return Results.Stream(content, type);
    }
}
