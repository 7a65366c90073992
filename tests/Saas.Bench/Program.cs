using Saas.Bench;

// Called by bin/bench, which prepares the machine and says in environment variables where everything is.
switch (args)
{
    case ["kestrel", var port, var answers]:
        await BareKestrel.RunAsync(int.Parse(port, System.Globalization.CultureInfo.InvariantCulture), answers);
        return 0;
    case ["communes" or "pages", ..]:
        var settings = BenchSettings.Read(args);
        var report = new Report(settings);
        report.Machine();
        if (args[0] == "communes")
        {
            await CommunesBench.RunAsync(settings, report);
        }
        else
        {
            await PagesBench.RunAsync(settings, report);
        }

        Console.WriteLine(report.Save());
        return 0;
    default:
        Console.Error.WriteLine("Use bin/bench.");
        return 2;
}
