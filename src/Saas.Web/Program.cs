using Saas.Modules.Accounts;
using Saas.Modules.Forms;
using Saas.Modules.Mails;
using Saas.Modules.Platform;
using Saas.Modules.Requests;
using Saas.Modules.Site;
using Saas.Shell;
using Saas.Shell.CommandLine;

// Settings, migrations and starter content lie beside the executable, wherever it is started from.
var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
builder.AddShell(new AccountsModule(), new RequestsModule(), new FormsModule(), new MailsModule(), new SiteModule(), new PlatformModule());

var app = builder.Build();
app.UseShell();
return await app.RunCommandOrServeAsync(args);
